import type { Citation } from '../../answer/answer.ts';
import { cite } from '../../answer/citation.ts';
import type { Article } from '../../archive/article.ts';
import type { ArchiveReader } from '../../archive/library.ts';
import { sketchText, wordsOf, type TextSketch } from '../../archive/near-duplicates.ts';
import type { Breather } from '../../event-loop.ts';
import { RecentlyUsed } from './recently-used.ts';

/** What is needed of an article to place it in a digest. */
export interface ShelvedArticle {
  readonly key: number;
  readonly citation: Citation;
  readonly hasStandfirst: boolean;
  readonly sketch: TextSketch;
}

/**
 * About 6 KB each for articles of 1,400 words. Digests of the same hour are about the same articles, each of which takes
 * 2 ms to read and to sketch.
 */
const ARTICLES_HELD = 2_000;
/** Read at once. */
const CHUNK = 8;

/** Articles as digests need them. What was read stays valid: an article never changes, its next revision has another key. */
export class ArticleShelf {
  readonly #source: Pick<ArchiveReader, 'articlesByKeys'>;
  readonly #held = new RecentlyUsed<number, ShelvedArticle>(ARTICLES_HELD);

  constructor(source: Pick<ArchiveReader, 'articlesByKeys'>) {
    this.#source = source;
  }

  /** In the order of the keys; without those whose stored text is damaged. */
  async take(keys: readonly number[], breather: Breather): Promise<ShelvedArticle[]> {
    const taken = new Map<number, ShelvedArticle>();
    const missing: number[] = [];
    for (const key of keys) {
      const article = this.#held.get(key);
      if (article === undefined) missing.push(key);
      else taken.set(key, article);
    }
    for (let at = 0; at < missing.length; at += CHUNK) {
      for (const article of this.#source.articlesByKeys(missing.slice(at, at + CHUNK))) {
        await breather.breathe();
        const shelved = shelve(article);
        this.#held.set(article.key, shelved);
        taken.set(article.key, shelved);
      }
    }
    return keys.flatMap((key) => taken.get(key) ?? []);
  }
}

function shelve(article: Article): ShelvedArticle {
  return {
    key: article.key,
    citation: cite(article),
    hasStandfirst: article.paragraphs.some(({ kind }) => kind === 'standfirst'),
    sketch: sketchText(wordsOf(article.canonical)),
  };
}
