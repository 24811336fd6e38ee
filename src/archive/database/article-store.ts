import type { Article } from '../article.ts';
import type { ArticleState, ArticleSummary } from '../library.ts';
import { headlineKey, sectionKey, selectSummary, summaryIn } from './article-columns.ts';
import { decodeText, encodeText, type DecodedText } from './article-text.ts';
import type { Connection, Statement } from './connection.ts';

/** A revision to be stored as current. */
export type NewArticle = Omit<Article, 'key'> & Pick<ArticleSummary, 'day' | 'words'>;

export interface StoredArticle {
  readonly summary: ArticleSummary;
  /** Null when the stored text is not what was stored: then nothing of it may be shown. */
  readonly text: DecodedText | null;
}

/**
 * Articles and their texts, one row per revision. A head is the current or the removed revision of an id; it has at most
 * one. `generation` is that of the index whose passages are counted.
 */
export class ArticleStore {
  readonly #insert: Statement;
  readonly #insertText: Statement;
  readonly #setState: Statement;
  readonly #setRemoval: Statement;
  readonly #byContent: Statement;
  readonly #byId: Statement;
  readonly #byExternalId: Statement;
  readonly #byUrl: Statement;
  readonly #revisions: Statement;
  readonly #summaries: Statement;
  readonly #texts: Statement;

  constructor(connection: Connection) {
    this.#insert = connection.prepare(`
      INSERT INTO articles (id, revision, scope, state, headline, section, section_key, byline, source, url,
        external_id, published_at, day, language, photo_caption, words, content_hash, ingested_at,
        ingested_by, bytes, headline_key)
      VALUES (?, ?, ?, 'current', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
    this.#insertText = connection.prepare(
      'INSERT INTO texts (article_key, canonical, paragraphs, hash) VALUES (?, ?, ?, ?)',
    );
    this.#setState = connection.prepare('UPDATE articles SET state = ? WHERE key = ?');
    this.#setRemoval = connection.prepare(
      'UPDATE articles SET removed_at = ?, removed_by = ? WHERE key = ?',
    );
    const isHead = `a.state IN ('current', 'removed') AND a.scope = ?`;
    const currentFirst = 'ORDER BY a.state, a.key';
    this.#byContent = connection.prepare(`
      ${selectSummary('articles_by_content')} WHERE ${isHead} AND a.content_hash = ? ${currentFirst}`);
    this.#byId = connection.prepare(
      `${selectSummary('article_heads')} WHERE ${isHead} AND a.id = ?`,
    );
    this.#byExternalId = connection.prepare(`
      ${selectSummary('articles_by_external_id')}
      WHERE ${isHead} AND a.external_id = ? AND a.source IS ? ${currentFirst}`);
    this.#byUrl = connection.prepare(`
      ${selectSummary('articles_by_url')} WHERE ${isHead} AND a.url = ? ${currentFirst}`);
    this.#revisions = connection.prepare(
      `${selectSummary()} WHERE a.id = ? ORDER BY a.revision DESC`,
    );
    this.#summaries = connection.prepare(`
      ${selectSummary()} WHERE a.key IN (SELECT value FROM json_each(?)) ORDER BY a.key`);
    this.#texts = connection.prepare(`
      SELECT t.* FROM texts t WHERE t.article_key IN (SELECT value FROM json_each(?)) ORDER BY t.article_key`);
  }

  /** @returns the new article's key. */
  insert(article: NewArticle): number {
    const { section } = article;
    const { lastRowId } = this.#insert.run(
      article.id,
      article.revision,
      article.scope,
      article.headline,
      section,
      section === null ? null : sectionKey(section),
      article.byline,
      article.source,
      article.url,
      article.externalId,
      article.publishedAt,
      article.day,
      article.language,
      article.photoCaption,
      article.words,
      article.contentHash,
      article.ingestedAt,
      article.ingestedBy,
      Buffer.byteLength(article.canonical),
      headlineKey(article.headline),
    );
    const { canonical, paragraphs, hash } = encodeText(article.canonical, article.paragraphs);
    this.#insertText.run(lastRowId, canonical, paragraphs, hash);
    return lastRowId;
  }

  setState(key: number, state: ArticleState): void {
    this.#setState.run(state, key);
  }

  /** When and by whom it was removed; null takes the note back. */
  setRemoval(key: number, removal: { readonly at: string; readonly by: string } | null): void {
    this.#setRemoval.run(removal?.at ?? null, removal?.by ?? null, key);
  }

  /** The head with this content; a current one before a removed one. */
  headByContent(generation: number, scope: string, contentHash: string): ArticleSummary | null {
    const row = this.#byContent.get(generation, scope, contentHash);
    return row === null ? null : summaryIn(row);
  }

  headById(generation: number, scope: string, id: string): ArticleSummary | null {
    const row = this.#byId.get(generation, scope, id);
    return row === null ? null : summaryIn(row);
  }

  /** Ids of two sources have nothing to do with each other; a current head comes before a removed one. */
  headByExternalId(
    generation: number,
    scope: string,
    externalId: string,
    source: string | null,
  ): ArticleSummary | null {
    const row = this.#byExternalId.get(generation, scope, externalId, source);
    return row === null ? null : summaryIn(row);
  }

  /** Current ones first. */
  headsByUrl(generation: number, scope: string, url: string): ArticleSummary[] {
    return this.#byUrl.all(generation, scope, url).map(summaryIn);
  }

  /** Newest first, of whatever scope and state. */
  revisions(generation: number, id: string): ArticleSummary[] {
    return this.#revisions.all(generation, id).map(summaryIn);
  }

  /** Those that exist, by ascending key. */
  summaries(generation: number, keys: readonly number[]): ArticleSummary[] {
    return this.#summaries.all(generation, JSON.stringify(keys)).map(summaryIn);
  }

  /** Those that exist, by ascending key. */
  articles(generation: number, keys: readonly number[]): StoredArticle[] {
    const texts = this.#texts.all(JSON.stringify(keys)).map(decodeText);
    return this.summaries(generation, keys).map((summary, at) => ({
      summary,
      text: texts[at] ?? null,
    }));
  }
}
