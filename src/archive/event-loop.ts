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
