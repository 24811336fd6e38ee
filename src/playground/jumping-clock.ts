import type { Clock } from '../clock.ts';

/**
 * A clock whose wall time can be set forward, as if that much time had passed while everything slept. Whoever sleeps on it
 * sleeps that much less. `elapsed` leaves out what was jumped over: no connection falls silent by it, and no interaction
 * grows old. Deadlines belong on `steady`.
 */
export class JumpingClock implements Clock {
  /** The same wall time for those whom a jump must not wake: whoever waits for an answer, not for an hour of the day. */
  readonly steady: Clock;
  readonly #base: Clock;
  readonly #sleepers = new Set<AbortController>();
  #aheadMs = 0;

  constructor(base: Clock) {
    this.#base = base;
    this.steady = {
      now: () => this.now(),
      elapsed: () => base.elapsed(),
      sleep: (ms, signal) => base.sleep(ms, signal),
    };
  }

  /** Milliseconds by which its wall time is ahead of `base`. */
  get aheadMs(): number {
    return this.#aheadMs;
  }

  now(): Date {
    return new Date(this.#base.now().getTime() + this.#aheadMs);
  }

  elapsed(): number {
    return this.#base.elapsed();
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    const due = this.#passed() + ms;
    let left = ms;
    while (await this.#isDisturbed(left, signal)) {
      left = due - this.#passed();
      if (left <= 0) return;
    }
  }

  /** Sets the wall time; it never goes back. */
  advanceTo(at: Date): void {
    const ms = at.getTime() - this.now().getTime();
    // Also not for a date that is none.
    if (!(ms > 0)) return;
    this.#aheadMs += ms;
    // Those who sleep on are new sleepers by then.
    for (const sleeper of [...this.#sleepers]) sleeper.abort();
  }

  /** Milliseconds, what was jumped over included. */
  #passed(): number {
    return this.#base.elapsed() + this.#aheadMs;
  }

  /** @returns true when a jump ended the sleep. */
  async #isDisturbed(ms: number, signal: AbortSignal | undefined): Promise<boolean> {
    const sleeper = new AbortController();
    // Not AbortSignal.any: what it makes is kept as long as a signal that lives on.
    const stop = (): void => {
      sleeper.abort();
    };
    signal?.addEventListener('abort', stop);
    if (signal?.aborted === true) stop();
    this.#sleepers.add(sleeper);
    try {
      await this.#base.sleep(ms, sleeper.signal);
      return false;
    } catch (error) {
      if (signal?.aborted === true || !sleeper.signal.aborted) throw error;
      return true;
    } finally {
      this.#sleepers.delete(sleeper);
      signal?.removeEventListener('abort', stop);
    }
  }
}
