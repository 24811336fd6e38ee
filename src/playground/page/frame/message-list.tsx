import { MessageItem } from '../message/message-item.tsx';
import { channel, channelId, channelMessages, notes } from '../store.ts';
import { ChannelStart } from './channel-start.tsx';
import { dayLabel } from './days.ts';
import { messageRows, type Row } from './message-rows.ts';
import { NoteLine } from './note-line.tsx';
import { firstUnread } from './reading.ts';

/** The messages of the open channel, its notes, or what an empty channel says. */
export function MessageList() {
  const rows = messageRows(channelMessages.value, { firstUnread: firstUnread.value });
  return (
    <div
      class="messages"
      role="log"
      aria-label={`Messages in #${channel.value?.name ?? ''}`}
      tabIndex={0}
      key={channelId.value}
    >
      <div class="messages-column">
        <ChannelStart />
        <ol>
          {rows.map((row) => (
            <RowItem key={keyOf(row)} row={row} />
          ))}
          {notes.value
            .filter((note) => note.channelId === channelId.value)
            .map((note) => (
              <NoteLine key={note.id} note={note} />
            ))}
        </ol>
      </div>
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
