import { setImmediate } from 'node:timers/promises';
import type { Clock } from './clock.ts';

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

/**
 * Resolves in a turn of the event loop of its own. With plain `setImmediate` all who wait go on within one turn, one after
 * the other, and so do all whose answers of worker threads have piled up; nothing else runs meanwhile. There is one event
 * loop, so there is one queue.
 */
export function nextTurn(): Promise<void> {
  last = last.then(() => setImmediate());
  return last;
}

let last = Promise.resolve();

/**
 * Does work in pieces, each in a turn of its own, until nothing is left.
 * @param doSome returns how much it did, 0 when nothing is left.
 */
export async function untilNoneLeft(doSome: () => number): Promise<void> {
  while (doSome() > 0) await nextTurn();
}
