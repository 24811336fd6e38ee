import { MS_PER_DAY } from '../../clock.ts';
import type { DigestDays, LocalDate, Timing } from '../schedule.ts';
import { spanAt, type ZoneSpan } from './zone-spans.ts';

/** No zone was ever farther from UTC. */
const FARTHEST_OFFSET_MS = 16 * 3_600_000;

/** The day a moment (milliseconds since 1970) falls on in a zone. */
export function localDate(zone: string, ms: number): LocalDate {
  return dateIn(spanAt(zone, ms), ms);
}

/** What the clocks of a zone show at a moment: `HH:MM`. */
export function localTime(zone: string, ms: number): string {
  return new Date(ms + spanAt(zone, ms).offset).toISOString().slice(11, 16);
}

/** No zone of the world is on an earlier day at a moment (milliseconds since 1970). */
export function earliestToday(ms: number): LocalDate {
  return isoDate(ms - MS_PER_DAY);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return isoDate(Date.parse(date) + days * MS_PER_DAY);
}

/**
 * When a digest is due on a day: milliseconds since 1970, or null when it is not. A time that the clocks jump over is due at the
 * jump, which may belong to the next day; one that comes twice is due at the first.
 */
export function dueAt({ time, zone, days }: Timing, date: LocalDate): number | null {
  if (!isAmong(days, date)) return null;
  const wall = Date.parse(`${date}T${time}Z`);
  let span = spanAt(zone, wall - FARTHEST_OFFSET_MS);
  while (wall - span.offset >= span.to) {
    const next = spanAt(zone, span.to);
    if (wall - next.offset < next.from) return jumpOn(date, span, next);
    span = next;
  }
  return wall - span.offset;
}

/** The first moment after `ms` that belongs to another day of the zone. */
export function endOfDay(zone: string, ms: number): number {
  const date = localDate(zone, ms);
  const wall = Date.parse(addDays(date, 1));
  let span = spanAt(zone, ms);
  while (wall - span.offset >= span.to) {
    span = spanAt(zone, span.to);
    if (dateIn(span, span.from) !== date) return span.from;
  }
  return wall - span.offset;
}

/** The jump between two spans; null when it leaves out the whole day, as Samoa's did on 2011-12-30. */
function jumpOn(date: LocalDate, before: ZoneSpan, after: ZoneSpan): number | null {
  const isThere = dateIn(before, after.from - 1) >= date || dateIn(after, after.from) <= date;
  return isThere ? after.from : null;
}

function dateIn({ offset }: ZoneSpan, ms: number): LocalDate {
  return isoDate(ms + offset);
}

function isAmong(days: DigestDays, date: LocalDate): boolean {
  if (days === 'every') return true;
  const weekday = new Date(date).getUTCDay() || 7;
  return days === 'weekdays' ? weekday <= 5 : weekday === days;
}

function isoDate(ms: number): LocalDate {
  return new Date(ms).toISOString().slice(0, 10);
}
