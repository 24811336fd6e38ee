import type { StoredRun } from '../archive/database/digest-run-store.ts';
import { addDays, dueAt } from './local-days.ts';
import { planDigest } from './plan.ts';
import { LONGEST_PAUSE } from './retries.ts';
import type { DatedRun, RunBook } from './run-book.ts';
import type { DigestSchedule, LocalDate, Timing } from './schedule.ts';

export type NextStep =
  /** Milliseconds since 1970. */
  | { readonly kind: 'rest'; readonly until: number }
  /** What is to be posted is known. */
  | { readonly kind: 'deliver'; readonly run: StoredRun }
  /** Nothing of it was posted, and the next date has come. */
  | { readonly kind: 'merge'; readonly run: StoredRun }
  | { readonly kind: 'post'; readonly due: DatedRun }
  | { readonly kind: 'skip'; readonly due: DatedRun; readonly dueAt: number };

/** What is to be done for an active digest at `now` (milliseconds since 1970). */
export function nextStep(schedule: DigestSchedule, runs: RunBook, now: number): NextStep {
  let restUntil = Infinity;
  let hasDated = false;
  for (const run of runs.openOf(schedule)) {
    const mergeAt = mergingTime(schedule, run, runs);
    if (mergeAt <= now) return { kind: 'merge', run };
    const retryAt = retryTime(run, now);
    if (retryAt <= now) return { kind: 'deliver', run };
    restUntil = Math.min(restUntil, mergeAt, retryAt);
    hasDated ||= run.date !== null;
  }
  // A date whose post is under way is finished before the next one.
  if (hasDated) return { kind: 'rest', until: restUntil };
  const plan = planDigest(schedule, runs.handled(schedule), now);
  if (plan.kind === 'wait') return { kind: 'rest', until: Math.min(restUntil, plan.at) };
  const due = { date: plan.date, firstDate: runs.firstDate(schedule, plan) };
  return plan.kind === 'due' ? { kind: 'post', due } : { kind: 'skip', due, dueAt: plan.dueAt };
}

/** When the next date takes the place of a post of which nothing was posted. */
function mergingTime(schedule: DigestSchedule, run: StoredRun, runs: RunBook): number {
  if (run.date === null || runs.hasBegun(run)) return Infinity;
  return nextDue(schedule, run.date);
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
