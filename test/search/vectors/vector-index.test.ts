import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VectorClient } from '../../../src/search/vectors/vector-client.ts';
import { vectorIndexContract } from '../../contracts/vector-index-contract.ts';
import { MemoryVectorIndex } from '../../fakes/memory-vector-index.ts';
import { JANUARY, article, openLocalIndex, unit } from './vectors.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vectors-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the index in memory', () => {
  vectorIndexContract(() => Promise.resolve(new MemoryVectorIndex(4)));
});

describe('the index on disk', () => {
  vectorIndexContract(() => Promise.resolve(openLocalIndex({ folder, dimensions: 4 })));
});

describe('the index on disk, with one row per block', () => {
  vectorIndexContract(() =>
    Promise.resolve(openLocalIndex({ folder, dimensions: 4, blockRows: 1 })),
  );
});

describe('a worker that dies', () => {
  it('rejects the calls that wait and all later ones, and can be closed', async () => {
    const silent = { postMessage: () => undefined, on: () => undefined };
    const client = new VectorClient(4, silent, () => Promise.resolve());
    const waiting = client.apply({ put: [article(1, [unit(1, 0, 0, 0)])], remove: [] });
    client.fail(new Error('out of memory'));
    await expect(waiting).rejects.toThrow('out of memory');
    await expect(client.dropPartition(JANUARY)).rejects.toThrow('out of memory');
    await expect(client.close()).resolves.toBeUndefined();
  });
});
