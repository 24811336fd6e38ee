import type { PostProblem } from '../schedule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long a failed post waits before it is tried again, in milliseconds: all of them together a little over half a day. */
const PAUSES = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 8 * HOUR];
export const LONGEST_PAUSE = 8 * HOUR;

/** A post that failed. */
export interface Trouble {
  readonly problem: PostProblem;
  /** Of its kind in a row, this one included. */
  readonly failures: number;
}

/** Failures are counted anew when Discord refuses what it could not do before, and the other way round. */
export function troubleAfter(before: Trouble | null, problem: PostProblem): Trouble {
  const sameKind = before !== null && isRefusal(before.problem) === isRefusal(problem);
  return { problem, failures: (sameKind ? before.failures : 0) + 1 };
}

/** Milliseconds until the next try; null when there is to be none, since somebody has to do something first. */
export function pauseAfter({ problem, failures }: Trouble): number | null {
  const pause = PAUSES[failures - 1];
  if (pause !== undefined) return pause;
  return isRefusal(problem) ? null : LONGEST_PAUSE;
}

/** Everything but Discord's own trouble is for somebody in the guild to mend. */
function isRefusal({ kind }: PostProblem): boolean {
  return kind !== 'discord';
}

/** What is said of trouble that is not the guild's. */
export const DISCORD_TROUBLE: PostProblem = { kind: 'discord', permissions: [] };
