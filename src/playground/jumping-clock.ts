import type { Clock } from '../clock.ts';

interface Sleeper {
  /** Wall-clock time, in milliseconds since 1970. */
  readonly due: number;
  readonly wake: AbortController;
}

/**
 * A clock whose wall time can be set forward. Sleepers whose time has come by then wake; `elapsed` goes on as if nothing had
 * happened, so that no connection is taken for a silent one.
 */
export class JumpingClock implements Clock {
  readonly #base: Clock;
  readonly #sleepers = new Set<Sleeper>();
  #aheadMs: number;

  /** @param aheadMs by which it begins ahead of `base`. Default 0. */
  constructor(base: Clock, aheadMs = 0) {
    this.#base = base;
    this.#aheadMs = aheadMs;
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
    const wake = new AbortController();
    const sleeper = { due: this.now().getTime() + ms, wake };
    this.#sleepers.add(sleeper);
    try {
      const either = signal === undefined ? wake.signal : AbortSignal.any([signal, wake.signal]);
      await this.#base.sleep(ms, either);
    } catch (error) {
      if (!wake.signal.aborted || signal?.aborted === true) throw error;
    } finally {
      this.#sleepers.delete(sleeper);
    }
  }

  /** Sets the wall time; it never goes back. */
  advanceTo(at: Date): void {
    const ms = at.getTime() - this.now().getTime();
    if (ms <= 0) return;
    this.#aheadMs += ms;
    for (const { due, wake } of this.#sleepers) {
      if (due <= at.getTime()) wake.abort();
    }
  }
}
