import type { PartitionId, PassageFilter } from '../partition.ts';

/** The vectors of one article, all of which live in one partition. */
export interface ArticleVectors {
  readonly articleKey: number;
  readonly partition: PartitionId;
  /** Days since 1970-01-01 UTC, null when undated. */
  readonly day: number | null;
  readonly passages: readonly {
    readonly passageId: number;
    readonly start: number;
    readonly end: number;
    /** `Float32Array[dimensions]`, L2-normalised. */
    readonly vector: Float32Array;
  }[];
}

/** One step of change; both lists may be empty. An article present in both is replaced. */
export interface VectorChange {
  readonly put: readonly ArticleVectors[];
  readonly remove: readonly { readonly articleKey: number; readonly partition: PartitionId }[];
}

export interface VectorHit {
  readonly passageId: number;
  readonly articleKey: number;
  /** -1 to 1. */
  readonly cosine: number;
}

export interface PartitionStatus {
  readonly partition: PartitionId;
  readonly passages: number;
  /** Why the stored file could not be used (truncated, foreign, wrong length …); null when sound. */
  readonly damage: string | null;
}

export interface VectorIndex {
  readonly dimensions: number;
  /**
   * Applies the change durably: when the promise resolves it is on disk and in every later search. Putting an
   * article that is there already replaces it; removing one that is not there does nothing. Each partition is written
   * once, whole; calls are carried out one after the other.
   * @throws {VectorError} for a vector of another length, with a value that is not finite, or not of norm 1 (±1e-3);
   * then nothing of the change is stored.
   */
  apply(change: VectorChange): Promise<void>;
  /** The `k` nearest passages, best first; equal cosines by ascending passage id. Fewer when there are fewer. */
  search(query: Float32Array, k: number, filter: PassageFilter): Promise<VectorHit[]>;
  /** The exact cosine of each passage named, NaN for one the index does not hold. Same order. */
  cosines(query: Float32Array, passageIds: readonly number[]): Promise<Float64Array>;
  /** What is loaded, for the start-up check against the database. Damaged partitions hold no passages. */
  status(): Promise<PartitionStatus[]>;
  /** Forgets a partition and its files, before it is rebuilt from the database. */
  dropPartition(partition: PartitionId): Promise<void>;
  close(): Promise<void>;
}

export class VectorError extends Error {
  override name = 'VectorError';
}
