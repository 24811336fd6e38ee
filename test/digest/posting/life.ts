import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../../src/clock.ts';

/** One run of a process, from its start to its end. What is done in it after its end never comes about. */
export class Life {
  readonly clock: Clock;
  #ended = false;
  #steps = 0;

  /** @param clock goes on after the end. */
  constructor(clock: Clock) {
    this.clock = {
      now: () => this.#step(clock.now()),
      elapsed: () => this.#step(clock.elapsed()),
      sleep: async (ms, signal) => {
        await this.orNever();
        await clock.sleep(ms, signal);
        await this.orNever();
      },
    };
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** As by a power cut. */
  end(): void {
    this.#ended = true;
  }

  /** Resolves, or, when the process has ended, never. */
  orNever(): Promise<void> {
    this.#steps += 1;
    return this.#ended ? new Promise(() => undefined) : Promise.resolve();
  }

  /** Resolves when nothing happens in it any more until its clock moves. */
  async settled(): Promise<void> {
    for (let before = -1; before !== this.#steps;) {
      before = this.#steps;
      for (let turn = 0; turn < QUIET_TURNS; turn++) await setImmediate();
    }
  }

  #step<T>(value: T): T {
    this.#steps += 1;
    return value;
  }
}

/** Of the event loop, in which nothing asked for the time or reached for the outside. */
const QUIET_TURNS = 6;
