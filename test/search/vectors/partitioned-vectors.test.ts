import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LocalIndex } from 'vectra/browser';
import { writeFileAtomically } from '../../../src/storage/atomic-file.ts';
import { PartitionCodec } from '../../../src/search/vectors/partition-codec.ts';
import { encodePartition } from '../../../src/search/vectors/partition-file.ts';
import { packArticles } from '../../../src/search/vectors/partition-rows.ts';
import type { VectorClient } from '../../../src/search/vectors/vector-client.ts';
import { VectraStorage, type WriteFile } from '../../../src/search/vectors/vectra-storage.ts';
import { MemoryVectorIndex } from '../../fakes/memory-vector-index.ts';
import {
  FEBRUARY,
  FEBRUARY_5,
  JANUARY,
  article,
  openLocalIndex,
  randomDirections,
  unit,
} from './vectors.ts';

const SHARED = { scopes: ['shared'] };
const EAST = unit(1, 0, 0, 0);
const NORTH = unit(0, 1, 0, 0);
const IN_FEBRUARY = { partition: FEBRUARY, day: FEBRUARY_5 };

let folder: string;
let index: VectorClient;
const open = (write?: WriteFile) =>
  openLocalIndex({ folder, dimensions: 4, ...(write === undefined ? {} : { write }) });
const reopen = async () => {
  await index.close();
  index = open();
};
const put = (...articles: ReturnType<typeof article>[]) =>
  index.apply({ put: articles, remove: [] });
const fileOf = (partition: string) => join(folder, partition, 'index.vec');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vectors-'));
  index = open();
});
afterEach(async () => {
  await index.close();
  await rm(folder, { recursive: true, force: true });
});

