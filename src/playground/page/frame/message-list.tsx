import { MessageItem } from '../message/message-item.tsx';
import { channelMessages } from '../store.ts';

/** The messages of the open channel, its notes, or what an empty channel says. */
export function MessageList() {
  return (
    <ol>
      {channelMessages.value.map((view) => (
        <MessageItem key={view.message.id} view={view} isContinued={false} />
      ))}
    </ol>
  );
}
