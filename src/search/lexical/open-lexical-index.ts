import { writeFileAtomically } from '../../storage/atomic-file.ts';
import { Serial } from '../../storage/serial.ts';
import { parsePartitionId, type Partition, type PartitionId } from '../partition.ts';
import { surveyCollection } from './collection.ts';
import type {
  LexicalChange,
  LexicalIndex,
  LexicalPartitionStatus,
  LexicalQuery,
  LexicalResult,
  LexicalStatistics,
} from './lexical-index.ts';
import { LexicalSearch, type VisiblePartition } from './lexical-search.ts';
import { analyseArticles } from './new-documents.ts';
import { partitionChanges, type PartitionChange } from './partition-changes.ts';
import { rebuildSegment } from './segment-builder.ts';
import { SegmentDamage } from './segment-codec.ts';
import { deleteSegment, findSegments, readSegment, segmentPath } from './segment-files.ts';
import type { Segment } from './segment.ts';

export interface LexicalIndexOptions {
  /** Holds `<scope>/<month>.<shard>/lexical.seg` per partition; made when missing. */
  readonly folder: string;
  /** Writes a file whole or not at all; tests let it fail. */
  readonly write?: (path: string, content: Uint8Array) => Promise<void>;
}

/** Loads every segment under the folder. Damaged ones are reported by `status`, hold nothing, and refuse changes. */
export async function openLexicalIndex({
  folder,
  write = writeFileAtomically,
}: LexicalIndexOptions): Promise<LexicalIndex> {
  const index = new SegmentedLexicalIndex(folder, write);
  await index.load();
  return index;
}

class SegmentedLexicalIndex implements LexicalIndex {
  readonly #folder: string;
  readonly #write: (path: string, content: Uint8Array) => Promise<void>;
  readonly #writer = new Serial();
  readonly #scratch = new LexicalSearch();
  readonly #scopes = new Map<string, Map<PartitionId, VisiblePartition>>();
  readonly #damaged = new Map<PartitionId, string>();
  readonly #holders = new Map<number, Segment>();
  #closed = false;

  constructor(folder: string, write: (path: string, content: Uint8Array) => Promise<void>) {
    this.#folder = folder;
    this.#write = write;
  }

  async load(): Promise<void> {
    for (const partition of await findSegments(this.#folder)) {
      const segment = await readSegment(segmentPath(this.#folder, partition));
      if (segment instanceof SegmentDamage) this.#damaged.set(partition, segment.message);
      else this.#enforce(partition, segment);
    }
  }

  async apply(change: LexicalChange): Promise<void> {
    const changes = partitionChanges(change);
    await this.#writer.run(async () => {
      this.#refuseClosed();
      for (const { partition } of changes) this.#refuseDamaged(partition);
      for (const each of changes) await this.#applyTo(each);
    });
  }

  search(query: LexicalQuery): LexicalResult {
    this.#refuseClosed();
    const visible = this.#visible(query.filter.scopes);
    return this.#scratch.run(query, visible, (passageId) => this.#holders.get(passageId));
  }

  statistics(terms: readonly string[], scopes: readonly string[]): LexicalStatistics {
    this.#refuseClosed();
    const segments = this.#visible(scopes).map(({ segment }) => segment);
    const { passages, articles } = surveyCollection(segments, terms);
    return {
      passages: passages.documents,
      articles: articles.documents,
      passageFrequency: passages.frequencies,
      articleFrequency: articles.frequencies,
    };
  }

  status(): LexicalPartitionStatus[] {
    const sound = [...this.#scopes.values()].flatMap((partitions) =>
      [...partitions].map(([partition, { segment }]) => ({
        partition,
        passages: segment.passages,
        articles: segment.articles,
        damage: null,
      })),
    );
    const damaged = [...this.#damaged].map(([partition, damage]) => ({
      partition,
      passages: 0,
      articles: 0,
      damage,
    }));
    return [...sound, ...damaged].sort((a, b) => (a.partition < b.partition ? -1 : 1));
  }

  async dropPartition(partition: PartitionId): Promise<void> {
    parsed(partition);
    await this.#writer.run(async () => {
      this.#refuseClosed();
      await deleteSegment(segmentPath(this.#folder, partition));
      this.#damaged.delete(partition);
      this.#enforce(partition, null);
    });
  }

  async close(): Promise<void> {
    await this.#writer.run(() => {
      this.#closed = true;
      this.#scopes.clear();
      this.#holders.clear();
      return Promise.resolve();
    });
  }

  async #applyTo({ partition, put, remove }: PartitionChange): Promise<void> {
    const old = this.#segmentOf(partition);
    if (put.size === 0 && !holdsAny(old, remove)) return;
    const added = await analyseArticles(put.values());
    const segment = await rebuildSegment(old, remove, added);
    const path = segmentPath(this.#folder, partition);
    if (segment === null) await deleteSegment(path);
    else await this.#write(path, segment.bytes);
    this.#enforce(partition, segment);
  }

  /** Makes a segment the one that is searched in its partition; null for none. */
  #enforce(id: PartitionId, segment: Segment | null): void {
    this.#forget(id);
    if (segment === null) return;
    const partition = parsed(id);
    const partitions =
      this.#scopes.get(partition.scope) ?? new Map<PartitionId, VisiblePartition>();
    this.#scopes.set(partition.scope, partitions.set(id, { partition, segment }));
    for (const passageId of segment.columns.passageIds) this.#holders.set(passageId, segment);
  }

  #forget(id: PartitionId): void {
    const old = this.#segmentOf(id);
    if (old === null) return;
    for (const passageId of old.columns.passageIds) {
      if (this.#holders.get(passageId) === old) this.#holders.delete(passageId);
    }
    const { scope } = parsed(id);
    const partitions = this.#scopes.get(scope);
    partitions?.delete(id);
    if (partitions?.size === 0) this.#scopes.delete(scope);
  }

  #segmentOf(id: PartitionId): Segment | null {
    return this.#scopes.get(parsed(id).scope)?.get(id)?.segment ?? null;
  }

  #visible(scopes: readonly string[]): VisiblePartition[] {
    return [...new Set(scopes)].flatMap((scope) => [...(this.#scopes.get(scope)?.values() ?? [])]);
  }

  #refuseDamaged(partition: PartitionId): void {
    const damage = this.#damaged.get(partition);
    if (damage === undefined) return;
    throw new Error(
      `The lexical index of ${partition} is damaged (${damage}); drop the partition and build it again.`,
    );
  }

  #refuseClosed(): void {
    if (this.#closed) throw new Error('The lexical index is closed.');
  }
}

function parsed(id: PartitionId): Partition {
  const partition = parsePartitionId(id);
  if (partition === null) throw new Error(`"${id}" is not a partition id.`);
  return partition;
}

function holdsAny(segment: Segment | null, articleKeys: ReadonlySet<number>): boolean {
  return segment?.columns.articleKeys.some((key) => articleKeys.has(key)) ?? false;
}
