import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VectorError, type VectorIndex } from '../../src/search/vectors/vector-index.ts';
import {
  FEBRUARY,
  FEBRUARY_5,
  JANUARY,
  JANUARY_5,
  article,
  unit,
} from '../search/vectors/vectors.ts';

const SHARED = { scopes: ['shared'] };
const EAST = unit(1, 0, 0, 0);
const NORTH = unit(0, 1, 0, 0);
const NORTH_EAST = unit(1, 1, 0, 0);

/** What every vector index does. `open` gives an empty one of 4 dimensions. */
export function vectorIndexContract(open: () => Promise<VectorIndex>): void {
  let index: VectorIndex;
  beforeEach(async () => {
    index = await open();
  });
  afterEach(() => index.close());

  const put = (...articles: ReturnType<typeof article>[]) =>
    index.apply({ put: articles, remove: [] });
  const idsNear = async (query: Float32Array, filter = SHARED) =>
    (await index.search(query, 10, filter)).map(({ passageId }) => passageId);

  describe('search', () => {
    it('finds nothing in an empty index', async () => {
      expect(await index.search(EAST, 10, SHARED)).toEqual([]);
      expect(await index.status()).toEqual([]);
    });

    it('ranks by cosine and names the article', async () => {
      await put(article(1, [NORTH, EAST]), article(2, [NORTH_EAST]));
      const hits = await index.search(EAST, 10, SHARED);
      expect(hits.map(({ passageId, articleKey }) => [passageId, articleKey])).toEqual([
        [11, 1],
        [20, 2],
        [10, 1],
      ]);
      expect(hits[0]?.cosine).toBeCloseTo(1, 6);
      expect(hits[1]?.cosine).toBeCloseTo(Math.SQRT1_2, 6);
      expect(hits[2]?.cosine).toBeCloseTo(0, 6);
    });

    it('gives at most k hits, and none for k = 0', async () => {
      await put(article(1, [NORTH, EAST, NORTH_EAST]));
      expect(await index.search(EAST, 2, SHARED)).toHaveLength(2);
      expect(await index.search(EAST, 0, SHARED)).toEqual([]);
    });

    it('orders equal cosines by passage id, whatever the order of arrival', async () => {
      await put(article(3, [EAST]), article(1, [EAST]));
      await put(article(2, [EAST]));
      expect(await idsNear(EAST)).toEqual([10, 20, 30]);
    });

    it('does not depend on the length of the query vector', async () => {
      await put(article(1, [NORTH_EAST]));
      const [hit] = await index.search(Float32Array.of(5, 0, 0, 0), 1, SHARED);
      expect(hit?.cosine).toBeCloseTo(Math.SQRT1_2, 6);
    });

    it('sees only the scopes of the filter', async () => {
      const guild = article(2, [EAST], { partition: '123/2024-01.0' });
      await put(article(1, [EAST]), guild);
      expect(await idsNear(EAST)).toEqual([10]);
      expect(await idsNear(EAST, { scopes: ['123'] })).toEqual([20]);
      expect(await idsNear(EAST, { scopes: ['shared', '123'] })).toEqual([10, 20]);
      expect(await idsNear(EAST, { scopes: [] })).toEqual([]);
    });

    it('keeps to the days of the filter, both inclusive, and leaves undated articles out', async () => {
      const february = article(2, [EAST], { partition: FEBRUARY, day: FEBRUARY_5 });
      const undated = article(3, [EAST], { partition: 'shared/undated.0', day: null });
      await put(article(1, [EAST]), february, undated);
      const within = (days: object) => idsNear(EAST, { ...SHARED, ...days });
      expect(await within({})).toEqual([10, 20, 30]);
      expect(await within({ firstDay: JANUARY_5 + 1 })).toEqual([20]);
      expect(await within({ lastDay: FEBRUARY_5 - 1 })).toEqual([10]);
      expect(await within({ firstDay: JANUARY_5, lastDay: FEBRUARY_5 })).toEqual([10, 20]);
    });

    it('keeps to the articles of the filter', async () => {
      await put(article(1, [EAST]), article(2, [EAST]), article(3, [EAST]));
      const only = (...keys: number[]) =>
        idsNear(EAST, { ...SHARED, ...{ articleKeys: new Set(keys) } });
      expect(await only(1, 3, 99)).toEqual([10, 30]);
      expect(await only()).toEqual([]);
    });

    it('refuses a query of another length or without direction', async () => {
      await put(article(1, [EAST]));
      for (const query of [unit(1, 0, 0), new Float32Array(4), Float32Array.of(NaN, 1, 0, 0)]) {
        await expect(index.search(query, 1, SHARED)).rejects.toThrow(VectorError);
        await expect(index.cosines(query, [10])).rejects.toThrow(VectorError);
      }
    });
  });

  describe('cosines', () => {
    it('answers in the order asked, NaN for what is not there', async () => {
      await put(article(1, [NORTH, EAST]));
      const cosines = await index.cosines(EAST, [11, 99, 10, 11]);
      expect([...cosines].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([1, NaN, 0, 1]);
    });
  });

  describe('apply', () => {
    it('replaces an article that is there', async () => {
      await put(article(1, [EAST, NORTH]), article(2, [NORTH]));
      await put(article(1, [NORTH_EAST]));
      expect(await idsNear(EAST)).toEqual([10, 20]);
      expect(await index.status()).toEqual([{ partition: JANUARY, passages: 2, damage: null }]);
    });

    it('replaces an article that is removed and put in one step, and moves one between partitions', async () => {
      await put(article(1, [EAST]));
      await index.apply({
        put: [article(1, [NORTH], { partition: FEBRUARY, day: FEBRUARY_5 })],
        remove: [{ articleKey: 1, partition: JANUARY }],
      });
      await index.apply({
        put: [article(1, [EAST], { partition: FEBRUARY, day: FEBRUARY_5 })],
        remove: [{ articleKey: 1, partition: FEBRUARY }],
      });
      expect([...(await index.cosines(EAST, [10]))]).toEqual([1]);
      expect(await index.status()).toEqual([{ partition: FEBRUARY, passages: 1, damage: null }]);
    });

    it('is the same done twice as once', async () => {
      const change = {
        put: [article(1, [EAST]), article(2, [NORTH])],
        remove: [{ articleKey: 3, partition: JANUARY }],
      };
      await index.apply(change);
      await index.apply(change);
      expect(await idsNear(EAST)).toEqual([10, 20]);
    });

    it('removes articles, ignores absent ones, and forgets a partition without passages', async () => {
      await put(article(1, [EAST]), article(2, [EAST]));
      const remove = (articleKey: number, partition = JANUARY) =>
        index.apply({ put: [], remove: [{ articleKey, partition }] });
      await remove(99);
      await remove(1, FEBRUARY);
      await remove(1);
      expect(await idsNear(EAST)).toEqual([20]);
      await remove(2);
      expect(await index.status()).toEqual([]);
    });

    it('takes an article without passages as its removal', async () => {
      await put(article(1, [EAST]));
      await put(article(1, []));
      expect(await index.status()).toEqual([]);
    });

    it('keeps what it was given, whatever the caller does with the vector later', async () => {
      const vector = unit(1, 0, 0, 0);
      const applied = put(article(1, [vector]));
      vector.set([0, 1, 0, 0]);
      await applied;
      expect([...(await index.cosines(EAST, [10]))]).toEqual([1]);
    });

    it('reads vectors that are parts of a larger buffer', async () => {
      const buffer = Float32Array.of(9, 9, 9, 1, 0, 0, 0, 0, 1, 0, 0, 9);
      await put(article(1, [buffer.subarray(3, 7), buffer.subarray(7, 11)]));
      expect([...(await index.cosines(buffer.subarray(3, 7), [10, 11]))]).toEqual([1, 0]);
      expect(await idsNear(buffer.subarray(7, 11))).toEqual([11, 10]);
    });

    const refused: [string, Float32Array][] = [
      ['too short', unit(1, 0, 0)],
      ['too long', unit(1, 0, 0, 0, 0)],
      ['not a number', Float32Array.of(NaN, 1, 0, 0)],
      ['infinite', Float32Array.of(Infinity, 0, 0, 0)],
      ['zero', new Float32Array(4)],
      ['not normalised', Float32Array.of(1, 0.1, 0, 0)],
    ];
    it.each(refused)('stores nothing of a change with a vector that is %s', async (_, vector) => {
      const bad = article(2, [vector], { partition: FEBRUARY, day: FEBRUARY_5 });
      await expect(put(article(1, [EAST]), bad)).rejects.toThrow(VectorError);
      expect(await index.status()).toEqual([]);
    });

    it('refuses a passage that another article holds, unless that article goes', async () => {
      await put(article(1, [EAST]));
      const other = article(2, [NORTH], { firstPassage: 10, partition: FEBRUARY, day: FEBRUARY_5 });
      await expect(put(other)).rejects.toThrow(/passage 10/);
      await expect(
        put(article(3, [EAST]), article(4, [EAST], { firstPassage: 30 })),
      ).rejects.toThrow(VectorError);
      await index.apply({ put: [other], remove: [{ articleKey: 1, partition: JANUARY }] });
      expect(await index.search(NORTH, 5, SHARED)).toEqual([
        { passageId: 10, articleKey: 2, cosine: 1 },
      ]);
    });

    it('refuses a name that is no partition', async () => {
      for (const name of ['../../elsewhere/2024-01.0', 'shared/2024-01', 'shared']) {
        // The type allows the first two; the last stands for what a bug may bring.
        const partition = name as typeof JANUARY;
        await expect(put(article(1, [EAST], { partition }))).rejects.toThrow(VectorError);
      }
    });

    it('loses nothing when 40 changes overlap', async () => {
      await Promise.all(
        Array.from({ length: 40 }, (_, i) =>
          put(article(i + 1, [EAST], i % 2 === 0 ? {} : { partition: FEBRUARY, day: FEBRUARY_5 })),
        ),
      );
      expect(await index.status()).toEqual([
        { partition: JANUARY, passages: 20, damage: null },
        { partition: FEBRUARY, passages: 20, damage: null },
      ]);
      expect(await index.search(EAST, 100, SHARED)).toHaveLength(40);
    });
  });

  it('drops a partition and takes the same passages again', async () => {
    await put(article(1, [EAST]), article(2, [EAST], { partition: FEBRUARY, day: FEBRUARY_5 }));
    await index.dropPartition(JANUARY);
    expect(await idsNear(EAST)).toEqual([20]);
    await put(article(1, [EAST]));
    expect(await idsNear(EAST)).toEqual([10, 20]);
  });

  it('refuses every call after close, and closes twice without complaint', async () => {
    await index.close();
    await index.close();
    await expect(index.search(EAST, 1, SHARED)).rejects.toThrow('closed');
    await expect(put(article(1, [EAST]))).rejects.toThrow('closed');
    await expect(index.status()).rejects.toThrow('closed');
  });
}
