import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PassageFilter } from '../../../src/search/partition.ts';
import { NearestSearch } from '../../../src/search/vectors/nearest-search.ts';
import { PackedRows } from '../../../src/search/vectors/packed-rows.ts';
import { packArticles } from '../../../src/search/vectors/partition-rows.ts';
import type { ArticleVectors } from '../../../src/search/vectors/vector-index.ts';
import { MemoryVectorIndex } from '../../fakes/memory-vector-index.ts';
import { FEBRUARY, FEBRUARY_5, JANUARY_5, article, randomDirections, unit } from './vectors.ts';

const DIMENSIONS = 16;
const BLOCK_ROWS = 256;

/** The same articles in the packed search and, as the oracle, in the plain index. */
async function build(articles: readonly ArticleVectors[]) {
  const rows = new PackedRows(DIMENSIONS, BLOCK_ROWS);
  for (const put of articles) rows.add(put.partition, packArticles([put], DIMENSIONS));
  const oracle = new MemoryVectorIndex(DIMENSIONS);
  await oracle.apply({ put: articles, remove: [] });
  return { search: new NearestSearch(rows), oracle };
}

/** Articles of three passages; every fourth one repeats a vector seen before. */
function makeArticles(seed: number, count: number): ArticleVectors[] {
  const next = randomDirections(seed, DIMENSIONS);
  const repeated = next();
  return Array.from({ length: count }, (_, i) => {
    const vectors = [next(), i % 4 === 0 ? repeated : next(), next()];
    const placed = { partition: FEBRUARY, day: FEBRUARY_5 + (i % 20) };
    return article(i + 1, vectors, i % 3 === 0 ? placed : { day: JANUARY_5 + (i % 20) });
  });
}

const filters: fc.Arbitrary<PassageFilter> = fc
  .record(
    {
      firstDay: fc.integer({ min: JANUARY_5 - 2, max: FEBRUARY_5 + 22 }),
      lastDay: fc.integer({ min: JANUARY_5 - 2, max: FEBRUARY_5 + 22 }),
      articleKeys: fc
        .record({ share: fc.integer({ min: 1, max: 6 }) })
        .map(({ share }) => new Set(Array.from({ length: 600 }, (_, i) => i * share))),
    },
    { requiredKeys: [] },
  )
  .map((filter) => ({ scopes: ['shared'], ...filter }));

describe('the search over packed vectors', () => {
  it('finds what a plain float search finds, for any filter and k', async () => {
    const { search, oracle } = await build(makeArticles(1, 500));
    const next = randomDirections(2, DIMENSIONS);
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 1, max: 300 }), async (filter, k) => {
        const query = next();
        expect(search.search(query, k, filter)).toEqual(await oracle.search(query, k, filter));
      }),
      { numRuns: 60 },
    );
  });

  // Their int8 copies are all equal: the first 200 proposed are 200 arbitrary ones.
  it('tells apart more nearly equal vectors than it rescores at first', async () => {
    const next = randomDirections(3, DIMENSIONS);
    const centre = next();
    const near = () => unit(...next().map((value, i) => (centre[i] ?? 0) + value * 1e-4));
    const articles = Array.from({ length: 700 }, (_, i) => article(i + 1, [near()]));
    const { search, oracle } = await build(articles);
    const filter = { scopes: ['shared'] };
    for (let i = 0; i < 20; i++) {
      const query = near();
      expect(search.search(query, 10, filter)).toEqual(await oracle.search(query, 10, filter));
    }
  });

  it('orders a thousand equal vectors by passage id', async () => {
    const [vector] = [randomDirections(4, DIMENSIONS)()];
    const articles = Array.from({ length: 1_000 }, (_, i) => article(1_000 - i, [vector]));
    const { search } = await build(articles);
    const hits = search.search(vector, 3, { scopes: ['shared'] });
    expect(hits.map(({ passageId }) => passageId)).toEqual([10, 20, 30]);
  });

  it('is still exact when later vectors have larger values than the first', async () => {
    const next = randomDirections(5, DIMENSIONS);
    const axis = (i: number) => unit(...Array.from({ length: DIMENSIONS }, (_, j) => +(i === j)));
    const flat = Array.from({ length: 600 }, (_, i) => article(i + 1, [next()]));
    const steep = Array.from({ length: DIMENSIONS }, (_, i) => article(1_000 + i, [axis(i)]));
    const { search, oracle } = await build([...flat, ...steep]);
    for (let i = 0; i < 20; i++) {
      const query = i < DIMENSIONS ? axis(i) : next();
      const filter = { scopes: ['shared'] };
      expect(search.search(query, 5, filter)).toEqual(await oracle.search(query, 5, filter));
    }
  });
});
