import { nextTurn } from '../event-loop.ts';
import type { Log } from '../log.ts';
import type { Article } from './article.ts';
import type { ArchiveDatabase } from './database/database.ts';
import type { StoredArticle } from './database/article-store.ts';
import type {
  ArchivedDraft,
  ArchiveReader,
  ArchiveStats,
  ArticleList,
  ArticleSummary,
  ListOptions,
  SectionCount,
  StoredPassage,
} from './library.ts';

/** Reads the database for people who see some scopes of it. A text that is not what was stored is never handed out. */
export class DatabaseReader implements ArchiveReader {
  readonly #database: ArchiveDatabase;
  readonly #generation: number;
  readonly #log: Log;

  /** @param generation of the passages in force. */
  constructor(database: ArchiveDatabase, generation: number, log: Log) {
    this.#database = database;
    this.#generation = generation;
    this.#log = log;
  }

  get(id: string, scopes: readonly string[]): Article | null {
    const current = this.revisions(id, scopes).find(({ state }) => state === 'current');
    return current === undefined ? null : this.getByKey(current.key);
  }

  getByKey(key: number): Article | null {
    return this.articlesByKeys([key])[0] ?? null;
  }

  articlesByKeys(keys: readonly number[]): Article[] {
    return this.#database.articles
      .articles(this.#generation, keys)
      .flatMap((stored) => this.#intact(stored) ?? []);
  }

  passagesByIds(ids: readonly number[]): StoredPassage[] {
    return this.#database.passages.byIds(this.#generation, ids);
  }

  revisions(id: string, scopes: readonly string[]): ArticleSummary[] {
    const revisions = this.#database.articles.revisions(this.#generation, id);
    return revisions.filter(({ scope }) => scopes.includes(scope));
  }

  list(options: ListOptions): ArticleList {
    return this.#database.listing.list(this.#generation, options);
  }

  findHeadlines(text: string, scopes: readonly string[], limit: number): ArticleSummary[] {
    if (text.trim() === '') return [...this.list({ scopes, limit }).articles];
    const keys = this.#database.headlines.find(text, scopes, limit);
    const found = this.#database.articles.summaries(this.#generation, keys);
    return found.sort((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key));
  }

  stats(scopes: readonly string[]): ArchiveStats {
    return this.#database.listing.stats(this.#generation, scopes);
  }

  sections(scopes: readonly string[]): SectionCount[] {
    return this.#database.listing.sections(scopes);
  }

  articleKeysInSection(section: string, scopes: readonly string[]): Set<number> {
    return this.#database.listing.keysInSection(section, scopes);
  }

  sampleArticleKeys(count: number, scopes: readonly string[]): number[] {
    const { listing } = this.#database;
    const ranges = scopes.flatMap((scope) => {
      const range = listing.keyRange(scope);
      return range === null ? [] : [{ scope, ...range }];
    });
    const articles = ranges.reduce((sum, range) => sum + range.articles, 0);
    const keys = new Set<number>();
    for (const { scope, first, last, articles: some } of ranges) {
      const share = Math.ceil((count * some) / articles);
      const step = (last - first + 1) / share;
      for (let at = 0; at < share; at++) {
        const above = Math.floor(first + at * step) - 1;
        const [key] = listing.keysAfter(above, scope, 1);
        if (key !== undefined) keys.add(key);
      }
    }
    return [...keys].sort((a, b) => a - b).slice(0, count);
  }

  async *exportArticles(scopes: readonly string[]): AsyncGenerator<ArchivedDraft, void, undefined> {
    for (const scope of scopes) {
      let keys = this.#database.listing.keysAfter(0, scope, EXPORT_CHUNK);
      while (keys.length > 0) {
        yield* this.articlesByKeys(keys).map(toDraft);
        await nextTurn();
        keys = this.#database.listing.keysAfter(keys.at(-1) ?? 0, scope, EXPORT_CHUNK);
      }
    }
  }

  setting(name: string): string | null {
    return this.#database.settings.get(name);
  }

  setSetting(name: string, value: string | null): void {
    if (value === null) this.#database.settings.delete(name);
    else this.#database.settings.set(name, value);
  }

  #intact({ summary, text }: StoredArticle): Article | null {
    if (text !== null) return { ...summary, ...text };
    this.#log.error({ id: summary.id, key: summary.key }, 'stored text is damaged; not shown');
    return null;
  }
}

const EXPORT_CHUNK = 32;

function toDraft(article: Article): ArchivedDraft {
  const { canonical, paragraphs, id, revision, ingestedAt, ingestedBy } = article;
  return {
    headline: article.headline,
    publishedAt: article.publishedAt,
    section: article.section,
    byline: article.byline,
    source: article.source,
    url: article.url,
    externalId: article.externalId,
    language: article.language,
    photoCaption: article.photoCaption,
    paragraphs: paragraphs.map(({ kind, start, end }) => ({
      kind,
      text: canonical.slice(start, end),
    })),
    notes: [],
    archived: { id, revision, ingestedAt, ingestedBy },
  };
}
