import { dateFormat } from '../date-format.ts';
import { dayOf } from '../frame/days.ts';
import type { Reader } from '../markdown/timestamp-text.ts';

/** When a message was sent, as its head says: `Today at 14:05`, `Yesterday at 14:05`, `11/20/2026 14:05`. */
export function sentText(at: number, now: number, reader: Reader = {}): string {
  const time = timeOfDay(at, reader);
  const days = calendarDays(at, now, reader);
  if (days === 0) return `Today at ${time}`;
  if (days === 1) return `Yesterday at ${time}`;
  return `${format(at, reader, { day: '2-digit', month: '2-digit', year: 'numeric' })} ${time}`;
}

/** `14:05`, or as the reader's language has it. */
export function timeOfDay(at: number, reader: Reader = {}): string {
  return format(at, reader, { timeStyle: 'short' });
}

/** Midnights between the two, in the reader's zone. */
function calendarDays(from: number, to: number, reader: Reader): number {
  return Math.round((dayNumber(to, reader) - dayNumber(from, reader)) / DAY);
}

const DAY = 24 * 60 * 60_000;

/** Midnight UTC of the calendar day, so that days can be counted whatever clocks do in between. */
function dayNumber(at: number, { zone }: Reader): number {
  return Date.parse(dayOf(at, zone));
}

function format(at: number, { locale, zone }: Reader, options: Intl.DateTimeFormatOptions): string {
  return dateFormat(locale, { ...options, timeZone: zone }).format(at);
}
