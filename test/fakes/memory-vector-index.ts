import {
  articleMatches,
  parsePartitionId,
  partitionMayMatch,
  type PartitionId,
  type PassageFilter,
} from '../../src/search/partition.ts';
import {
  VectorError,
  type ArticleVectors,
  type PartitionStatus,
  type VectorChange,
  type VectorHit,
  type VectorIndex,
} from '../../src/search/vectors/vector-index.ts';

interface Row {
  readonly passageId: number;
  readonly articleKey: number;
  readonly day: number | null;
  readonly vector: Float32Array;
}

/** The vector index as plainly as it can be written: a list of rows per partition, searched one by one. */
export class MemoryVectorIndex implements VectorIndex {
  readonly dimensions: number;
  readonly #partitions = new Map<PartitionId, Row[]>();
  #closed = false;

  constructor(dimensions: number) {
    this.dimensions = dimensions;
  }

  apply(change: VectorChange): Promise<void> {
    return this.#answer(() => {
      this.#check(change);
      for (const { partition, articleKey } of change.remove) this.#remove(partition, articleKey);
      for (const { partition, articleKey } of change.put) this.#remove(partition, articleKey);
      for (const article of new Map(change.put.map((put) => [put.articleKey, put])).values()) {
        this.#add(article);
      }
    });
  }

  search(query: Float32Array, k: number, filter: PassageFilter): Promise<VectorHit[]> {
    return this.#answer(() => {
      const hits: VectorHit[] = [];
      for (const [id, rows] of this.#partitions) {
        const partition = parsePartitionId(id);
        if (partition === null || !partitionMayMatch(partition, filter)) continue;
        for (const row of rows) {
          if (articleMatches(row, filter)) hits.push(toHit(row, this.#cosine(query, row)));
        }
      }
      hits.sort((a, b) => b.cosine - a.cosine || a.passageId - b.passageId);
      return hits.slice(0, Math.max(0, k));
    });
  }

  cosines(query: Float32Array, passageIds: readonly number[]): Promise<Float64Array> {
    return this.#answer(() => {
      const rows = new Map(
        [...this.#partitions.values()].flat().map((row) => [row.passageId, row]),
      );
      return Float64Array.from(passageIds, (id) => {
        const row = rows.get(id);
        return row === undefined ? NaN : this.#cosine(query, row);
      });
    });
  }

  status(): Promise<PartitionStatus[]> {
    return this.#answer(() =>
      [...this.#partitions]
        .map(([partition, rows]) => ({ partition, passages: rows.length, damage: null }))
        .sort((a, b) => (a.partition < b.partition ? -1 : 1)),
    );
  }

  dropPartition(partition: PartitionId): Promise<void> {
    return this.#answer(() => {
      this.#partitions.delete(partition);
    });
  }

  close(): Promise<void> {
    this.#closed = true;
    return Promise.resolve();
  }

  #answer<T>(work: () => T): Promise<T> {
    return new Promise((resolve) => {
      if (this.#closed) throw new Error('The vector index is closed.');
      resolve(work());
    });
  }

  #check(change: VectorChange): void {
    const owners = this.#ownersAfter(change);
    for (const { partition } of [...change.put, ...change.remove]) {
      if (parsePartitionId(partition) === null)
        throw new VectorError(`no partition is called ${partition}`);
    }
    for (const { articleKey, passages } of new Map(
      change.put.map((put) => [put.articleKey, put]),
    ).values()) {
      for (const { passageId, vector } of passages) {
        if (owners.has(passageId)) throw new VectorError(`passage ${passageId} is there already`);
        owners.set(passageId, articleKey);
        this.#checkVector(vector);
      }
    }
  }

  /** Which article holds each passage once everything the change replaces or removes is gone. */
  #ownersAfter(change: VectorChange): Map<number, number> {
    const gone = new Set([...change.put, ...change.remove].map(articlePlace));
    const owners = new Map<number, number>();
    for (const [partition, rows] of this.#partitions) {
      for (const { passageId, articleKey } of rows) {
        if (!gone.has(articlePlace({ partition, articleKey }))) owners.set(passageId, articleKey);
      }
    }
    return owners;
  }

  #checkVector(vector: Float32Array): void {
    if (vector.length !== this.dimensions)
      throw new VectorError(`expected ${this.dimensions} values, got ${vector.length}`);
    const norm = Math.sqrt(dot(vector, vector));
    if (!(Math.abs(norm - 1) <= 1e-3)) throw new VectorError(`expected norm 1, got ${norm}`);
  }

  #cosine(query: Float32Array, { vector }: Row): number {
    if (query.length !== this.dimensions)
      throw new VectorError(`expected ${this.dimensions} values, got ${query.length}`);
    const norms = Math.sqrt(dot(vector, vector)) * Math.sqrt(dot(query, query));
    if (!(norms > 0 && norms < Infinity)) throw new VectorError('the query has no direction');
    return Math.max(-1, Math.min(1, dot(query, vector) / norms));
  }

  #remove(partition: PartitionId, articleKey: number): void {
    const rows = this.#partitions.get(partition)?.filter((row) => row.articleKey !== articleKey);
    if (rows === undefined) return;
    if (rows.length === 0) this.#partitions.delete(partition);
    else this.#partitions.set(partition, rows);
  }

  #add({ articleKey, partition, day, passages }: ArticleVectors): void {
    if (passages.length === 0) return;
    const rows = passages.map(({ passageId, vector }) => ({
      passageId,
      articleKey,
      day,
      vector: vector.slice(),
    }));
    this.#partitions.set(partition, [...(this.#partitions.get(partition) ?? []), ...rows]);
  }
}

function articlePlace(place: { readonly partition: PartitionId; readonly articleKey: number }) {
  return `${place.partition}#${place.articleKey}`;
}

function toHit({ passageId, articleKey }: Row, cosine: number): VectorHit {
  return { passageId, articleKey, cosine };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (const [i, value] of a.entries()) sum += value * (b[i] ?? NaN);
  return sum;
}
