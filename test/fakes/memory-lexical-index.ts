import { analyse } from '../../src/search/lexical/analyse.ts';
import type {
  LexicalArticle,
  LexicalChange,
  LexicalHit,
  LexicalIndex,
  LexicalPartitionStatus,
  LexicalQuery,
  LexicalResult,
  LexicalStatistics,
} from '../../src/search/lexical/lexical-index.ts';
import {
  articleMatches,
  parsePartitionId,
  type PartitionId,
  type PassageFilter,
} from '../../src/search/partition.ts';

/**
 * BM25 written down as plainly as can be: every text is a list of terms, every score a sum over the whole archive.
 * The oracle of the real index, and its stand-in where a test needs no files. An article's text includes its headline, a passage's does not.
 */
export class MemoryLexicalIndex implements LexicalIndex {
  readonly #articles = new Map<string, IndexedArticle>();

  async apply({ put, remove }: LexicalChange): Promise<void> {
    await Promise.resolve();
    for (const { partition, articleKey } of remove)
      this.#articles.delete(keyOf(partition, articleKey));
    for (const article of put) {
      this.#articles.set(keyOf(article.partition, article.articleKey), indexed(article));
    }
  }

  search(query: LexicalQuery): LexicalResult {
    const visible = this.#visible(query.filter.scopes);
    const terms = [...new Set(query.terms)];
    const scorePassage = scorer(terms, visible.flatMap(passageTexts), 0.75);
    const scoreArticle = scorer(terms, visible.map(articleText), 0.5);
    const allowed = visible.filter(({ article }) => articleMatches(article, query.filter));
    const hits = allowed.flatMap((each) => hitsOf(each, scorePassage, scoreArticle));
    const ranked = hits
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.passageId - b.passageId)
      .slice(0, query.passages);
    const found = new Set(ranked.map(({ passageId }) => passageId));
    const others = [...new Set(query.alsoScore)]
      .filter((id) => !found.has(id))
      .flatMap((id) => hits.find(({ passageId }) => passageId === id) ?? []);
    const articles = allowed
      .map((each) => ({ articleKey: each.article.articleKey, score: scoreArticle(each.terms) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.articleKey - b.articleKey)
      .slice(0, query.articles);
    return { passages: [...ranked, ...others], ranked: ranked.length, articles };
  }

  statistics(terms: readonly string[], scopes: readonly string[]): LexicalStatistics {
    const visible = this.#visible(scopes);
    const passages = visible.flatMap(passageTexts);
    const articles = visible.map(articleText);
    return {
      passages: passages.length,
      articles: articles.length,
      passageFrequency: terms.map((term) => countHolding(term, passages)),
      articleFrequency: terms.map((term) => countHolding(term, articles)),
    };
  }

  status(): LexicalPartitionStatus[] {
    const partitions = new Map<PartitionId, IndexedArticle[]>();
    for (const each of this.#articles.values()) {
      const { partition } = each.article;
      partitions.set(partition, [...(partitions.get(partition) ?? []), each]);
    }
    return [...partitions].map(([partition, articles]) => ({
      partition,
      passages: articles.flatMap(passageTexts).length,
      articles: articles.length,
      damage: null,
    }));
  }

  async dropPartition(partition: PartitionId): Promise<void> {
    await Promise.resolve();
    for (const [key, { article }] of this.#articles) {
      if (article.partition === partition) this.#articles.delete(key);
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #visible(scopes: PassageFilter['scopes']): IndexedArticle[] {
    return [...this.#articles.values()].filter(({ article }) =>
      scopes.includes(parsePartitionId(article.partition)?.scope ?? ''),
    );
  }
}

type Terms = readonly string[];

interface IndexedArticle {
  readonly article: LexicalArticle;
  readonly terms: Terms;
  readonly passages: readonly { readonly passageId: number; readonly terms: Terms }[];
}

function indexed(article: LexicalArticle): IndexedArticle {
  return {
    article,
    terms: [...analyse(article.headline), ...analyse(article.canonical)],
    passages: article.passages.map(({ passageId, start, end }) => ({
      passageId,
      terms: analyse(article.canonical.slice(start, end)),
    })),
  };
}

function keyOf(partition: PartitionId, articleKey: number): string {
  return `${partition}#${articleKey}`;
}

function articleText({ terms }: IndexedArticle): Terms {
  return terms;
}

function passageTexts({ passages }: IndexedArticle): Terms[] {
  return passages.map(({ terms }) => terms);
}

function hitsOf(
  { article, terms, passages }: IndexedArticle,
  scorePassage: (text: Terms) => number,
  scoreArticle: (text: Terms) => number,
): LexicalHit[] {
  const articleScore = scoreArticle(terms);
  return passages.map((passage) => ({
    passageId: passage.passageId,
    articleKey: article.articleKey,
    score: scorePassage(passage.terms),
    articleScore,
  }));
}

/** Okapi BM25 with k1 = 1.2 of one text among `texts`. */
function scorer(query: Terms, texts: readonly Terms[], b: number): (text: Terms) => number {
  const k1 = 1.2;
  const averageLength = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  const idf = new Map(
    query.map((term) => {
      const n = countHolding(term, texts);
      return [term, Math.log(1 + (texts.length - n + 0.5) / (n + 0.5))];
    }),
  );
  return (text) =>
    query
      .map((term) => {
        const tf = text.filter((other) => other === term).length;
        if (tf === 0) return 0;
        const norm = 1 - b + (b * text.length) / averageLength;
        return ((idf.get(term) ?? 0) * tf * (k1 + 1)) / (tf + k1 * norm);
      })
      .reduce((sum, score) => sum + score, 0);
}

function countHolding(term: string, texts: readonly Terms[]): number {
  return texts.filter((text) => text.includes(term)).length;
}
