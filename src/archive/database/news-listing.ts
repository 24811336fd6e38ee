import type { Connection, Statement } from './connection.ts';
import { numberIn, numberOrNullIn, textIn, textOrNullIn, type Row } from './row.ts';

/** A current article that came into the archive, as a new one or as a new revision. */
export interface NewsRow {
  readonly key: number;
  readonly id: string;
  readonly revision: number;
  readonly section: string | null;
  readonly publishedAt: string | null;
  /** Days since 1970-01-01 UTC, null when undated. */
  readonly day: number | null;
  /** Was an earlier revision in the archive before? */
  readonly corrected: boolean;
}

/** What came into the archive, by key: keys only grow, and a new revision has a new one. */
export class NewsListing {
  readonly #between: Statement;
  readonly #page: Statement;
  readonly #highest: Statement;
  readonly #firstAfter: Statement;

  constructor(connection: Connection) {
    const row = `a.key, a.id, a.revision, a.section, a.published_at, a.day, EXISTS (
        SELECT 1 FROM articles e WHERE e.id = a.id AND e.key <= ?1) AS corrected`;
    this.#between = connection.prepare(`
      SELECT ${row}
      FROM articles a INDEXED BY articles_by_key
      WHERE a.scope IN (SELECT value FROM json_each(?3)) AND a.state = 'current' AND a.key > ?1 AND a.key <= ?2
      ORDER BY a.day DESC, a.published_at DESC, a.key DESC`);
    this.#page = connection.prepare(`
      SELECT ${row}
      FROM articles a INDEXED BY articles_by_key
      WHERE a.scope = ?3 AND a.state = 'current' AND a.key > ?4 AND a.key <= ?2
      ORDER BY a.key LIMIT ?5`);
    this.#highest = connection.prepare('SELECT coalesce(max(key), 0) AS key FROM articles');
    this.#firstAfter = connection.prepare(
      'SELECT min(key) AS key FROM articles WHERE key > ? AND ingested_at > ?',
    );
  }

  /** Current articles with a key above `since`, up to `until`: newest first, undated ones last. */
  between(since: number, until: number, scopes: readonly string[]): NewsRow[] {
    return this.#between.all(since, until, JSON.stringify(scopes)).map(newsIn);
  }

  /** The first `limit` of them with a key above `after`, of one scope, by ascending key. */
  page(
    scope: string,
    { since, until }: { readonly since: number; readonly until: number },
    after: number,
    limit: number,
  ): NewsRow[] {
    return this.#page.all(since, until, scope, after, limit).map(newsIn);
  }

  /** Of all articles, whatever their state is; 0 for an empty archive. */
  highestKey(): number {
    const row = this.#highest.get();
    return row === null ? 0 : numberIn(row, 'key');
  }

  /** The last key, from `since` on, before the first article that came after `at` (ISO date-time). */
  highestKeyUntil(at: string, since: number): number {
    const row = this.#firstAfter.get(since, at);
    const first = row === null ? null : numberOrNullIn(row, 'key');
    return first === null ? Math.max(since, this.highestKey()) : first - 1;
  }
}

function newsIn(row: Row): NewsRow {
  return {
    key: numberIn(row, 'key'),
    id: textIn(row, 'id'),
    revision: numberIn(row, 'revision'),
    section: textOrNullIn(row, 'section'),
    publishedAt: textOrNullIn(row, 'published_at'),
    day: numberOrNullIn(row, 'day'),
    corrected: numberIn(row, 'corrected') === 1,
  };
}
