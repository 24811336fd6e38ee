import type { Worker } from 'node:worker_threads';
import type { EmbedReply, EmbedRequest } from './embedding-protocol.ts';
import { RunningJob, type EmbeddingJob } from './embedding-job.ts';
import { TextQueue, type Priority } from './text-queue.ts';

/**
 * Worker threads that share one queue. The first starts with the pool, another whenever texts wait that the others
 * cannot take, up to `threads`. Each worker has one text in work and one in hand per priority, so it never waits for
 * this thread, and a question waits for at most one passage. A worker that ends by itself is replaced and what it had
 * in hand is tried once more.
 */
export class WorkerPool {
  readonly #startWorker: () => Worker;
  readonly #queue = new TextQueue<Task>();
  readonly #slots = new Set<Slot>();
  #threads: number;
  #lastId = 0;
  #closed = false;

  /**
   * @param threads at most this many workers, at least 1.
   * @param startWorker starts a worker that speaks `embedding-protocol.ts`.
   */
  constructor(threads: number, startWorker: () => Worker) {
    this.#threads = threads;
    this.#startWorker = startWorker;
    this.#addSlot();
  }

  /** The vectors of the job's texts, in order. Rejects with the first failure; the rest is then not started. */
  run(job: EmbeddingJob): Promise<Float32Array[]> {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw new Error(CLOSED);
      job.signal?.throwIfAborted();
      const running = new RunningJob(job, resolve, reject);
      job.texts.forEach((_, index) => {
        this.#queue.add({ job: running, index, attempts: 0 }, job.priority);
      });
      if (job.texts.length === 0) resolve([]);
      this.#dispatch();
    });
  }

  /** Rejects what is not done and resolves when the workers have ended, each after the text it has in work. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#rejectAll(new Error(CLOSED));
    const slots = [...this.#slots];
    this.#slots.clear();
    await Promise.all(slots.map(({ worker }) => endWorker(worker)));
  }

  #addSlot(): void {
    const worker = this.#startWorker();
    const slot: Slot = { worker, ready: false, inHand: new Map(), failure: undefined };
    this.#slots.add(slot);
    worker.on('message', (reply: EmbedReply) => {
      this.#receive(slot, reply);
    });
    worker.on('error', (error) => {
      slot.failure = error;
    });
    worker.on('exit', (code) => {
      this.#lose(slot, slot.failure ?? new Error(`the worker ended with code ${code}`));
    });
  }

  #dispatch(): void {
    for (const priority of ['interactive', 'bulk'] as const) {
      let slot = this.#leastBusy(priority);
      while (slot !== undefined && this.#give(slot, priority)) slot = this.#leastBusy(priority);
    }
    const starting = [...this.#slots].some(({ ready }) => !ready);
    const waiting = this.#queue.waiting('interactive') + this.#queue.waiting('bulk');
    if (waiting > 0 && !starting && this.#slots.size < this.#threads) this.#addSlot();
  }

  /** The ready worker with the least in hand that may take one more of that priority. */
  #leastBusy(priority: Priority): Slot | undefined {
    let best: Slot | undefined;
    for (const slot of this.#slots) {
      if (!slot.ready) continue;
      const counted = priority === 'bulk' ? slot.inHand.size : interactiveIn(slot);
      if (counted < IN_HAND && slot.inHand.size < (best?.inHand.size ?? Infinity)) best = slot;
    }
    return best;
  }

  /** Hands the next live text to the worker; false when none waits. */
  #give(slot: Slot, priority: Priority): boolean {
    for (;;) {
      const task = this.#queue.take(priority);
      if (task === undefined) return false;
      const tokens = task.job.tokens(task.index);
      if (tokens === null) continue;
      const id = ++this.#lastId;
      slot.inHand.set(id, task);
      const request: EmbedRequest = { kind: 'text', id, tokens, priority };
      slot.worker.postMessage(request, [tokens.buffer]);
      return true;
    }
  }

  #receive(slot: Slot, reply: EmbedReply): void {
    if (reply.kind === 'ready') {
      slot.ready = true;
    } else {
      const task = slot.inHand.get(reply.id);
      slot.inHand.delete(reply.id);
      if (reply.kind === 'vector') task?.job.deliver(task.index, reply.vector);
      else task?.job.fail(new Error(`a text could not be embedded: ${reply.reason}`));
    }
    this.#dispatch();
  }

  /** A worker ended by itself: its texts go back, or fail when they were tried before. */
  #lose(slot: Slot, failure: Error): void {
    if (!this.#slots.delete(slot)) return;
    for (const task of slot.inHand.values()) {
      const attempts = task.attempts + 1;
      if (attempts < MAX_ATTEMPTS) this.#queue.add({ ...task, attempts }, task.job.priority);
      else
        task.job.fail(new Error(`a text ended the worker ${attempts} times`, { cause: failure }));
    }
    if (!slot.ready) this.#cannotStart(failure);
    this.#dispatch();
  }

  #cannotStart(failure: Error): void {
    // Where one worker runs and a second cannot, memory is short: the pool goes on with those it has.
    if (this.#slots.size > 0) this.#threads = this.#slots.size;
    else {
      const reason = `the embedding model could not be loaded: ${failure.message}`;
      this.#rejectAll(new Error(reason, { cause: failure }));
    }
  }

  #rejectAll(error: Error): void {
    for (const { inHand } of this.#slots) for (const { job } of inHand.values()) job.fail(error);
    for (const priority of ['interactive', 'bulk'] as const) {
      let task = this.#queue.take(priority);
      while (task !== undefined) {
        task.job.fail(error);
        task = this.#queue.take(priority);
      }
    }
  }
}

/** Texts a worker holds: the one in work and one more, so that it need not wait for this thread in between. */
const IN_HAND = 2;
const MAX_ATTEMPTS = 2;
const CLOSED = 'the embedder is closed';

interface Slot {
  readonly worker: Worker;
  readonly inHand: Map<number, Task>;
  ready: boolean;
  failure: Error | undefined;
}

/** One text of a job. */
interface Task {
  readonly job: RunningJob;
  readonly index: number;
  readonly attempts: number;
}

function endWorker(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once('exit', () => {
      resolve();
    });
    const request: EmbedRequest = { kind: 'close' };
    worker.postMessage(request);
  });
}

function interactiveIn({ inHand }: Slot): number {
  let count = 0;
  for (const { job } of inHand.values()) if (job.priority === 'interactive') count++;
  return count;
}
