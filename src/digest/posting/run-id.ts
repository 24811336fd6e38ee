import { hashedId } from '../../archive/random-id.ts';
import type { LocalDate } from '../schedule.ts';

/** The same for the same digest and date, wherever and whenever it is asked: 12 characters of base32. */
export function datedRunId(digestId: string, date: LocalDate): string {
  return hashedId(`${digestId} ${date}`);
}

/** Of a post by hand. @param key of the request. */
export function askedRunId(digestId: string, key: string): string {
  return hashedId(`${digestId} now ${key}`);
}

/** What Discord recognises a message by that is sent again soon: at most 25 characters. */
export function nonceOf(runId: string, at: number): string {
  return `${runId}-${at}`;
}
