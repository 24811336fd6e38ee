import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openVectorIndex } from '../../../src/search/vectors/open-vector-index.ts';
import { VectorError, type PartitionStatus } from '../../../src/search/vectors/vector-index.ts';
import { FEBRUARY, FEBRUARY_5, JANUARY, article, unit } from './vectors.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vectors-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

// What it does once it is open, the contract shows in vector-index.test.ts without a thread per test.
describe('opening the index in a worker thread', () => {
  const EAST = unit(1, 0, 0, 0);

  it('finds what was acknowledged before, and reports damaged partitions', async () => {
    const first = await openVectorIndex({ folder, dimensions: 4 });
    const february = article(2, [EAST], { partition: FEBRUARY, day: FEBRUARY_5 });
    await first.apply({ put: [article(1, [EAST]), february], remove: [] });
    await first.close();
    await writeFile(join(folder, FEBRUARY, 'index.vec'), 'something else');

    const damaged: PartitionStatus[] = [];
    const onDamage = (status: PartitionStatus) => damaged.push(status);
    const second = await openVectorIndex({ folder, dimensions: 4, onDamage });
    expect(damaged.map(({ partition, passages }) => [partition, passages])).toEqual([
      [FEBRUARY, 0],
    ]);
    expect(damaged[0]?.damage).toContain('14 bytes');
    expect(await second.search(EAST, 5, { scopes: ['shared'] })).toEqual([
      { passageId: 10, articleKey: 1, cosine: 1 },
    ]);
    await second.close();
  });

  it('carries every call to the thread and back', async () => {
    const index = await openVectorIndex({ folder, dimensions: 4 });
    const filter = { scopes: ['shared'], articleKeys: new Set([1, 3]) };
    await Promise.all(
      [1, 2, 3].map((key) => index.apply({ put: [article(key, [EAST])], remove: [] })),
    );
    const hits = await index.search(EAST, 5, filter);
    expect(hits.map(({ passageId }) => passageId)).toEqual([10, 30]);
    expect([...(await index.cosines(EAST, [20, 99]))]).toEqual([1, NaN]);
    const wrong = index.apply({ put: [article(4, [new Float32Array(4)])], remove: [] });
    await expect(wrong).rejects.toThrow(VectorError);
    expect(await index.status()).toEqual([{ partition: JANUARY, passages: 3, damage: null }]);
    await index.dropPartition(JANUARY);
    const last = index.apply({ put: [article(5, [EAST])], remove: [] });
    await index.close();
    await expect(last).resolves.toBeUndefined();
    await expect(index.status()).rejects.toThrow('closed');
  });

  it('fails when the folder cannot be one', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expect(openVectorIndex({ folder: file, dimensions: 4 })).rejects.toThrow('ENOTDIR');
  });
});
