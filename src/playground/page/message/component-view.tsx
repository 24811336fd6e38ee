import {
  ComponentType,
  SeparatorSpacingSize,
  type APIContainerComponent,
  type APIFileComponent,
  type APIMessageComponent,
  type APISectionComponent,
  type APISelectMenuComponent,
} from 'discord-api-types/v10';
import type { JSX } from 'preact';
import { Markdown } from '../markdown/markdown.tsx';
import { Button } from './button.tsx';
import { Cover } from './cover.tsx';
import { FileCard } from './file-card.tsx';
import { cssColour, THUMBNAIL_BOX } from './media.ts';
import { MessageSelect } from './message-select.tsx';
import { Picture } from './picture.tsx';

export interface ComponentsProps {
  readonly messageId: string;
  readonly components: readonly APIMessageComponent[];
}

/** Components of a message, at any depth. */
export function Components({ messageId, components }: ComponentsProps) {
  return (
    <>
      {components.map((component, index) => (
        <ComponentView key={component.id ?? index} messageId={messageId} component={component} />
      ))}
    </>
  );
}

type Drawn = APIMessageComponent['type'];
type ComponentOf<Type extends Drawn> = Extract<APIMessageComponent, { readonly type: Type }>;
type View<Type extends Drawn> = (component: ComponentOf<Type>, messageId: string) => JSX.Element;

interface ComponentViewProps {
  readonly messageId: string;
  readonly component: APIMessageComponent;
}

function ComponentView({ messageId, component }: ComponentViewProps) {
  // The table has for each type a view of just this type; a newer Discord may send types that it does not have.
  const view = VIEWS[component.type] as View<Drawn> | undefined;
  return view?.(component, messageId) ?? <p class="placeholder">Something that cannot be shown.</p>;
}

const menu = (select: APISelectMenuComponent, messageId: string) => (
  <MessageSelect messageId={messageId} select={select} />
);

const VIEWS: { readonly [Type in Drawn]: View<Type> } = {
  [ComponentType.ActionRow]: ({ components }, messageId) => (
    <div class="action-row">
      <Components messageId={messageId} components={components} />
    </div>
  ),
  [ComponentType.Button]: (button, messageId) => <Button messageId={messageId} button={button} />,
  [ComponentType.StringSelect]: menu,
  [ComponentType.UserSelect]: menu,
  [ComponentType.RoleSelect]: menu,
  [ComponentType.MentionableSelect]: menu,
  [ComponentType.ChannelSelect]: menu,
  [ComponentType.TextDisplay]: ({ content }) => <Markdown text={content} />,
  [ComponentType.Section]: (section, messageId) => (
    <Section messageId={messageId} section={section} />
  ),
  [ComponentType.Thumbnail]: ({ media, description, spoiler }) => (
    <Picture media={media} description={description} isSpoiler={spoiler} box={THUMBNAIL_BOX} />
  ),
  [ComponentType.MediaGallery]: ({ items }) => (
    <div class="gallery">
      {items.map(({ media, description, spoiler }, index) => (
        <Picture key={index} media={media} description={description} isSpoiler={spoiler} />
      ))}
    </div>
  ),
  [ComponentType.File]: (file) => <File component={file} />,
  [ComponentType.Separator]: ({ divider = true, spacing = SeparatorSpacingSize.Small }) => (
    <div
      class={`separator ${spacing === SeparatorSpacingSize.Large ? 'is-large' : ''} ${divider ? 'has-line' : ''}`}
    />
  ),
  [ComponentType.Container]: (container, messageId) => (
    <Container messageId={messageId} container={container} />
  ),
};

interface ContainerProps {
  readonly messageId: string;
  readonly container: APIContainerComponent;
}

function Container({ messageId, container }: ContainerProps) {
  const { components, accent_color: colour, spoiler } = container;
  const hasColour = typeof colour === 'number';
  const box = (
    <div
      class={hasColour ? 'container has-accent' : 'container'}
      style={hasColour ? { '--accent': cssColour(colour) } : {}}
    >
      <Components messageId={messageId} components={components} />
    </div>
  );
  return spoiler === true ? <Cover>{box}</Cover> : box;
}

interface SectionProps {
  readonly messageId: string;
  readonly section: APISectionComponent;
}

function Section({ messageId, section: { components, accessory } }: SectionProps) {
  return (
    <div class="section">
      <div class="section-texts">
        <Components messageId={messageId} components={components} />
      </div>
      <Components messageId={messageId} components={[accessory]} />
    </div>
  );
}

function File({ component: { file, name, size, spoiler } }: { component: APIFileComponent }) {
  const shown = name ?? decodeURIComponent(file.url.split('?')[0]?.split('/').at(-1) ?? 'file');
  const card = <FileCard name={shown} size={size} url={file.url} />;
  return spoiler === true ? <Cover>{card}</Cover> : card;
}
