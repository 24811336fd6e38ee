import type { MessageView } from '../../page-protocol.ts';
import { IconButton } from '../frame/icon-button.tsx';
import { Avatar } from '../icons/avatar.tsx';
import { openMenu } from '../menu/message-menu.tsx';
import { guild } from '../store.ts';
import { DrawingBoundary } from './drawing-boundary.tsx';
import { MessageBody } from './message-body.tsx';
import { MessageOrigin, nameOf } from './message-origin.tsx';
import { MessageTime } from './message-time.tsx';

export interface MessageItemProps {
  readonly view: MessageView;
  /** Follows a message of the same author within a few minutes: without avatar and name. */
  readonly isContinued: boolean;
}

/** One message as Discord draws it, as a list item. The list moves the focus from one to the other. */
export function MessageItem({ view, isContinued }: MessageItemProps) {
  const { message, isPrivate } = view;
  const { id } = message;
  return (
    <li
      id={`message-${id}`}
      class={`message ${isContinued ? 'is-continued' : ''} ${isPrivate ? 'is-private' : ''}`}
      tabIndex={-1}
      aria-labelledby={`author-${id}`}
      onContextMenu={(event) => {
        if (keepsOwnMenu(event.target)) return;
        event.preventDefault();
        // A keyboard names no point.
        if (event.clientX === 0 && event.clientY === 0) openMenuAt(id, event.currentTarget);
        else openMenu.value = { messageId: id, x: event.clientX, y: event.clientY };
      }}
    >
      <DrawingBoundary>
        <article aria-labelledby={`author-${id}`}>
          <MessageOrigin message={message} />
          <Head view={view} isContinued={isContinued} />
          <MessageBody view={view} />
        </article>
      </DrawingBoundary>
      <div class="message-tools">
        <IconButton
          icon="more"
          label="Message actions"
          onClick={() => {
            const tools = document.querySelector(`#message-${id} .message-tools`);
            if (tools !== null) openMenuAt(id, tools);
          }}
        />
      </div>
    </li>
  );
}

function Head({ view: { message }, isContinued }: MessageItemProps) {
  const { id, author, timestamp } = message;
  const name = author.id === guild.value?.bot.id ? guild.value.bot.name : nameOf(author);
  if (isContinued) {
    return (
      <>
        <span id={`author-${id}`} class="visually-hidden">
          {name}
        </span>
        <MessageTime at={timestamp} isShort />
      </>
    );
  }
  return (
    <>
      <Avatar id={author.id} name={name} size={40} />
      <div class="message-head">
        <span id={`author-${id}`} class="message-author">
          {name}
        </span>
        {author.bot === true && <span class="app-badge">APP</span>}
        <MessageTime at={timestamp} />
      </div>
    </>
  );
}

/** Links and selected text have the browser's own menu. */
function keepsOwnMenu(target: EventTarget | null): boolean {
  const isLink = target instanceof Element && target.closest('a, input, textarea') !== null;
  return isLink || getSelection()?.isCollapsed === false;
}

function openMenuAt(messageId: string, element: Element): void {
  const { left, top } = element.getBoundingClientRect();
  openMenu.value = { messageId, x: left + 16, y: Math.max(8, top + 16) };
}
