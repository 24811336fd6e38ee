import { MessageFlags, type APIMessage } from 'discord-api-types/v10';
import type { MessageView } from '../../page-protocol.ts';
import { act } from '../actions.ts';
import { Icon } from '../icons/icon.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import { timestampText } from '../markdown/timestamp-text.ts';
import { failures } from '../store.ts';
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
      {state === 'failed' && (
        <p class="message-problem" role="alert">
          <Icon name="warning" size={16} />
          The application did not respond
        </p>
      )}
      {failure !== undefined && (
        <p class="message-problem" role="alert">
          <Icon name="warning" size={16} />
          {failure}
        </p>
      )}
      {isPrivate && <PrivateLine id={message.id} />}
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

function Thinking() {
  return (
    <p class="message-thinking">
      <span class="thinking-dots" aria-hidden="true">
        <span />
        <span />
        <span />
      </span>
      Archivist is thinking…
    </p>
  );
}

function PrivateLine({ id }: { readonly id: string }) {
  return (
    <p class="message-private">
      <Icon name="eye" size={16} />
      <span>Only you can see this</span> ·{' '}
      <button
        type="button"
        class="text-button"
        onClick={() => {
          void act('dismiss', { message: id });
        }}
      >
        Dismiss message
      </button>
    </p>
  );
}
