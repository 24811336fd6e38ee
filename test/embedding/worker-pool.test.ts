import { afterEach, describe, expect, it } from 'vitest';
import type { EmbeddingJob } from '../../src/embedding/embedding-job.ts';
import { WorkerPool } from '../../src/embedding/worker-pool.ts';
import { startWorker } from '../../src/worker.ts';
import { CRASHES, CRASHES_ONCE, FAILS, type GatedWorkerData } from './gated-texts.ts';

const pools: WorkerPool[] = [];

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

describe('WorkerPool', () => {
  it('gives the vectors in the order of the texts, however many workers take part', async () => {
    const { pool } = openPool(3);
    const tokens = Array.from({ length: 200 }, (_, i) => i);
    expect(await run(pool, tokens)).toEqual(tokens);
  });

  it('takes questions before two hundred passages that came earlier', async () => {
    const { pool, gate } = openPool(1, { closed: true });
    const finished: string[] = [];
    const note = (name: string) => () => finished.push(name);
    const passages = Array.from({ length: 200 }, (_, i) => run(pool, [i]).then(note(`bulk ${i}`)));
    const questions = [1, 2].map((i) => run(pool, [i], 'interactive').then(note(`question ${i}`)));
    gate.open();
    await Promise.all([...passages, ...questions]);
    expect(finished.slice(0, 2)).toEqual(['question 1', 'question 2']);
    expect(finished.slice(2)).toEqual(Array.from({ length: 200 }, (_, i) => `bulk ${i}`));
  });

  it('lets a question pass the passage that waits inside a busy worker', async () => {
    const { pool, gate } = openPool(1);
    await run(pool, [0]);
    gate.close();
    const finished: string[] = [];
    const first = run(pool, [1]).then(() => finished.push('in work'));
    const second = run(pool, [2]).then(() => finished.push('in hand'));
    const question = run(pool, [3], 'interactive').then(() => finished.push('question'));
    gate.open();
    await Promise.all([first, second, question]);
    // The worker may not have begun the first passage when the question arrives.
    expect(finished.indexOf('question')).toBeLessThanOrEqual(1);
    expect(finished.indexOf('in hand')).toBe(2);
  });

  it('makes tokens only of texts a worker can take', async () => {
    const { pool, gate } = openPool(1);
    await run(pool, [0]);
    gate.close();
    const tokenised: string[] = [];
    const job = jobOf(Array.from({ length: 50 }, (_, i) => i));
    const done = pool.run({
      ...job,
      tokensOf: (text) => {
        tokenised.push(text);
        return job.tokensOf(text);
      },
    });
    expect(tokenised).toEqual(['0', '1']);
    gate.open();
    await done;
    expect(tokenised).toHaveLength(50);
  });

  it('rejects at once when the signal aborts, and starts nothing more of the job', async () => {
    const { pool, gate } = openPool(1, { closed: true });
    const controller = new AbortController();
    const tokenised: string[] = [];
    const job = jobOf([1, 2, 3, 4, 5]);
    const aborted = pool.run({
      ...job,
      signal: controller.signal,
      tokensOf: (text) => {
        tokenised.push(text);
        return job.tokensOf(text);
      },
    });
    const other = run(pool, [6]);
    controller.abort(new Error('no longer wanted'));
    await expect(aborted).rejects.toThrow('no longer wanted');
    gate.open();
    expect(await other).toEqual([6]);
    expect(tokenised).toEqual([]);
  });

  it('rejects a job whose text cannot be embedded, and goes on with the others', async () => {
    const { pool } = openPool(2);
    const failing = run(pool, [1, FAILS, 2]);
    const other = run(pool, [3]);
    await expect(failing).rejects.toThrow('a text could not be embedded: Error: bad text');
    expect(await other).toEqual([3]);
  });

  it('rejects a job whose text cannot be made tokens, with that error', async () => {
    const { pool } = openPool(1);
    const tokensOf = (): never => {
      throw new RangeError('too long');
    };
    await expect(pool.run({ ...jobOf([1]), tokensOf })).rejects.toThrow(RangeError);
    expect(await run(pool, [2])).toEqual([2]);
  });

  it('replaces a worker that crashed and tries its texts once more', async () => {
    const { pool } = openPool(1);
    expect(await run(pool, [1, CRASHES_ONCE, 2, 3])).toEqual([1, CRASHES_ONCE, 2, 3]);
  });

  it('gives up a text that crashes a second worker, and goes on with the others', async () => {
    const { pool } = openPool(1);
    await expect(run(pool, [CRASHES])).rejects.toThrow('a text ended the worker 2 times');
    expect(await run(pool, [4])).toEqual([4]);
  });

  it('says why the model cannot be loaded, each time it is asked', async () => {
    const { pool } = openPool(2, { cannotStart: true });
    for (const priority of ['interactive', 'bulk'] as const) {
      await expect(run(pool, [1], priority)).rejects.toThrow(
        'the embedding model could not be loaded: no such model',
      );
    }
  });

  it('rejects what is not done when it is closed', async () => {
    const { pool, gate } = openPool(1, { closed: true });
    const pending = run(pool, [1, 2]);
    const closed = pool.close();
    gate.open();
    await expect(pending).rejects.toThrow('the embedder is closed');
    await expect(run(pool, [3])).rejects.toThrow('the embedder is closed');
    await expect(closed).resolves.toBeUndefined();
  });
});

interface Gate {
  readonly open: () => void;
  readonly close: () => void;
}

function openPool(
  threads: number,
  { closed = false, cannotStart = false } = {},
): { readonly pool: WorkerPool; readonly gate: Gate } {
  const shared = new Int32Array(new SharedArrayBuffer(8));
  const gate: Gate = {
    open: () => {
      Atomics.store(shared, 0, 1);
      Atomics.notify(shared, 0);
    },
    close: () => Atomics.store(shared, 0, 0),
  };
  if (!closed) gate.open();
  const data: GatedWorkerData = { shared, cannotStart };
  const pool = new WorkerPool(threads, () =>
    startWorker(new URL('./gated-worker.ts', import.meta.url), data),
  );
  pools.push(pool);
  return { pool, gate };
}

/** Texts are numbers, and so are their tokens and vectors. */
function jobOf(
  numbers: readonly number[],
  priority: EmbeddingJob['priority'] = 'bulk',
): EmbeddingJob {
  return { texts: numbers.map(String), tokensOf: (text) => Int32Array.of(Number(text)), priority };
}

async function run(
  pool: WorkerPool,
  numbers: readonly number[],
  priority?: EmbeddingJob['priority'],
): Promise<number[]> {
  const vectors = await pool.run(jobOf(numbers, priority));
  return vectors.map(([value = NaN]) => value);
}
