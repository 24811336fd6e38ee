import { MessageFlags, type APIMessage } from 'discord-api-types/v10';
import type { MessageView } from '../../page-protocol.ts';
import { act } from '../actions.ts';
import { PrivateLine } from '../frame/private-line.tsx';
import { Icon } from '../icons/icon.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import { timestampText } from '../markdown/timestamp-text.ts';
import { failures, guild } from '../store.ts';
import { Attachments } from './attachments.tsx';
import { Components } from './component-view.tsx';
import { Embed } from './embed.tsx';
import { ThreadCard } from './thread-card.tsx';

/** What a message says, and what has become of it. */
export function MessageBody({ view }: { readonly view: MessageView }) {
  const { message, isPrivate, state } = view;
  const failure = failures.value.get(message.id);
  return (
    <div class="message-body">
      {state === 'sent' && <Content view={view} />}
      {state === 'thinking' && <Thinking />}
      {state === 'failed' && <Problem sentence="The application did not respond" />}
      {failure !== undefined && <Problem sentence={failure} />}
      {isPrivate && (
        <PrivateLine
          onDismiss={() => {
            void act('dismiss', { message: message.id });
          }}
        />
      )}
    </div>
  );
}

function Content({ view: { message, files } }: { readonly view: MessageView }) {
  const { id, content, embeds, components = [], thread } = message;
  const isNewForm = ((message.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  return (
    <>
      {content !== '' && <Markdown text={content} />}
      {!isNewForm && <Attachments files={files} />}
      {embeds.map((embed, index) => (
        <Embed key={index} embed={embed} />
      ))}
      <Components messageId={id} components={components} />
      <Edited message={message} />
      {thread !== undefined && <ThreadCard id={thread.id} />}
    </>
  );
}

function Edited({ message: { edited_timestamp: at } }: { readonly message: APIMessage }) {
  if (at === null) return null;
  const edited = Date.parse(at);
  return (
    <time class="message-edited" dateTime={at} title={timestampText(edited, 'F', edited)}>
      (edited)
    </time>
  );
}

function Problem({ sentence }: { readonly sentence: string }) {
  return (
    <p class="message-problem" role="alert">
      <Icon name="warning" size={16} />
      {sentence}
    </p>
  );
}

function Thinking() {
  return (
    <p class="message-thinking">
      <span class="thinking-dots" aria-hidden="true">
        <span />
        <span />
        <span />
      </span>
      {guild.value?.bot.name} is thinking…
    </p>
  );
}
