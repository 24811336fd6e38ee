import { closeSync, openSync, readSync } from 'node:fs';
import { row, type Row, type Target } from './report.ts';

/** How long other work had to wait for the main thread, in milliseconds. */
export interface LoopBlocks {
  /** By the clock on the wall. */
  readonly longest: number;
  /** 99.9% are shorter. */
  readonly usual: number;
  /**
   * Without the time in which the thread was ready but the machine gave it no core, because worker threads or other
   * programs had them all. Only Linux tells; null elsewhere.
   */
  readonly longestRunning: number | null;
}

/** Begins to watch the event loop of this thread; the function returned ends it. */
export function watchLoop(): () => LoopBlocks {
  const core = openCoreWaits();
  const blocks: number[] = [];
  let longestRunning = 0;
  let seen = performance.now();
  let waited = core?.read() ?? 0;
  const look = (): void => {
    const now = performance.now();
    const waitedNow = core?.read() ?? 0;
    const block = now - seen - INTERVAL_MS;
    blocks.push(block);
    longestRunning = Math.max(longestRunning, block - (waitedNow - waited));
    seen = now;
    waited = waitedNow;
  };
  const timer = setInterval(look, INTERVAL_MS);
  return () => {
    look();
    clearInterval(timer);
    core?.close();
    blocks.sort((a, b) => a - b);
    return {
      longest: blocks.at(-1) ?? 0,
      usual: blocks[Math.floor(0.999 * (blocks.length - 1))] ?? 0,
      longestRunning: core ? longestRunning : null,
    };
  };
}

/** @param target of the wall clock's figure. */
export function blockRows(blocks: LoopBlocks | null, target?: Target): Row[] {
  const { longest = NaN, longestRunning = null } = blocks ?? {};
  const ms = (name: string, value: number) => ({ name, value, unit: 'ms' });
  return [
    row({
      ...ms('  longest event-loop block of the bot', longest),
      ...(target ? { target } : {}),
    }),
    ...(longestRunning === null ? [] : [row(ms('    without waiting for a core', longestRunning))]),
  ];
}

/** As often as a timer can. */
const INTERVAL_MS = 1;

interface CoreWaits {
  /** Milliseconds this process's main thread has waited for a core so far. */
  read(): number;
  close(): void;
}

function openCoreWaits(): CoreWaits | null {
  try {
    const file = openSync('/proc/self/schedstat', 'r');
    const buffer = Buffer.alloc(LONGEST_LINE);
    return {
      read: () => {
        const length = readSync(file, buffer, 0, LONGEST_LINE, 0);
        // Nanoseconds run, nanoseconds waited, turns.
        return Number(buffer.toString('latin1', 0, length).split(' ')[1]) / 1e6;
      },
      close: () => {
        closeSync(file);
      },
    };
  } catch {
    return null;
  }
}

const LONGEST_LINE = 128;
