import type { ComponentChildren } from 'preact';
import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { Markdown } from '../markdown/markdown.tsx';
import { webAddress } from '../markdown/web-address.ts';
import { cssColour, THUMBNAIL_BOX } from './media.ts';
import { MessageTime } from './message-time.tsx';
import { Picture } from './picture.tsx';

/** An embed, the older form of what a bot sends. */
export function Embed({ embed }: { readonly embed: APIEmbed }) {
  const { author, title, description, fields = [], image, thumbnail, color } = embed;
  return (
    <div class="embed" style={color === undefined ? {} : { '--accent': cssColour(color) }}>
      <div class="embed-main">
        {author !== undefined && (
          <p class="embed-author">
            <MaybeLink href={author.url}>{author.name}</MaybeLink>
          </p>
        )}
        {title !== undefined && (
          <p class="embed-title">
            <MaybeLink href={embed.url}>
              <Markdown text={title} scope="inline" />
            </MaybeLink>
          </p>
        )}
        {description !== undefined && <Markdown text={description} />}
        {fields.length > 0 && <Fields fields={fields} />}
        {image !== undefined && <Picture media={image} />}
        <Footer embed={embed} />
      </div>
      {thumbnail !== undefined && <Picture media={thumbnail} box={THUMBNAIL_BOX} />}
    </div>
  );
}

function Fields({ fields }: { readonly fields: readonly APIEmbedField[] }) {
  return (
    <div class="embed-fields">
      {fields.map(({ name, value, inline }, index) => (
        <div key={index} class={inline === true ? 'embed-field is-inline' : 'embed-field'}>
          <p class="embed-field-name">
            <Markdown text={name} scope="inline" />
          </p>
          <Markdown text={value} />
        </div>
      ))}
    </div>
  );
}

/** Discord shows the footer's text as it is. */
function Footer({ embed: { footer, timestamp } }: { readonly embed: APIEmbed }) {
  if (footer === undefined && timestamp === undefined) return null;
  return (
    <p class="embed-footer">
      {footer?.text}
      {footer !== undefined && timestamp !== undefined && ' • '}
      {timestamp !== undefined && <MessageTime at={timestamp} />}
    </p>
  );
}

interface MaybeLinkProps {
  readonly href: string | undefined;
  readonly children: ComponentChildren;
}

function MaybeLink({ href, children }: MaybeLinkProps) {
  const address = href === undefined ? null : webAddress(href);
  if (address === null) return <>{children}</>;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
