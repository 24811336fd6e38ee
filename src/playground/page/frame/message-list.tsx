import { useRef } from 'preact/hooks';
import { MessageItem } from '../message/message-item.tsx';
import { channel, channelId, channelMessages, notes, personId } from '../store.ts';
import { ChannelStart } from './channel-start.tsx';
import { dayLabel } from './days.ts';
import { JumpToPresent } from './jump-to-present.tsx';
import { moveBetweenMessages } from './message-keys.ts';
import { messageRows, type Row } from './message-rows.ts';
import { NoteLine } from './note-line.tsx';
import { firstUnread } from './reading.ts';
import { useScrolling } from './scrolling.ts';

/** The messages of the open channel, its notes, or what an empty channel says. */
export function MessageList() {
  return <ChannelLog key={`${personId.value}/${channelId.value}`} />;
}

/** One channel's messages as one person sees them. Another's are another list, of which nothing is read aloud at first. */
function ChannelLog() {
  const box = useRef<HTMLDivElement>(null);
  const views = channelMessages.value;
  const rows = messageRows(views, { firstUnread: firstUnread.value });
  const ownNotes = notes.value.filter((note) => note.channelId === channelId.value);
  const posted = views.filter(({ message }) => message.author.id === personId.value);
  const noteIds = ownNotes.map(({ id }) => `note-${id}`);
  useScrolling(box, [...noteIds, ...posted.map(({ message }) => message.id)]);
  return (
    <div class="messages-frame">
      <div
        ref={box}
        class="messages"
        role="log"
        aria-label={`Messages in #${channel.value?.name ?? ''}`}
        tabIndex={0}
        onKeyDown={moveBetweenMessages}
      >
        <div class="messages-column">
          <ChannelStart />
          <ol>
            {rows.map((row) => (
              <RowItem key={keyOf(row)} row={row} />
            ))}
            {ownNotes.map((note) => (
              <NoteLine key={`note-${note.id}`} note={note} />
            ))}
          </ol>
        </div>
      </div>
      <JumpToPresent list={box} />
    </div>
  );
}

function RowItem({ row }: { readonly row: Row }) {
  switch (row.kind) {
    case 'day':
      return (
        <li class={`divider ${row.isNew ? 'divider-new' : ''}`}>
          <time dateTime={row.at}>{dayLabel(row.at)}</time>
          {row.isNew && <span class="divider-tag">New</span>}
        </li>
      );
    case 'new':
      return (
        <li class="divider divider-new">
          <span class="divider-tag">New</span>
        </li>
      );
    case 'message':
      return <MessageItem view={row.view} isContinued={row.isContinued} />;
  }
}

function keyOf(row: Row): string {
  if (row.kind === 'message') return row.view.message.id;
  return row.kind === 'day' ? row.at : 'new';
}
