import type { Priority } from './text-queue.ts';

/** One call: its texts become tokens only when a worker can take them, so a long call never holds the event loop. */
export interface EmbeddingJob {
  readonly texts: readonly string[];
  /** @throws what the whole job then rejects with. */
  readonly tokensOf: (text: string) => Int32Array<ArrayBuffer>;
  readonly priority: Priority;
  readonly signal?: AbortSignal | undefined;
}

/** A job under way: collects its vectors and settles its promise once. */
export class RunningJob {
  readonly #job: EmbeddingJob;
  readonly #resolve: (vectors: Float32Array[]) => void;
  readonly #reject: (error: unknown) => void;
  readonly #vectors: Float32Array[];
  readonly #abort = (): void => {
    this.fail(this.#job.signal?.reason);
  };
  #missing: number;
  #settled = false;

  constructor(
    job: EmbeddingJob,
    resolve: (vectors: Float32Array[]) => void,
    reject: (error: unknown) => void,
  ) {
    this.#job = job;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#missing = job.texts.length;
    this.#vectors = new Array<Float32Array>(job.texts.length);
    job.signal?.addEventListener('abort', this.#abort, { once: true });
  }

  get priority(): Priority {
    return this.#job.priority;
  }

  /** Null when the job is over, or just failed for this text. */
  tokens(index: number): Int32Array<ArrayBuffer> | null {
    if (this.#settled) return null;
    try {
      return this.#job.tokensOf(this.#job.texts[index] ?? '');
    } catch (error) {
      this.fail(error);
      return null;
    }
  }

  deliver(index: number, vector: Float32Array): void {
    this.#vectors[index] = vector;
    this.#missing--;
    if (this.#missing > 0) return;
    this.#settle();
    this.#resolve(this.#vectors);
  }

  fail(error: unknown): void {
    if (this.#settled) return;
    this.#settle();
    this.#reject(error);
  }

  #settle(): void {
    this.#settled = true;
    this.#job.signal?.removeEventListener('abort', this.#abort);
  }
}
