import type { StoredRun } from '../../archive/database/digest-run-store.ts';
import { addDays, dueAt, localDate } from '../calendar/local-days.ts';
import { planDigest } from '../calendar/plan.ts';
import { LONGEST_PAUSE } from './retries.ts';
import type { DatedRun, RunBook } from './run-book.ts';
import type { DigestSchedule, LocalDate, Timing } from '../schedule.ts';

export type NextStep =
  /** Milliseconds since 1970. */
  | { readonly kind: 'rest'; readonly until: number }
  /** What is to be posted is known. */
  | { readonly kind: 'deliver'; readonly run: StoredRun }
  /** Nothing of it was posted, and it is too late for it. */
  | { readonly kind: 'merge'; readonly run: StoredRun }
  | { readonly kind: 'post'; readonly due: DatedRun }
  | { readonly kind: 'skip'; readonly due: DatedRun; readonly dueAt: number };

/** What is to be done for an active digest at `now` (milliseconds since 1970). */
export function nextStep(schedule: DigestSchedule, runs: RunBook, now: number): NextStep {
  const open = runs.openOf(schedule);
  const steps = open.map((run) => stepOfRun(schedule, run, runs, now));
  const step = steps.find(({ kind }) => kind !== 'rest');
  if (step !== undefined) return step;
  const rests = steps.map((each) => (each.kind === 'rest' ? each.until : now));
  // A date whose post is under way is finished before the next one.
  if (open.some(({ date }) => date !== null)) return { kind: 'rest', until: Math.min(...rests) };
  const plan = planDigest(schedule, runs.handled(schedule), now);
  if (plan.kind === 'wait') return { kind: 'rest', until: Math.min(...rests, plan.at) };
  const due = { date: plan.date, firstDate: runs.firstDate(schedule, plan) };
  return plan.kind === 'due' ? { kind: 'post', due } : { kind: 'skip', due, dueAt: plan.dueAt };
}

function stepOfRun(schedule: DigestSchedule, run: StoredRun, runs: RunBook, now: number): NextStep {
  const canMerge = !runs.hasBegun(run);
  if (canMerge && isOver(schedule, run, now)) return { kind: 'merge', run };
  const retryAt = retryTime(run, now);
  if (retryAt <= now) return { kind: 'deliver', run };
  if (!canMerge || run.date === null) return { kind: 'rest', until: retryAt };
  return { kind: 'rest', until: Math.min(retryAt, nextDue(schedule, run.date)) };
}

/**
 * Does a later date take the place of one of which nothing was posted? Where Discord is in the way it is tried until the
 * next one is due; where it was never tried, the bot was down, and it is for the schedule to say how late it may be. Whoever
 * asked for a post by hand waits no longer than a day.
 */
function isOver(
  schedule: DigestSchedule,
  { date, firstDate, failures }: StoredRun,
  now: number,
): boolean {
  if (date === null) return localDate(schedule.zone, now) > firstDate;
  if (nextDue(schedule, date) <= now) return true;
  const due = dueAt(schedule, date);
  if (failures > 0 || due === null || due > now) return false;
  const plan = planDigest(schedule, { last: addDays(date, -1), ahead: [] }, now);
  return plan.kind !== 'due' || plan.date !== date;
}

function nextDue(timing: Timing, date: LocalDate): number {
  for (let next = addDays(date, 1); ; next = addDays(next, 1)) {
    const due = dueAt(timing, next);
    if (due !== null) return due;
  }
}

/** A time that is further away than any pause is of a clock that was ahead. */
function retryTime({ nextTryAt }: StoredRun, now: number): number {
  const at = nextTryAt === null ? now : Date.parse(nextTryAt);
  return at > now + LONGEST_PAUSE ? now : at;
}
