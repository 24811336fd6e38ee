import { literal } from './literal.ts';

/** `D` 10 February 2024, `d` 10/02/2024, `f` with the time, `R` two months ago: as the reader's Discord writes it. */
export type TimestampStyle = 'D' | 'd' | 'f' | 'R';

/**
 * A date that everybody sees in their own language and time zone. A date without a time means that calendar day: noon UTC,
 * which is the same day from UTC-12 to UTC+11. What is no date is shown as it is.
 * @param iso `2024-02-10` or `2024-02-10T08:30:00Z`.
 */
export function timestamp(iso: string, style: TimestampStyle = 'D'): string {
  const instant = Date.parse(DATE_ONLY.test(iso) ? `${iso}T12:00:00Z` : iso);
  return Number.isNaN(instant) ? literal(iso) : `<t:${Math.floor(instant / 1000)}:${style}>`;
}

const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;
