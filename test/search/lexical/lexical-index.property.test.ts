import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type {
  LexicalArticle,
  LexicalChange,
  LexicalIndex,
  LexicalQuery,
  LexicalResult,
} from '../../../src/search/lexical/lexical-index.ts';
import { openLexicalIndex } from '../../../src/search/lexical/open-lexical-index.ts';
import type { PartitionId } from '../../../src/search/partition.ts';
import { MemoryLexicalIndex } from '../../fakes/memory-lexical-index.ts';

const DAYS_PER_MONTH = 29;
const FIRST_DAY = 19_754;
const partitions: readonly PartitionId[] = [
  'shared/2024-02.0',
  'shared/2024-02.1',
  '4711/2024-02.0',
  'shared/undated.0',
];
const vocabulary = 'storm harbour vote 3.5 été Brussels arms talk minister 100 war peace'.split(
  ' ',
);

/** Few words, so that documents share them; any string now and then, because articles hold anything. */
const text = fc.oneof(
  { weight: 9, arbitrary: fc.array(fc.constantFrom(...vocabulary), { maxLength: 30 }) },
  { weight: 1, arbitrary: fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }) },
);

/** An article's key decides its partition and its passages' ids, as in the archive, where both never change. */
const article: fc.Arbitrary<LexicalArticle> = fc
  .record({
    articleKey: fc.integer({ min: 1, max: 12 }),
    dayOfMonth: fc.integer({ min: 0, max: DAYS_PER_MONTH - 1 }),
    headline: fc.array(fc.constantFrom(...vocabulary), { maxLength: 3 }),
    body: text,
    cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
  })
  .map(({ articleKey, dayOfMonth, headline, body, cuts }) => {
    const canonical = body.join(' ');
    const partition = partitionOf(articleKey);
    return {
      articleKey,
      partition,
      day: partition.includes('undated') ? null : FIRST_DAY + dayOfMonth,
      headline: headline.join(' '),
      canonical,
      // Overlapping stretches, each from one cut to the next but one; ids of different articles interleave.
      passages: cuts.slice(1).map((cut, at) => {
        const ends = [cuts[at] ?? 0, cut].map((share) => Math.round(share * canonical.length));
        return {
          passageId: at * 100 + articleKey,
          start: Math.min(...ends),
          end: Math.max(...ends),
        };
      }),
    };
  });

function partitionOf(articleKey: number): PartitionId {
  return partitions[articleKey % partitions.length] ?? 'shared/undated.0';
}

const change: fc.Arbitrary<LexicalChange> = fc.record({
  put: fc.uniqueArray(article, { maxLength: 8, selector: ({ articleKey }) => articleKey }),
  remove: fc.array(
    fc
      .integer({ min: 1, max: 12 })
      .map((articleKey) => ({ articleKey, partition: partitionOf(articleKey) })),
    { maxLength: 4 },
  ),
});

const optionalDay = fc.option(fc.integer({ min: FIRST_DAY - 1, max: FIRST_DAY + 30 }), {
  nil: undefined,
});
const query: fc.Arbitrary<LexicalQuery> = fc
  .record({
    // `analyse` leaves these words as they are, but for those spelled out.
    terms: fc.array(
      fc.constantFrom('storm', 'harbour', 'vote', '3.5', 'ete', 'brussel', 'arm', 'nothing'),
    ),
    scopes: fc.subarray(['shared', '4711', '4712']),
    firstDay: optionalDay,
    lastDay: optionalDay,
    articleKeys: fc.option(
      fc.array(fc.integer({ min: 1, max: 12 })).map((keys) => new Set(keys)),
      { nil: undefined, freq: 2 },
    ),
    passages: fc.nat({ max: 20 }),
    articles: fc.nat({ max: 8 }),
    alsoScore: fc.array(fc.nat({ max: 520 }), { maxLength: 10 }),
  })
  .map(({ terms, scopes, firstDay, lastDay, articleKeys, ...rest }) => ({
    ...rest,
    terms,
    filter: {
      scopes,
      ...(firstDay === undefined ? {} : { firstDay }),
      ...(lastDay === undefined ? {} : { lastDay }),
      ...(articleKeys === undefined ? {} : { articleKeys }),
    },
  }));

it('scores and ranks like plain BM25 over any articles, changes, scopes and filters, reopened or not', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ change, reopen: fc.boolean() }), { minLength: 1, maxLength: 4 }),
      fc.array(query, { minLength: 1, maxLength: 6 }),
      async (steps, queries) => {
        const folder = await mkdtemp(join(tmpdir(), 'lexical-'));
        const oracle = new MemoryLexicalIndex();
        let index = await openLexicalIndex({ folder });
        for (const step of steps) {
          await index.apply(step.change);
          await oracle.apply(step.change);
          if (step.reopen) {
            await index.close();
            index = await openLexicalIndex({ folder });
          }
          for (const each of queries) expectSame(index, oracle, each);
        }
        await index.close();
        await rm(folder, { recursive: true });
      },
    ),
    { numRuns: 60 },
  );
});

function expectSame(index: LexicalIndex, oracle: LexicalIndex, each: LexicalQuery): void {
  const { scopes } = each.filter;
  expect(index.statistics(each.terms, scopes)).toEqual(oracle.statistics(each.terms, scopes));
  expect(bySize(index)).toEqual(bySize(oracle));
  const found = index.search(each);
  const expected = oracle.search(each);
  expect(found.ranked).toBe(expected.ranked);
  expect(scoresOf(found)).toEqual(scoresOf(expected).map(near));
  // Where sums differ in their last digit equal scores may swap places; each id's own score must still be right.
  const everything = oracle.search({ ...each, passages: 1_000, articles: 1_000 });
  const hits = new Map(everything.passages.map((hit) => [hit.passageId, hit]));
  for (const hit of found.passages) {
    const { articleKey, score, articleScore } = hits.get(hit.passageId) ?? {};
    expect(hit.articleKey).toBe(articleKey);
    expect([hit.score, hit.articleScore]).toEqual([score ?? NaN, articleScore ?? NaN].map(near));
  }
  const articles = new Map(everything.articles.map(({ articleKey, score }) => [articleKey, score]));
  for (const { articleKey, score } of found.articles) {
    expect(score).toEqual(near(articles.get(articleKey) ?? NaN));
  }
}

function scoresOf({ passages, articles }: LexicalResult): number[] {
  return [...passages, ...articles].map(({ score }) => score);
}

/** Equal to a relative 1e-9. */
function near(value: number): unknown {
  if (value === 0) return 0;
  return expect.closeTo(value, 9 - Math.floor(Math.log10(Math.abs(value)))) as unknown;
}

function bySize(index: LexicalIndex) {
  return index.status().toSorted((a, b) => a.partition.localeCompare(b.partition));
}
