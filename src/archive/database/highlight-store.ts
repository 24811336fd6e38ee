import type { Connection, Statement } from './connection.ts';
import { textIn } from './row.ts';

/** What a digest shows of articles, kept since an article never changes. */
export class HighlightStore {
  readonly #get: Statement;
  readonly #put: Statement;

  constructor(connection: Connection) {
    this.#get = connection.prepare(
      'SELECT content FROM article_highlights WHERE article_key = ? AND rules = ?',
    );
    this.#put = connection.prepare(`
      INSERT INTO article_highlights (article_key, rules, content)
      SELECT key, ?, ? FROM articles WHERE key = ?
      ON CONFLICT (article_key) DO UPDATE SET rules = excluded.rules, content = excluded.content`);
  }

  /** JSON; null when nothing was found yet, or by other rules. */
  get(articleKey: number, rules: number): string | null {
    const row = this.#get.get(articleKey, rules);
    return row === null ? null : textIn(row, 'content');
  }

  /** Takes the place of what other rules found; nothing for an article that is gone. @param content JSON. */
  put(articleKey: number, rules: number, content: string): void {
    this.#put.run(rules, content, articleKey);
  }
}
