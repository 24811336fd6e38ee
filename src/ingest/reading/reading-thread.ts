import type { Worker } from 'node:worker_threads';
import type { Clock } from '../../clock.ts';
import type { Input } from '../input.ts';
import type { IngestFailure } from '../report.ts';
import { isZip } from '../zip.ts';
import type { FoundDraft, FromReader, ReadingSettings, ToReader } from './protocol.ts';

export interface ReadingThreadOptions {
  readonly startWorker: () => Worker;
  readonly clock: Clock;
  /** Without a sign of life for so long, a document is given up. */
  readonly documentMs: number;
  /** For one input with all its documents. */
  readonly inputMs: number;
  /** The worker ends when it had nothing to do for so long. */
  readonly idleMs: number;
}

/** Mutable while an input is being read. */
export interface Found {
  readonly drafts: FoundDraft[];
  readonly failures: IngestFailure[];
}

/** How a worker's work on an input ended. */
type End = 'done' | 'too slow' | 'died';

interface Begun {
  name: string;
  at: number;
}

/** One worker that reads inputs, one at a time. A document that it dies of, or that takes too long, costs only itself. */
export class ReadingThread {
  readonly #options: ReadingThreadOptions;
  #worker: Worker | null = null;
  #idle = new AbortController();

  constructor(options: ReadingThreadOptions) {
    this.#options = options;
  }

  /** @throws the signal's reason. */
  async read(input: Input, settings: ReadingSettings, signal?: AbortSignal): Promise<Found> {
    this.#idle.abort();
    try {
      return await this.#read(input, settings, signal);
    } finally {
      this.#stopWhenIdle();
    }
  }

  async #read(
    input: Input,
    settings: ReadingSettings,
    signal: AbortSignal | undefined,
  ): Promise<Found> {
    const { clock, inputMs } = this.#options;
    const found: Found = { drafts: [], failures: [] };
    const endAt = clock.elapsed() + inputMs;
    let skip = 0;
    for (;;) {
      signal?.throwIfAborted();
      const begun: Begun = { name: input.name, at: skip };
      const rest = { ...settings, maxArticles: settings.maxArticles - found.drafts.length };
      const request: ToReader = { kind: 'read', input: ownBytes(input), skip, settings: rest };
      const end = await this.#run(request, found, begun, endAt, signal);
      if (end === 'done') return found;
      await this.stop();
      signal?.throwIfAborted();
      found.failures.push({ input: begun.name, line: null, reason: REASONS[end] });
      if (!isZip(input)) return found;
      if (clock.elapsed() >= endAt) {
        found.failures.push({
          input: input.name,
          line: null,
          reason: 'it took too long; the rest of it was not read',
        });
        return found;
      }
      skip = begun.at + 1;
    }
  }

  /** Ends the worker; the next input starts another. */
  async stop(): Promise<void> {
    this.#idle.abort();
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  #stopWhenIdle(): void {
    if (this.#worker === null) return;
    const idle = new AbortController();
    this.#idle = idle;
    const { clock, idleMs } = this.#options;
    clock.sleep(idleMs, idle.signal).then(
      () => this.stop(),
      () => undefined,
    );
  }

  #start(): Worker {
    const worker = this.#options.startWorker();
    this.#worker = worker;
    // An end between two inputs, or while it is being ended, concerns nobody.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null;
    });
    return worker;
  }

  #run(
    request: ToReader & { readonly kind: 'read' },
    found: Found,
    begun: Begun,
    endAt: number,
    signal: AbortSignal | undefined,
  ): Promise<End> {
    const worker = this.#worker ?? this.#start();
    const { clock, documentMs } = this.#options;
    return new Promise((resolve) => {
      let watching = new AbortController();
      const watch = (): void => {
        watching.abort();
        watching = new AbortController();
        const ms = Math.max(0, Math.min(documentMs, endAt - clock.elapsed()));
        clock.sleep(ms, watching.signal).then(
          () => {
            finish('too slow');
          },
          () => undefined,
        );
      };
      const receive = (message: FromReader): void => {
        watch();
        if (message.kind === 'begun') Object.assign(begun, { name: message.name, at: message.at });
        else if (message.kind === 'done') finish('done');
        else {
          found.drafts.push(...message.drafts);
          found.failures.push(...message.failures);
          send(worker, { kind: 'next' });
        }
      };
      const die = (): void => {
        finish('died');
      };
      const finish = (end: End): void => {
        watching.abort();
        worker.off('message', receive).off('error', die).off('exit', die);
        signal?.removeEventListener('abort', die);
        resolve(end);
      };
      worker.on('message', receive).on('error', die).on('exit', die);
      signal?.addEventListener('abort', die, { once: true });
      watch();
      send(worker, request, [request.input.bytes.buffer as ArrayBuffer]);
    });
  }
}

const REASONS: Readonly<Record<Exclude<End, 'done'>, string>> = {
  'too slow': 'it took too long to read; it is too intricate, or damaged',
  died: 'it could not be read: it needs too much memory, or is damaged',
};

/** With bytes that can be moved to the worker: the caller's may be a part of a larger buffer, and are needed again. */
function ownBytes(input: Input): Input {
  // Not `slice`, which for a Buffer is a view of the pool it stands in, and that cannot be moved.
  return { ...input, bytes: new Uint8Array(input.bytes) };
}

function send(worker: Worker, message: ToReader, transfer: readonly ArrayBuffer[] = []): void {
  worker.postMessage(message, transfer);
}
