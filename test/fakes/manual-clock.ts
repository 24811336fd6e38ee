import type { Clock } from '../../src/clock.ts';

interface Sleeper {
  readonly wakeAt: number;
  readonly wake: () => void;
}

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  #now: number;
  #elapsed = 0;
  #sleepers: Sleeper[] = [];

  /** @param start ISO date-time of the first moment. */
  constructor(start = '2024-03-01T12:00:00Z') {
    this.#now = Date.parse(start);
  }

  now(): Date {
    return new Date(this.#now);
  }

  elapsed(): number {
    return this.#elapsed;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const abort = (): void => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        reject(new DOMException('The sleep was aborted.', 'AbortError'));
      };
      const wake = (): void => {
        signal?.removeEventListener('abort', abort);
        resolve();
      };
      const sleeper = { wakeAt: this.#elapsed + ms, wake };
      this.#sleepers.push(sleeper);
      signal?.addEventListener('abort', abort);
    });
  }

  /** Moves both clocks forward and wakes whoever is due. */
  advance(ms: number): void {
    this.#now += ms;
    this.#elapsed += ms;
    const due = this.#sleepers.filter(({ wakeAt }) => wakeAt <= this.#elapsed);
    this.#sleepers = this.#sleepers.filter(({ wakeAt }) => wakeAt > this.#elapsed);
    for (const { wake } of due) wake();
  }

  /** Sets the wall clock forward or back, as a person or a time server does; nobody wakes. */
  shift(ms: number): void {
    this.#now += ms;
  }

  /** How many sleep right now. */
  get sleeping(): number {
    return this.#sleepers.length;
  }
}
