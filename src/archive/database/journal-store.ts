import type { PartitionId } from '../../search/partition.ts';
import type { Connection, Statement } from './connection.ts';
import { partitionIn } from './partition-column.ts';
import { numberIn } from './row.ts';

/** A change of one article that may not have reached both indexes. What it is follows from the article's placement. */
export interface JournalEntry {
  readonly articleKey: number;
  /** Where the article is put, or removed from. */
  readonly partition: PartitionId;
}

/** Changes between their transaction and their arrival in the indexes. */
export class JournalStore {
  readonly #add: Statement;
  readonly #all: Statement;
  readonly #remove: Statement;
  readonly #clear: Statement;

  constructor(connection: Connection) {
    this.#add = connection.prepare(
      'INSERT OR IGNORE INTO journal (generation, article_key, partition) VALUES (?, ?, ?)',
    );
    this.#all = connection.prepare(
      'SELECT article_key, partition FROM journal WHERE generation = ? ORDER BY article_key, partition',
    );
    this.#remove = connection.prepare(
      'DELETE FROM journal WHERE generation = ? AND article_key = ? AND partition = ?',
    );
    this.#clear = connection.prepare(
      'DELETE FROM journal WHERE generation NOT IN (SELECT value FROM json_each(?))',
    );
  }

  add(generation: number, { articleKey, partition }: JournalEntry): void {
    this.#add.run(generation, articleKey, partition);
  }

  /** By ascending article key. */
  entries(generation: number): JournalEntry[] {
    return this.#all.all(generation).map((row) => ({
      articleKey: numberIn(row, 'article_key'),
      partition: partitionIn(row, 'partition'),
    }));
  }

  remove(generation: number, entries: readonly JournalEntry[]): void {
    for (const { articleKey, partition } of entries) {
      this.#remove.run(generation, articleKey, partition);
    }
  }

  /** Deletes the entries of all generations but these. */
  clearExcept(generations: readonly number[]): void {
    this.#clear.run(JSON.stringify(generations));
  }
}
