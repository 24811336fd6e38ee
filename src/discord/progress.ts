import type { Clock } from '../clock.ts';

export interface PaceOptions<T> {
  readonly clock: Clock;
  /** Milliseconds from the beginning of one sending to the next. */
  readonly intervalMs: number;
  /** Called for one state at a time. Must not reject. */
  readonly send: (state: T) => Promise<void>;
}

/**
 * Sends states that come faster than they may be shown: the first at once, after that the latest one whenever the interval
 * is over. States in between are left out.
 */
export class Pace<T> {
  readonly #options: PaceOptions<T>;
  readonly #stopped = new AbortController();
  #next: { readonly state: T } | null = null;
  #lastSentAt = -Infinity;
  #running: Promise<void> | null = null;

  constructor(options: PaceOptions<T>) {
    this.#options = options;
  }

  show(state: T): void {
    if (this.#stopped.signal.aborted) return;
    this.#next = { state };
    this.#running ??= this.#run();
  }

  /** Resolves when nothing is being sent any more. What was not sent yet is dropped. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { clock, intervalMs, send } = this.#options;
    while (this.#next !== null && !this.#stopped.signal.aborted) {
      const wait = this.#lastSentAt + intervalMs - clock.elapsed();
      if (wait > 0) {
        await clock.sleep(wait, this.#stopped.signal).catch(() => undefined);
        continue;
      }
      const { state } = this.#next;
      this.#next = null;
      this.#lastSentAt = clock.elapsed();
      await send(state);
    }
    this.#running = null;
  }
}
