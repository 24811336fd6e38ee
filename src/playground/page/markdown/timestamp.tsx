import { now } from './page-clock.ts';
import { timestampText, type TimestampStyle } from './timestamp-text.ts';

export interface TimestampProps {
  readonly seconds: number;
  readonly style: TimestampStyle;
}

/** A date in the reader's language and zone; one that tells the distance is kept up to date. */
export function Timestamp({ seconds, style }: TimestampProps) {
  const at = seconds * 1000;
  // Only relative ones look at the clock, so that others are not drawn again.
  const text = timestampText(at, style, style === 'R' ? now.value : at);
  return (
    <time
      class="timestamp"
      dateTime={new Date(at).toISOString()}
      title={timestampText(at, 'F', at)}
    >
      {text}
    </time>
  );
}
