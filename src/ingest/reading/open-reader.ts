import type { Worker } from 'node:worker_threads';
import type { Clock } from '../../clock.ts';
import { Serial } from '../../storage/serial.ts';
import { startWorker } from '../../worker.ts';
import type { Input } from '../input.ts';
import type { ReadingPart, ReadingSettings } from './protocol.ts';
import { ReadingThread } from './reading-thread.ts';

/** Reads inputs beside the event loop. */
export interface InputReader {
  /**
   * The articles of an input, which may be an archive, and what could not be read. Inputs wait for a free thread.
   * @throws the signal's reason, and when the reader is closed.
   */
  read(input: Input, settings: ReadingSettings, signal?: AbortSignal): Promise<ReadingPart>;
  /** Ends the threads, and with them what is being read. */
  close(): Promise<void>;
}

export interface ReaderOptions {
  readonly clock: Clock;
  readonly startWorker?: () => Worker;
  /** Default 20 s: the longest pages in the wild take less than one. */
  readonly documentMs?: number;
  /** Default 3 min. */
  readonly inputMs?: number;
  /** After which a thread without work ends; default 1 min. */
  readonly idleMs?: number;
  /** Default 2, so that one page that takes all its time does not keep everybody waiting. */
  readonly threads?: number;
}

/** Threads start when there is something to read. */
export function openReader(options: ReaderOptions): InputReader {
  const threadOptions = {
    startWorker: options.startWorker ?? startReadingWorker,
    clock: options.clock,
    documentMs: options.documentMs ?? 20_000,
    inputMs: options.inputMs ?? 180_000,
    idleMs: options.idleMs ?? 60_000,
  };
  const slots = Array.from({ length: options.threads ?? 2 }, () => ({
    thread: new ReadingThread(threadOptions),
    serial: new Serial(),
    waiting: 0,
  }));
  const closing = new AbortController();
  return {
    read: async (input, settings, signal) => {
      closing.signal.throwIfAborted();
      const slot = slots.reduce((best, each) => (each.waiting < best.waiting ? each : best));
      const stop = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
      slot.waiting++;
      try {
        return await slot.serial.run(() => slot.thread.read(input, settings, stop));
      } finally {
        slot.waiting--;
      }
    },
    close: async () => {
      closing.abort(new Error('The reader is closed.'));
      await Promise.all(slots.map(({ thread, serial }) => serial.run(() => thread.stop())));
    },
  };
}

/** A parsed page of 5 MB takes some 200 MB. */
const MAX_HEAP_MB = 512;

function startReadingWorker(): Worker {
  return startWorker(new URL('./reading-worker.ts', import.meta.url), null, {
    packages: ['linkedom', '@mozilla/readability', 'marked', 'yaml', 'zod', 'yauzl'],
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
}
