import { parsePartitionId, type PartitionId, type PassageFilter } from '../partition.ts';
import { checkLength, packArticles, type PartitionRows } from './partition-rows.ts';
import {
  VectorError,
  type ArticleVectors,
  type PartitionStatus,
  type VectorChange,
  type VectorHit,
} from './vector-index.ts';

/** What a change means for one partition, as it travels to the worker. */
export interface PartitionChange {
  readonly partition: PartitionId;
  /** Articles whose passages go; those put again are among them. */
  readonly removed: readonly number[];
  readonly added: PartitionRows;
}

/** A Set of many keys is slow to clone between threads; a typed array is moved. */
export interface PackedFilter extends Omit<PassageFilter, 'articleKeys'> {
  readonly articleKeys?: Float64Array<ArrayBuffer>;
}

/** What the main thread asks of the worker, by name. */
export interface VectorQuestions {
  readonly search: { query: Float32Array<ArrayBuffer>; k: number; filter: PackedFilter };
  readonly cosines: { query: Float32Array<ArrayBuffer>; passageIds: Float64Array<ArrayBuffer> };
  readonly apply: { changes: readonly PartitionChange[] };
  readonly status: Record<string, never>;
  readonly dropPartition: { partition: PartitionId };
  readonly close: Record<string, never>;
}

/** What the worker answers. */
export interface VectorAnswers {
  readonly search: VectorHit[];
  readonly cosines: Float64Array<ArrayBuffer>;
  readonly apply: undefined;
  readonly status: PartitionStatus[];
  readonly dropPartition: undefined;
  readonly close: undefined;
}

export type VectorOperation = keyof VectorQuestions;

/** One question on the wire. */
export type VectorRequest = {
  [Name in VectorOperation]: { id: number; name: Name; question: VectorQuestions[Name] };
}[VectorOperation];

/** One answer on the wire. `isVectorError` keeps the class that an error loses between threads. */
export type VectorResponse =
  | { readonly id: number; readonly answer: VectorAnswers[VectorOperation] }
  | { readonly id: number; readonly failure: string; readonly isVectorError: boolean };

/** The end of a message channel that client and server use; a Worker and a MessagePort both are one. */
export interface Channel {
  postMessage(message: unknown, transfer: readonly ArrayBuffer[]): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

/**
 * The change by partition, in copies of its own that can be moved to another thread. A vector is copied alone: cloning
 * a view would carry its whole buffer along.
 * @throws {VectorError} for a name that is no partition's, a passage named twice, a vector of another length.
 */
export function packChange(change: VectorChange, dimensions: number): PartitionChange[] {
  const partitions = new Map<PartitionId, { removed: Set<number>; added: ArticleVectors[] }>();
  for (const { partition, articleKey } of [...change.remove, ...change.put]) {
    checkPartitionId(partition);
    const edit = partitions.get(partition) ?? { removed: new Set(), added: [] };
    edit.removed.add(articleKey);
    partitions.set(partition, edit);
  }
  // Of an article put twice the later counts.
  const puts = new Map(change.put.map((article) => [article.articleKey, article]));
  checkDistinct([...puts.values()]);
  for (const article of puts.values()) partitions.get(article.partition)?.added.push(article);
  return Array.from(partitions, ([partition, { removed, added }]) => ({
    partition,
    removed: [...removed],
    added: packArticles(added, dimensions),
  }));
}

export function checkPartitionId(partition: PartitionId): void {
  // The name becomes a path: one like ../../x must not get that far.
  if (parsePartitionId(partition) === null) {
    throw new VectorError(`${partition} is not the name of a partition`);
  }
}

function checkDistinct(articles: readonly ArticleVectors[]): void {
  const seen = new Set<number>();
  for (const { passageId } of articles.flatMap(({ passages }) => passages)) {
    if (seen.has(passageId)) throw new VectorError(`the change puts passage ${passageId} twice`);
    seen.add(passageId);
  }
}

/** A copy of the question's vector. @throws {VectorError} for another length, or a vector without direction. */
export function packQuery(query: Float32Array, dimensions: number): Float32Array<ArrayBuffer> {
  checkLength(query, dimensions, "the question's vector");
  const squares = query.reduce((sum, value) => sum + value * value, 0);
  if (!(squares > 0 && squares < Infinity)) {
    throw new VectorError(`the question's vector has norm ${Math.sqrt(squares)}`);
  }
  return new Float32Array(query);
}

export function packFilter({ articleKeys, ...rest }: PassageFilter): PackedFilter {
  return articleKeys === undefined
    ? rest
    : { ...rest, articleKeys: Float64Array.from(articleKeys) };
}

export function unpackFilter({ articleKeys, ...rest }: PackedFilter): PassageFilter {
  return articleKeys === undefined ? rest : { ...rest, articleKeys: new Set(articleKeys) };
}
