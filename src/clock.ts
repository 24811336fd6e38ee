import { setTimeout as delay } from 'node:timers/promises';

/** The only source of time. Tests move a manual clock instead of sleeping. */
export interface Clock {
  /** Wall-clock time. */
  now(): Date;
  /** Milliseconds on a clock that only moves forward; its zero means nothing. */
  elapsed(): number;
  /** Resolves after `ms` milliseconds; rejects with an AbortError when `signal` aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => new Date(),
  elapsed: () => performance.now(),
  sleep: async (ms, signal) => {
    await delay(ms, undefined, signal ? { signal } : {});
  },
};

/** Without clock changes: days are counted in UTC. */
export const MS_PER_DAY = 86_400_000;
