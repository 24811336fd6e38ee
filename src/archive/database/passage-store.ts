import type { Span } from '../article.ts';
import type { StoredPassage } from '../library.ts';
import type { Connection, Statement } from './connection.ts';
import { numberIn, textIn, type Row } from './row.ts';

export interface NewPassage extends Span {
  /** `passageHash` of the slice. */
  readonly hash: string;
}

/** The passages of the articles in force, per index generation. Ids are never used again. */
export class PassageStore {
  readonly #insert: Statement;
  readonly #delete: Statement;
  readonly #byIds: Statement;
  readonly #byArticles: Statement;

  constructor(connection: Connection) {
    this.#insert = connection.prepare(
      'INSERT INTO passages (generation, article_key, ordinal, start, end, hash) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.#delete = connection.prepare(
      'DELETE FROM passages WHERE generation = ? AND article_key = ?',
    );
    // The plus keeps the planner from reading the whole generation.
    this.#byIds = connection.prepare(`
      SELECT * FROM passages WHERE id IN (SELECT value FROM json_each(?)) AND +generation = ?
      ORDER BY id`);
    this.#byArticles = connection.prepare(`
      SELECT * FROM passages WHERE generation = ? AND article_key IN (SELECT value FROM json_each(?))
      ORDER BY article_key, ordinal`);
  }

  insert(generation: number, articleKey: number, passages: readonly NewPassage[]): void {
    for (const [ordinal, { start, end, hash }] of passages.entries()) {
      this.#insert.run(generation, articleKey, ordinal, start, end, hash);
    }
  }

  delete(generation: number, articleKey: number): void {
    this.#delete.run(generation, articleKey);
  }

  /** Those that exist, by ascending id. */
  byIds(generation: number, ids: readonly number[]): StoredPassage[] {
    return this.#byIds.all(JSON.stringify(ids), generation).map(passageIn);
  }

  /** By article key, then in reading order; articles without passages are left out. */
  byArticles(generation: number, keys: readonly number[]): Map<number, StoredPassage[]> {
    const passages = new Map<number, StoredPassage[]>();
    for (const row of this.#byArticles.all(generation, JSON.stringify(keys))) {
      const passage = passageIn(row);
      const known = passages.get(passage.articleKey);
      if (known === undefined) passages.set(passage.articleKey, [passage]);
      else known.push(passage);
    }
    return passages;
  }
}

function passageIn(row: Row): StoredPassage {
  return {
    id: numberIn(row, 'id'),
    articleKey: numberIn(row, 'article_key'),
    ordinal: numberIn(row, 'ordinal'),
    start: numberIn(row, 'start'),
    end: numberIn(row, 'end'),
    hash: textIn(row, 'hash'),
  };
}
