import type { MessageView } from '../../page-protocol.ts';
import { Markdown } from '../markdown/markdown.tsx';

export interface MessageItemProps {
  readonly view: MessageView;
  /** Follows a message of the same author within a few minutes: without avatar and name. */
  readonly isContinued: boolean;
}

/** One message as Discord draws it, as a list item. */
export function MessageItem({ view }: MessageItemProps) {
  const { message } = view;
  return (
    <li id={`message-${message.id}`}>
      <Markdown text={message.content} />
      <pre>{JSON.stringify(message.components, null, 1)}</pre>
    </li>
  );
}
