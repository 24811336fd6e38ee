import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { basename } from 'node:path';

/**
 * Lets every other thread of the process go first. With as many embedding workers as cores the main thread would
 * otherwise wait for its turn: up to 170 ms on two cores while articles are added. Only Linux has priorities by thread;
 * elsewhere, or where the system forbids it, nothing happens.
 */
export function lowerThreadPriority(): void {
  if (process.platform !== 'linux') return;
  try {
    // `<process>/task/<thread>` of the thread that asks.
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), NICENESS);
  } catch {
    // The work is done at the usual priority then.
  }
}

/** As the system counts, 0 (usual) to 19 (last). */
const NICENESS = 10;
