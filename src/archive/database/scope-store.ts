import type { PartitionId } from '../../search/partition.ts';
import type { Connection, Statement } from './connection.ts';
import { partitionIn } from './partition-column.ts';
import { numberIn, textIn } from './row.ts';

export interface Erasure {
  readonly scope: string;
  /** Articles up to this key are to go. */
  readonly lastKey: number;
}

/** A scope as a whole: how large it is, and its end. */
export class ScopeStore {
  readonly #size: Statement;
  readonly #begin: Statement;
  readonly #erasures: Statement;
  readonly #end: Statement;
  readonly #partitions: Statement;
  readonly #placed: Statement;
  readonly #keys: Statement;
  readonly #delete: readonly Statement[];

  constructor(connection: Connection) {
    this.#size = connection.prepare(`
      SELECT count(*) AS articles, coalesce(sum(bytes), 0) AS bytes
      FROM articles INDEXED BY articles_by_bytes WHERE scope = ? AND state = 'current'`);
    this.#begin = connection.prepare(`
      INSERT INTO erasures (scope, last_key)
      SELECT ?, coalesce(max(key), 0) FROM articles WHERE scope = ?
      ON CONFLICT (scope) DO UPDATE SET last_key = excluded.last_key`);
    this.#erasures = connection.prepare('SELECT scope, last_key FROM erasures ORDER BY scope');
    this.#end = connection.prepare('DELETE FROM erasures WHERE scope = ?');
    this.#partitions = connection.prepare(
      'SELECT partition FROM partitions WHERE generation = ? AND scope = ? ORDER BY month, shard',
    );
    this.#placed = connection.prepare(`
      SELECT article_key FROM placements
      WHERE generation = ? AND partition = ? AND article_key <= ? ORDER BY article_key LIMIT ?`);
    this.#keys = connection.prepare(`
      SELECT key FROM articles INDEXED BY articles_of_scope
      WHERE scope = ? AND key <= ? ORDER BY key LIMIT ?`);
    this.#delete = [
      'DELETE FROM passages WHERE article_key = ?',
      'DELETE FROM bands WHERE article_key = ?',
      'DELETE FROM texts WHERE article_key = ?',
      'DELETE FROM articles WHERE key = ?',
    ].map((sql) => connection.prepare(sql));
  }

  /** Current articles, and the UTF-8 bytes of their texts. */
  size(scope: string): { readonly articles: number; readonly bytes: number } {
    const row = this.#size.get(scope);
    if (row === null) throw new Error('Expected one row of sums.');
    return { articles: numberIn(row, 'articles'), bytes: numberIn(row, 'bytes') };
  }

  /** Everything the scope has now is to be deleted. */
  beginErasure(scope: string): void {
    this.#begin.run(scope, scope);
  }

  erasures(): Erasure[] {
    return this.#erasures.all().map((row) => ({
      scope: textIn(row, 'scope'),
      lastKey: numberIn(row, 'last_key'),
    }));
  }

  endErasure(scope: string): void {
    this.#end.run(scope);
  }

  partitions(generation: number, scope: string): PartitionId[] {
    return this.#partitions.all(generation, scope).map((row) => partitionIn(row, 'partition'));
  }

  /** Articles in a partition that are to go, ascending. */
  placedKeys(
    generation: number,
    partition: PartitionId,
    { lastKey }: Erasure,
    limit: number,
  ): number[] {
    const rows = this.#placed.all(generation, partition, lastKey, limit);
    return rows.map((row) => numberIn(row, 'article_key'));
  }

  /** Articles that are to go, wherever they are, ascending. */
  keys({ scope, lastKey }: Erasure, limit: number): number[] {
    return this.#keys.all(scope, lastKey, limit).map((row) => numberIn(row, 'key'));
  }

  /** The article and all that belongs to it but its placement, which must be gone. */
  deleteArticle(key: number): void {
    for (const statement of this.#delete) statement.run(key);
  }
}
