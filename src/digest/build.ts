import type { Digest } from './digest.ts';
import type { DigestSchedule, LocalDate } from './schedule.ts';

export interface DigestRequest {
  readonly schedule: DigestSchedule;
  /** Up to this key, inclusive; the beginning is the schedule's `seenKey`. */
  readonly untilKey: number;
  readonly date: LocalDate;
  readonly firstDate: LocalDate;
  readonly signal?: AbortSignal;
}

/** What would be posted, from the archive as it is now. Posts and records nothing. */
export type BuildDigest = (request: DigestRequest) => Promise<Digest>;
