import type { Clock } from '../../clock.ts';
import {
  DISCORD_TROUBLE,
  LONGEST_PAUSE,
  pauseAfter,
  troubleAfter,
  type Trouble,
} from './retries.ts';

export interface BuildTrouble extends Trouble {
  /** Milliseconds since 1970. */
  readonly nextTryAt: number;
}

/** Digests that could not be made ready, through no fault of their guild. A new start tries them at once. */
export class BuildTroubles {
  readonly #clock: Clock;
  readonly #troubles = new Map<string, BuildTrouble>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Null when there is none. */
  of(id: string): BuildTrouble | null {
    const trouble = this.#troubles.get(id);
    if (trouble === undefined) return null;
    // Of a clock that was ahead.
    const isFarOff = trouble.nextTryAt > this.#now() + LONGEST_PAUSE;
    return isFarOff ? { ...trouble, nextTryAt: this.#now() } : trouble;
  }

  note(id: string): void {
    const trouble = troubleAfter(this.of(id), DISCORD_TROUBLE);
    const nextTryAt = this.#now() + (pauseAfter(trouble) ?? LONGEST_PAUSE);
    this.#troubles.set(id, { ...trouble, nextTryAt });
  }

  clear(id: string): void {
    this.#troubles.delete(id);
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}
