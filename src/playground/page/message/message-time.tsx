import { now } from '../markdown/page-clock.ts';
import { timestampText } from '../markdown/timestamp-text.ts';
import { sentText, timeOfDay } from './message-times.ts';

export interface MessageTimeProps {
  /** ISO date-time. */
  readonly at: string;
  /** In the margin of a message without a head there is room for the time of day alone. */
  readonly isShort?: boolean;
}

/** When a message was sent; the whole date as its title. */
export function MessageTime({ at, isShort = false }: MessageTimeProps) {
  const sent = Date.parse(at);
  return (
    <time class="message-time" dateTime={at} title={timestampText(sent, 'F', sent)}>
      {isShort ? timeOfDay(sent) : sentText(sent, now.value)}
    </time>
  );
}
