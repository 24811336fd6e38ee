import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../clock.ts';

/** Lets a long computation step aside for other work. */
export interface Breather {
  /** Resolves at once, or, when the event loop has been held for 10 ms, after everything else had its turn. */
  breathe(): Promise<void>;
}

export function createBreather(clock: Clock): Breather {
  let since = clock.elapsed();
  return {
    breathe: async () => {
      if (clock.elapsed() - since < HELD_MS) return;
      await nextTurn();
      since = clock.elapsed();
    },
  };
}

const HELD_MS = 10;

/** Gives everybody who asks a turn of the event loop of their own, in order. */
export interface Turns {
  next(): Promise<void>;
}

/**
 * For work that many may want to do at the same moment: without it, answers of worker threads that have piled up are all
 * worked on within one turn, and nothing else runs meanwhile.
 */
export function createTurns(): Turns {
  let last = Promise.resolve();
  return {
    next: () => {
      last = last.then(() => nextTurn());
      return last;
    },
  };
}
