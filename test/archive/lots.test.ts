import { describe, expect, it } from 'vitest';
import { processInLots } from '../../src/archive/lots.ts';

interface Recorder {
  readonly chunks: number[];
  readonly lots: number[];
  readonly written: number[];
}

function record(
  recorder: Recorder,
  { length = 1, passages = 1 }: { readonly length?: number; readonly passages?: number } = {},
) {
  return {
    length: () => length,
    prepare: (chunk: readonly number[]) => {
      recorder.chunks.push(chunk.length);
      return Promise.resolve(chunk);
    },
    passages: () => passages,
    write: (lot: readonly number[]) => {
      recorder.lots.push(lot.length);
      recorder.written.push(...lot);
      return Promise.resolve();
    },
  };
}

const numbers = Array.from({ length: 1_000 }, (_, n) => n);

describe('processInLots', () => {
  it('writes everything once, in order, in bounded chunks and lots', async () => {
    const recorder: Recorder = { chunks: [], lots: [], written: [] };
    await processInLots(numbers, record(recorder));
    expect(recorder.written).toEqual(numbers);
    expect(Math.max(...recorder.chunks)).toBe(64);
    expect(recorder.lots).toEqual([512, 488]);
  });

  it('closes chunks by their length and lots by their passages', async () => {
    const recorder: Recorder = { chunks: [], lots: [], written: [] };
    await processInLots(numbers.slice(0, 20), record(recorder, { length: 250_000, passages: 600 }));
    expect(recorder.chunks).toEqual(Array.from({ length: 10 }, () => 2));
    expect(recorder.lots).toEqual([4, 4, 4, 4, 4]);
  });

  it('does nothing for nothing', async () => {
    const recorder: Recorder = { chunks: [], lots: [], written: [] };
    await processInLots([], record(recorder));
    expect(recorder).toEqual({ chunks: [], lots: [], written: [] });
  });

  it('prepares the next lot while one is being written, and writes one at a time', async () => {
    const events: string[] = [];
    const waiting: (() => void)[] = [];
    const recorder: Recorder = { chunks: [], lots: [], written: [] };
    const all = processInLots(numbers, {
      ...record(recorder, { passages: 32 }),
      prepare: (chunk) => {
        events.push(`prepare ${chunk[0] ?? ''}`);
        return Promise.resolve(chunk);
      },
      write: (lot) => {
        events.push(`write ${lot[0] ?? ''}`);
        return new Promise((resolve) => waiting.push(resolve));
      },
    });
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    // Two chunks ahead of what is held; the second lot waits for the first.
    expect(events).toEqual(['prepare 0', 'prepare 64', 'write 0', 'prepare 128']);
    while (waiting.length > 0) {
      waiting.shift()?.();
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    }
    await all;
    expect(events.filter((event) => event.startsWith('write'))).toHaveLength(16);
  });

  it('rejects with the first failure, after everything has come to rest', async () => {
    let resting = false;
    const failing = processInLots(numbers, {
      length: () => 1,
      prepare: (chunk) =>
        chunk[0] === 0
          ? Promise.reject(new Error('first'))
          : Promise.resolve().then(() => {
              resting = true;
              throw new Error('second');
            }),
      passages: () => 1,
      write: () => Promise.resolve(),
    });
    await expect(failing).rejects.toThrow('first');
    expect(resting).toBe(true);
  });
});
