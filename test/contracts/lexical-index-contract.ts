import { describe, expect, it, onTestFinished } from 'vitest';
import { analyse } from '../../src/search/lexical/analyse.ts';
import type { LexicalArticle, LexicalIndex } from '../../src/search/lexical/lexical-index.ts';
import { lexicalArticle } from '../fakes/lexical-articles.ts';

/** What every lexical index must do; `open` gives an empty one. */
export function lexicalIndexContract(open: () => Promise<LexicalIndex>): void {
  async function indexOf(...put: readonly LexicalArticle[]): Promise<LexicalIndex> {
    const index = await open();
    onTestFinished(() => index.close());
    await index.apply({ put, remove: [] });
    return index;
  }

  function search(
    index: LexicalIndex,
    question: string,
    { scopes = ['shared'], passages = 10, articles = 10, ...rest }: SearchOptions = {},
  ) {
    const { alsoScore, ...filter } = rest;
    return index.search({
      terms: analyse(question),
      filter: { scopes, ...filter },
      passages,
      articles,
      ...(alsoScore ? { alsoScore } : {}),
    });
  }

  describe('scores', () => {
    it('follow the BM25 formula, the headline counting in the article only', async () => {
      const index = await indexOf(
        lexicalArticle(1, { headline: 'Storm', paragraphs: ['storm harbour', 'storm storm'] }),
        lexicalArticle(2, { headline: 'Election', paragraphs: ['votes counted'] }),
      );
      const result = search(index, 'storm');
      // Three passages of 2 terms each, two of them with the word; two articles of 5 and 3 terms, one with the word.
      const passageIdf = Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5));
      const articleIdf = Math.log(1 + (2 - 1 + 0.5) / (1 + 0.5));
      const articleScore = (articleIdf * 4 * 2.2) / (4 + 1.2 * (0.5 + (0.5 * 5) / 4));
      expect(result.passages).toEqual([
        {
          passageId: 102,
          articleKey: 1,
          score: expect.closeTo((passageIdf * 2 * 2.2) / (2 + 1.2), 12) as number,
          articleScore: expect.closeTo(articleScore, 12) as number,
        },
        {
          passageId: 101,
          articleKey: 1,
          score: expect.closeTo((passageIdf * 2.2) / (1 + 1.2), 12) as number,
          articleScore: expect.closeTo(articleScore, 12) as number,
        },
      ]);
      expect(result.ranked).toBe(2);
      expect(result.articles).toEqual([
        { articleKey: 1, score: expect.closeTo(articleScore, 12) as number },
      ]);
    });

    it('rank equal passages by ascending id and equal articles by ascending key', async () => {
      const same = { headline: 'Rain', paragraphs: ['rain falls', 'rain falls'] };
      const index = await indexOf(...[3, 1, 2].map((key) => lexicalArticle(key, same)));
      const { passages, articles } = search(index, 'rain', { passages: 5, articles: 2 });
      expect(passages.map(({ passageId }) => passageId)).toEqual([101, 102, 201, 202, 301]);
      expect(articles.map(({ articleKey }) => articleKey)).toEqual([1, 2]);
    });

    it('are the same for a term asked for twice', async () => {
      const index = await indexOf(lexicalArticle(1, { paragraphs: ['rain on the coast'] }));
      expect(search(index, 'rain rain coast')).toEqual(search(index, 'rain coast'));
    });
  });

  describe('results', () => {
    it('are empty for an empty archive, a question without terms and unknown words', async () => {
      const nothing = { passages: [], ranked: 0, articles: [] };
      expect(search(await indexOf(), 'rain')).toEqual(nothing);
      const index = await indexOf(lexicalArticle(1, { paragraphs: ['rain'] }));
      expect(search(index, '')).toEqual(nothing);
      expect(search(index, 'snow')).toEqual(nothing);
      expect(search(index, 'rain', { passages: 0, articles: 0 })).toEqual(nothing);
    });

    it('hold the passages of alsoScore after the ranked ones, in the order asked for', async () => {
      const index = await indexOf(
        lexicalArticle(1, { paragraphs: ['rain rain', 'wind', 'rain on a long grey day'] }),
        lexicalArticle(2, { paragraphs: ['sun'] }),
      );
      const alsoScore = [201, 103, 101, 999, 102, 201];
      const { passages, ranked } = search(index, 'rain', { passages: 1, alsoScore });
      expect(ranked).toBe(1);
      expect(passages.map(({ passageId }) => passageId)).toEqual([101, 201, 103, 102]);
      const [, sun, rain, wind] = passages;
      expect(sun).toMatchObject({ articleKey: 2, score: 0, articleScore: 0 });
      expect(rain?.score).toBeGreaterThan(0);
      expect(wind?.score).toBe(0);
      expect(wind?.articleScore).toBeGreaterThan(0);
    });

    it('hold articles whose passages do not match', async () => {
      const index = await indexOf(lexicalArticle(1, { headline: 'Rain', paragraphs: ['sun'] }));
      const { passages, articles } = search(index, 'rain');
      expect(passages).toEqual([]);
      expect(articles.map(({ articleKey }) => articleKey)).toEqual([1]);
    });
  });

  describe('filters', () => {
    it('hide other scopes, in results, in alsoScore and in statistics', async () => {
      const index = await indexOf(
        lexicalArticle(1, { paragraphs: ['rain'] }),
        lexicalArticle(2, { partition: '4711/2024-02.0', paragraphs: ['rain', 'rain'] }),
      );
      const { passages } = search(index, 'rain', { alsoScore: [201] });
      expect(passages.map(({ passageId }) => passageId)).toEqual([101]);
      expect(index.statistics(['rain', 'snow'], ['shared'])).toEqual({
        passages: 1,
        articles: 1,
        passageFrequency: [1, 0],
        articleFrequency: [1, 0],
      });
      expect(index.statistics(['rain'], ['4711', 'shared', '4711'])).toEqual({
        passages: 3,
        articles: 2,
        passageFrequency: [3],
        articleFrequency: [2],
      });
      expect(search(index, 'rain', { scopes: [] }).passages).toEqual([]);
    });

    it('by day and article drop documents without changing the scores of the others', async () => {
      const index = await indexOf(
        lexicalArticle(1, { day: 19_753, paragraphs: ['rain'] }),
        lexicalArticle(2, { day: 19_754, paragraphs: ['rain and wind'] }),
        lexicalArticle(3, { day: 19_783, partition: 'shared/2024-03.0', paragraphs: ['rain'] }),
        lexicalArticle(4, { day: null, partition: 'shared/undated.0', paragraphs: ['rain'] }),
      );
      const all = search(index, 'rain').passages;
      const found = (options: SearchOptions) => search(index, 'rain', options).passages;
      const those = (...keys: number[]) =>
        all.filter(({ articleKey }) => keys.includes(articleKey));
      expect(all).toHaveLength(4);
      expect(found({ firstDay: 19_754 })).toEqual(those(2, 3));
      expect(found({ lastDay: 19_754 })).toEqual(those(1, 2));
      expect(found({ firstDay: 19_754, lastDay: 19_754 })).toEqual(those(2));
      expect(found({ articleKeys: new Set([1, 4]) })).toEqual(those(1, 4));
      expect(found({ articleKeys: new Set([1, 4]), firstDay: 0 })).toEqual(those(1));
      expect(found({ articleKeys: new Set() })).toEqual([]);
      expect(found({ firstDay: 19_754, alsoScore: [101, 201] })).toEqual(those(2, 3));
    });
  });

  describe('changes', () => {
    it('replace an article that is there already', async () => {
      const index = await indexOf(lexicalArticle(1, { paragraphs: ['rain', 'rain'] }));
      await index.apply({ put: [lexicalArticle(1, { paragraphs: ['snow'] })], remove: [] });
      expect(search(index, 'rain', { alsoScore: [102] }).passages).toEqual([]);
      expect(search(index, 'snow').passages.map(({ passageId }) => passageId)).toEqual([101]);
      expect(index.statistics(['rain', 'snow'], ['shared'])).toEqual({
        passages: 1,
        articles: 1,
        passageFrequency: [0, 1],
        articleFrequency: [0, 1],
      });
    });

    it('replace an article that is put and removed in one step', async () => {
      const article = lexicalArticle(1, { paragraphs: ['rain'] });
      const index = await indexOf(article);
      await index.apply({ put: [article], remove: [article] });
      expect(search(index, 'rain').passages).toHaveLength(1);
    });

    it('remove articles and ignore those that are not there', async () => {
      const first = lexicalArticle(1, { paragraphs: ['rain'] });
      const second = lexicalArticle(2, { paragraphs: ['rain'] });
      const absent = lexicalArticle(3, { partition: 'shared/1999-01.0', paragraphs: ['rain'] });
      const index = await indexOf(first, second);
      await index.apply({ put: [], remove: [first, absent, { ...first, articleKey: 9 }] });
      expect(search(index, 'rain').passages.map(({ passageId }) => passageId)).toEqual([201]);
      expect(index.status()).toEqual([
        { partition: 'shared/2024-02.0', passages: 1, articles: 1, damage: null },
      ]);
      await index.apply({ put: [], remove: [second] });
      expect(index.status()).toEqual([]);
    });

    it('drop whole partitions', async () => {
      const index = await indexOf(
        lexicalArticle(1, { paragraphs: ['rain'] }),
        lexicalArticle(2, { partition: 'shared/2024-02.1', paragraphs: ['rain'] }),
      );
      await index.dropPartition('shared/2024-02.0');
      await index.dropPartition('shared/2031-12.0');
      expect(search(index, 'rain').passages.map(({ passageId }) => passageId)).toEqual([201]);
      expect(index.statistics(['rain'], ['shared']).passages).toBe(1);
    });

    it('take in articles without passages, without words and with very long ones', async () => {
      const index = await indexOf(
        lexicalArticle(1, { headline: '', paragraphs: [] }),
        lexicalArticle(2, { headline: '—', paragraphs: ['x'.repeat(100_000), '😀 \ud83d'] }),
      );
      const { passages } = search(index, 'x'.repeat(500));
      expect(passages.map(({ passageId }) => passageId)).toEqual([201]);
    });
  });
}

interface SearchOptions {
  readonly scopes?: readonly string[];
  readonly passages?: number;
  readonly articles?: number;
  readonly firstDay?: number;
  readonly lastDay?: number;
  readonly articleKeys?: ReadonlySet<number>;
  readonly alsoScore?: readonly number[];
}
