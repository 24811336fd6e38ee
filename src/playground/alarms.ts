import type { Clock } from '../clock.ts';

/** Things to do later, all of which can be called off at once so that nothing keeps the process alive. */
export class Alarms {
  readonly #clock: Clock;
  readonly #pending = new Set<AbortController>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @returns a function that calls it off. */
  after(ms: number, run: () => void): () => void {
    const stop = new AbortController();
    this.#pending.add(stop);
    void this.#wait(ms, run, stop);
    return () => {
      stop.abort();
    };
  }

  /** Resolves after `ms` or when everything is called off, whichever is first. */
  pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const stop = new AbortController();
      stop.signal.addEventListener('abort', () => {
        resolve();
      });
      this.#pending.add(stop);
      void this.#wait(ms, resolve, stop);
    });
  }

  close(): void {
    for (const stop of this.#pending) stop.abort();
  }

  async #wait(ms: number, run: () => void, stop: AbortController): Promise<void> {
    try {
      await this.#clock.sleep(ms, stop.signal);
    } catch {
      return;
    } finally {
      this.#pending.delete(stop);
    }
    run();
  }
}