describe('partitions on the disk', () => {
  it('hold after any sequence of changes and reopenings what a plain index holds', async () => {
    const partitions = [JANUARY, FEBRUARY, 'shared/2024-01.1', '123/undated.0'] as const;
    // An article's key decides its partition, as its date would.
    const placed = (key: number) => ({
      partition: partitions[key % 4] ?? JANUARY,
      day: key % 4 === 3 ? null : key % 4 === 1 ? FEBRUARY_5 : FEBRUARY_5 - 31,
    });
    const key = fc.integer({ min: 1, max: 12 });
    const step = fc.oneof(
      fc.record({ kind: fc.constant('put'), key, passages: fc.integer({ min: 0, max: 4 }) }),
      fc.record({ kind: fc.constantFrom('remove', 'reopen'), key, passages: fc.constant(0) }),
    );
    const scopes = ['shared', '123'];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.nat(), async (steps, seed) => {
        await rm(folder, { recursive: true, force: true });
        await reopen();
        const next = randomDirections(seed, 4);
        const oracle = new MemoryVectorIndex(4);
        for (const { kind, key, passages } of steps) {
          const vectors = Array.from({ length: passages }, next);
          const change = {
            put: kind === 'put' ? [article(key, vectors, placed(key))] : [],
            remove: kind === 'remove' ? [{ articleKey: key, ...placed(key) }] : [],
          };
          if (kind === 'reopen') await reopen();
          await Promise.all([index.apply(change), oracle.apply(change)]);
        }
        await reopen();
        const query = next();
        expect(await index.status()).toEqual(await oracle.status());
        expect(await index.search(query, 99, { scopes })).toEqual(
          await oracle.search(query, 99, { scopes }),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('are indexes that Vectra itself can search', async () => {
    await put(article(1, [EAST, NORTH]), article(2, [unit(1, 1, 0, 0)]));
    const vectra = new LocalIndex(
      join(folder, JANUARY),
      'index.vec',
      new VectraStorage(),
      new PartitionCodec(4),
    );
    const [best, second] = await vectra.queryItems([1, 0, 0, 0], '', 2);
    expect([best?.item.id, second?.item.id]).toEqual(['10', '20']);
    expect(best?.item.metadata).toMatchObject({ articleKey: 1, start: 0, end: 90 });
  });

  it('lose their folder with their last passage', async () => {
    await put(article(1, [EAST]), article(2, [EAST], IN_FEBRUARY));
    await index.apply({ put: [], remove: [{ articleKey: 1, partition: JANUARY }] });
    expect(await readdir(join(folder, 'shared'))).toEqual(['2024-02.0']);
  });

  it('are not written when a change changes nothing', async () => {
    await index.close();
    const written: string[] = [];
    index = open(async (path, content) => {
      written.push(path);
      await writeFileAtomically(path, content);
    });
    await put(article(1, [EAST]));
    written.length = 0;
    await index.apply({ put: [], remove: [{ articleKey: 9, partition: JANUARY }] });
    expect(written).toEqual([]);
  });
});

describe('a failed write', () => {
  it('leaves the old state readable and later writes working', async () => {
    await put(article(1, [EAST]));
    await index.close();
    let full = true;
    index = open((path, content) =>
      full
        ? Promise.reject(new Error('ENOSPC: no space left'))
        : writeFileAtomically(path, content),
    );
    await expect(put(article(1, [NORTH]), article(2, [EAST]))).rejects.toThrow('ENOSPC');
    await expect(put(article(3, [EAST], IN_FEBRUARY))).rejects.toThrow('ENOSPC');
    expect([...(await index.cosines(EAST, [10, 20, 30]))]).toEqual([1, NaN, NaN]);

    full = false;
    await put(article(2, [NORTH]));
    await reopen();
    expect([...(await index.cosines(EAST, [10, 20, 30]))]).toEqual([1, 0, NaN]);
    expect(await index.status()).toEqual([{ partition: JANUARY, passages: 2, damage: null }]);
  });

  it('between two partitions is mended by applying the change again', async () => {
    await index.close();
    let failing = true;
    index = open((path, content) =>
      failing && path.includes('2024-02')
        ? Promise.reject(new Error('ENOSPC: no space left'))
        : writeFileAtomically(path, content),
    );
    const change = { put: [article(1, [EAST]), article(2, [EAST], IN_FEBRUARY)], remove: [] };
    await expect(index.apply(change)).rejects.toThrow('ENOSPC');
    failing = false;
    await index.apply(change);
    await reopen();
    expect(await index.search(EAST, 9, SHARED)).toHaveLength(2);
  });
});

describe('what a crash or a stranger left', () => {
  it('in temporary files is deleted, and an empty partition with it', async () => {
    await put(article(1, [EAST]));
    await writeFile(join(folder, JANUARY, 'index.vec.0a1b2c.tmp'), 'half');
    await mkdir(join(folder, FEBRUARY));
    await writeFile(join(folder, FEBRUARY, 'index.vec.0a1b2c.tmp'), 'half');
    const empty = join(folder, 'shared/2024-03.0');
    await mkdir(empty);
    await writeFile(join(empty, 'index.vec'), encodePartition(packArticles([], 4)));
    await reopen();
    expect(await index.status()).toEqual([{ partition: JANUARY, passages: 1, damage: null }]);
    expect(await readdir(join(folder, JANUARY))).toEqual(['index.vec']);
    expect(await readdir(join(folder, 'shared'))).toEqual(['2024-01.0']);
  });

  it('under other names is left alone', async () => {
    await mkdir(join(folder, 'shared/notes'), { recursive: true });
    await writeFile(join(folder, 'shared/readme.txt'), 'mine');
    await reopen();
    expect(await index.status()).toEqual([]);
    expect(await readdir(join(folder, 'shared'))).toEqual(['notes', 'readme.txt']);
  });

  it('damaged is reported, takes no changes, and can be dropped and rebuilt', async () => {
    await put(article(1, [EAST]), article(2, [EAST], IN_FEBRUARY));
    const whole = await readFile(fileOf(JANUARY));
    await writeFile(fileOf(JANUARY), whole.subarray(0, 70));
    await reopen();
    const [january, february] = await index.status();
    expect(january).toMatchObject({ partition: JANUARY, passages: 0 });
    expect(january?.damage).toContain('70 bytes');
    expect(february).toEqual({ partition: FEBRUARY, passages: 1, damage: null });

    await expect(put(article(3, [EAST]))).rejects.toThrow(/dropped and rebuilt/);
    expect(await readFile(fileOf(JANUARY))).toHaveLength(70);
    await index.dropPartition(JANUARY);
    await put(article(1, [NORTH]));
    await reopen();
    expect(await index.status()).toHaveLength(2);
    expect([...(await index.cosines(EAST, [10, 20]))]).toEqual([0, 1]);
  });

  it('with a sound checksum but vectors that cannot be is damage too', async () => {
    await put(article(1, [EAST]));
    const zero = packArticles([article(1, [new Float32Array(4)])], 4);
    await writeFile(fileOf(JANUARY), encodePartition(zero));
    await reopen();
    expect((await index.status())[0]?.damage).toContain('passage 10 has norm 0');
  });

  it('of an index of other dimensions is damage that names both', async () => {
    await put(article(1, [EAST]));
    await index.close();
    index = openLocalIndex({ folder, dimensions: 3 });
    expect((await index.status())[0]?.damage).toBe(
      'the file holds vectors of 4 values, the index 3',
    );
  });
});
