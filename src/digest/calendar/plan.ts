import { MS_PER_DAY } from '../../clock.ts';
import { addDays, dueAt, endOfDay, localDate } from './local-days.ts';
import type { DigestSchedule, LocalDate, Timing } from '../schedule.ts';

export type PlannedSchedule = Timing & Pick<DigestSchedule, 'activeFrom' | 'catchUp'>;

/** Days of a schedule that are done: posted, empty, skipped or merged. */
export interface HandledDays {
  /** The latest until today; null when there is none. */
  readonly last: LocalDate | null;
  /** Those after today: the clock was ahead, and was set back. */
  readonly ahead: readonly LocalDate[];
}

export type DigestPlan =
  | { readonly kind: 'wait'; readonly date: LocalDate; readonly at: number }
  | ({ readonly kind: 'due' } & DueDigest)
  /** Missed, and nobody wants it any more. */
  | ({ readonly kind: 'skip' } & DueDigest);

export interface DueDigest {
  readonly date: LocalDate;
  /** The first day that it covers. */
  readonly firstDate: LocalDate;
  /** Milliseconds since 1970, as `at`. */
  readonly dueAt: number;
}

/** A digest that starts no later than this (milliseconds) is on time. */
const ON_TIME_MS = 10 * 60_000;

/** What is to be done for a schedule at a moment (milliseconds since 1970); `wait` says when it is to be asked again. */
export function planDigest(
  schedule: PlannedSchedule,
  handled: HandledDays,
  now: number,
): DigestPlan {
  const pending = findPending(schedule, handled, now);
  if (pending === null) return nextDay(schedule, handled, now);
  if (isWanted(schedule, pending.dueAt, now)) return { kind: 'due', ...pending };
  if (schedule.catchUp === 'skip') return { kind: 'skip', ...pending };
  return nextDay(schedule, handled, now);
}

/** When a schedule falls due after a moment, whatever is done already; both in milliseconds since 1970. */
export function nextDueAt(schedule: PlannedSchedule, now: number): number {
  return nextDay(schedule, { last: null, ahead: [] }, now).at;
}

function isWanted({ zone, catchUp }: PlannedSchedule, due: number, now: number): boolean {
  return now - due <= ON_TIME_MS || (catchUp === 'late' && now < endOfDay(zone, due));
}

/** The days that were due until now and are not done, as one digest for the last of them. */
function findPending(
  schedule: PlannedSchedule,
  handled: HandledDays,
  now: number,
): DueDigest | null {
  const start = firstOpenDay(schedule, handled, now);
  // A jump of the clocks may make a day due after it has ended, and may take back the day that has just begun.
  const end = localDate(schedule.zone, now + MS_PER_DAY);
  let last: DueDigest | null = null;
  for (let date = end; date >= start && last === null; date = addDays(date, -1)) {
    const due = openDueAt(schedule, handled, date);
    if (due !== null && due <= now) last = { date, firstDate: date, dueAt: due };
  }
  if (last === null) return null;
  let firstDate = start;
  while (openDueAt(schedule, handled, firstDate) === null) firstDate = addDays(firstDate, 1);
  return { ...last, firstDate };
}

/** The day after the latest that is done by now, or a day on which nothing was due yet. */
function firstOpenDay(
  schedule: PlannedSchedule,
  { last, ahead }: HandledDays,
  now: number,
): LocalDate {
  const start = addDays(localDate(schedule.zone, Date.parse(schedule.activeFrom)), -1);
  const reached = ahead.filter((date) => (dueAt(schedule, date) ?? Infinity) <= now);
  return [...reached, ...(last === null ? [] : [last])]
    .map((date) => addDays(date, 1))
    .reduce((latest, date) => (date > latest ? date : latest), start);
}

function nextDay(
  schedule: PlannedSchedule,
  handled: HandledDays,
  now: number,
): Extract<DigestPlan, { readonly kind: 'wait' }> {
  let date = firstOpenDay(schedule, handled, now);
  const yesterday = localDate(schedule.zone, now - MS_PER_DAY);
  if (date < yesterday) date = yesterday;
  for (;;) {
    const at = openDueAt(schedule, handled, date);
    if (at !== null && at > now) return { kind: 'wait', date, at };
    date = addDays(date, 1);
  }
}

/** When a day is due; null when it is not, was not yet wanted, or is done. */
function openDueAt(
  schedule: PlannedSchedule,
  { ahead }: HandledDays,
  date: LocalDate,
): number | null {
  const due = dueAt(schedule, date);
  if (due === null || due <= Date.parse(schedule.activeFrom)) return null;
  return ahead.includes(date) ? null : due;
}
