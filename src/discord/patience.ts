import type { Clock } from '../clock.ts';

export type Timed<T> = { readonly done: true; readonly value: T } | { readonly done: false };

/** What `work` gives, if it does so before `until` (on `Clock.elapsed`). Rejects as `work` does. */
export async function within<T>(work: Promise<T>, until: number, clock: Clock): Promise<Timed<T>> {
  const over = new AbortController();
  try {
    return await Promise.race([
      work.then((value) => ({ done: true, value }) as const),
      clock.sleep(Math.max(until - clock.elapsed(), 0), over.signal).then(
        () => ({ done: false }) as const,
        // Aborted below, when the race is already won.
        () => ({ done: false }) as const,
      ),
    ]);
  } finally {
    over.abort();
    // Whoever still wants the result gets the failure; here it must only not count as unhandled.
    work.catch(() => undefined);
  }
}
