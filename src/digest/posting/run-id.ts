import { createHash } from 'node:crypto';
import { BASE32 } from '../../archive/random-id.ts';
import type { LocalDate } from '../schedule.ts';

/** The same for the same digest and date, wherever and whenever it is asked: 12 characters of base32. */
export function datedRunId(digestId: string, date: LocalDate): string {
  return hashed(`${digestId} ${date}`);
}

/** Of a post by hand. @param key of the request. */
export function askedRunId(digestId: string, key: string): string {
  return hashed(`${digestId} now ${key}`);
}

/** What Discord recognises a message by that is sent again soon: at most 25 characters. */
export function nonceOf(runId: string, at: number): string {
  return `${runId}-${at}`;
}

function hashed(text: string): string {
  const bytes = createHash('sha256').update(text).digest();
  return Array.from(bytes.subarray(0, 12), (byte) => BASE32.charAt(byte % BASE32.length)).join('');
}
