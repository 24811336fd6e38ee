import type { Clock } from '../../clock.ts';

/** Clocks that are kept in time by a time server are moved by less, in milliseconds. */
const TOLERANCE = 2_000;

/** Notices when somebody sets the wall clock, or the machine slept. */
export class WallClock {
  readonly #clock: Clock;
  #ahead: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#ahead = this.#measure();
  }

  /** Since it was asked last. */
  wasSet(): boolean {
    const before = this.#ahead;
    this.#ahead = this.#measure();
    return Math.abs(this.#ahead - before) > TOLERANCE;
  }

  #measure(): number {
    return this.#clock.now().getTime() - this.#clock.elapsed();
  }
}
