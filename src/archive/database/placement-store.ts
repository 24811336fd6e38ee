import {
  parsePartitionId,
  partitionId,
  type Partition,
  type PartitionId,
} from '../../search/partition.ts';
import type { Connection, Statement } from './connection.ts';
import { partitionIn } from './partition-column.ts';
import { numberIn } from './row.ts';

export interface Placement {
  readonly articleKey: number;
  readonly partition: PartitionId;
  readonly passages: number;
}

export interface PartitionCount {
  readonly partition: PartitionId;
  readonly articles: number;
  readonly passages: number;
}

/** Passages of one partition, but for a single article that has more. */
export const PARTITION_CAPACITY = 2_048;

/** Which partition each article in force is in, and how full the partitions are, per index generation. */
export class PlacementStore {
  readonly #insert: Statement;
  readonly #delete: Statement;
  readonly #ofArticles: Statement;
  readonly #keysIn: Statement;
  readonly #unplaced: Statement;
  readonly #count: Statement;
  readonly #dropEmpty: Statement;
  readonly #shards: Statement;
  readonly #partitions: Statement;
  readonly #generations: Statement;
  readonly #someOf: Statement;

  constructor(connection: Connection) {
    this.#insert = connection.prepare(
      'INSERT INTO placements (generation, article_key, partition, passages) VALUES (?, ?, ?, ?)',
    );
    this.#delete = connection.prepare(
      'DELETE FROM placements WHERE generation = ? AND article_key = ?',
    );
    this.#ofArticles = connection.prepare(`
      SELECT article_key, partition, passages FROM placements
      WHERE generation = ? AND article_key IN (SELECT value FROM json_each(?)) ORDER BY article_key`);
    this.#keysIn = connection.prepare(
      'SELECT article_key FROM placements WHERE generation = ? AND partition = ? ORDER BY article_key',
    );
    this.#unplaced = connection.prepare(`
      SELECT a.key FROM articles a WHERE a.state = 'current'
        AND NOT EXISTS (SELECT 1 FROM placements p WHERE p.generation = ? AND p.article_key = a.key)
      ORDER BY a.scope, a.day, a.key`);
    this.#count = connection.prepare(`
      INSERT INTO partitions (generation, scope, month, shard, partition, articles, passages)
      VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
      SET articles = articles + excluded.articles, passages = passages + excluded.passages`);
    this.#dropEmpty = connection.prepare(
      'DELETE FROM partitions WHERE generation = ? AND partition = ? AND articles = 0',
    );
    this.#shards = connection.prepare(`
      SELECT shard, passages FROM partitions
      WHERE generation = ? AND scope = ? AND month = ? ORDER BY shard`);
    this.#partitions = connection.prepare(`
      SELECT partition, articles, passages FROM partitions
      WHERE generation = ? ORDER BY scope, month, shard`);
    this.#generations = connection.prepare(
      'SELECT DISTINCT generation FROM partitions ORDER BY generation',
    );
    this.#someOf = connection.prepare(
      'SELECT article_key FROM placements WHERE generation = ? LIMIT ?',
    );
  }

  /**
   * Puts an article into the first shard of its month that has room for all its passages.
   * @param month `2024-02` or `undated`.
   */
  place(
    generation: number,
    article: { readonly key: number; readonly scope: string },
    month: string,
    passages: number,
  ): PartitionId {
    const shard = this.#shardFor(generation, article.scope, month, passages);
    const partition: Partition = { scope: article.scope, month, shard };
    this.#insert.run(generation, article.key, partitionId(partition), passages);
    this.#add(generation, partition, 1, passages);
    return partitionId(partition);
  }

  /** @returns where the article was, null when it was nowhere. */
  unplace(generation: number, articleKey: number): PartitionId | null {
    const [placement] = this.ofArticles(generation, [articleKey]);
    if (placement === undefined) return null;
    const partition = parsePartitionId(placement.partition);
    this.#delete.run(generation, articleKey);
    if (partition !== null) this.#add(generation, partition, -1, -placement.passages);
    this.#dropEmpty.run(generation, placement.partition);
    return placement.partition;
  }

  /** By ascending key; articles that are not placed are left out. */
  ofArticles(generation: number, keys: readonly number[]): Placement[] {
    return this.#ofArticles.all(generation, JSON.stringify(keys)).map((row) => ({
      articleKey: numberIn(row, 'article_key'),
      partition: partitionIn(row, 'partition'),
      passages: numberIn(row, 'passages'),
    }));
  }

  /** Ascending. */
  articleKeysIn(generation: number, partition: PartitionId): number[] {
    return this.#keysIn.all(generation, partition).map((row) => numberIn(row, 'article_key'));
  }

  /** Current articles without a place, those of one partition-to-be together. */
  unplacedKeys(generation: number): number[] {
    return this.#unplaced.all(generation).map((row) => numberIn(row, 'key'));
  }

  /** By scope, month and shard; empty partitions are left out. */
  partitions(generation: number): PartitionCount[] {
    return this.#partitions.all(generation).map((row) => ({
      partition: partitionIn(row, 'partition'),
      articles: numberIn(row, 'articles'),
      passages: numberIn(row, 'passages'),
    }));
  }

  /** Generations that have anything, ascending. */
  generations(): number[] {
    return this.#generations.all().map((row) => numberIn(row, 'generation'));
  }

  /** Up to `limit` articles placed in a generation that is being deleted. */
  someKeysOf(generation: number, limit: number): number[] {
    return this.#someOf.all(generation, limit).map((row) => numberIn(row, 'article_key'));
  }

  #shardFor(generation: number, scope: string, month: string, passages: number): number {
    const shards = this.#shards.all(generation, scope, month);
    const free = new Set(shards.keys());
    for (const row of shards) {
      const shard = numberIn(row, 'shard');
      free.delete(shard);
      if (numberIn(row, 'passages') + passages <= PARTITION_CAPACITY) return shard;
    }
    const [gap = shards.length] = free;
    return gap;
  }

  #add(generation: number, partition: Partition, articles: number, passages: number): void {
    const { scope, month, shard } = partition;
    const id = partitionId(partition);
    this.#count.run(generation, scope, month, shard, id, articles, passages);
  }
}
