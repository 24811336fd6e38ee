import { Serial } from '../../storage/serial.ts';
import type { PartitionId, PassageFilter } from '../partition.ts';
import { NearestSearch } from './nearest-search.ts';
import { PackedRows } from './packed-rows.ts';
import { loadPartitions, partitionFolder } from './partition-files.ts';
import { checkVectors } from './partition-rows.ts';
import { PartitionWriter } from './partition-writer.ts';
import { VectorError, type PartitionStatus, type VectorHit } from './vector-index.ts';
import type { PartitionChange } from './vector-protocol.ts';
import type { WriteFile } from './vectra-storage.ts';

export interface PartitionedVectorsOptions {
  readonly folder: string;
  readonly dimensions: number;
  /** Default `writeFileAtomically`. Tests make it fail. */
  readonly write?: WriteFile;
  /** Rows per block in memory; tests make it small. */
  readonly blockRows?: number;
}

/**
 * The index itself, in the thread that owns it: partitions on the disk, their rows in memory, one write at a time.
 * Searching is synchronous and sees each partition either before or after a write, never in between.
 */
export class PartitionedVectors {
  readonly #folder: string;
  readonly #rows: PackedRows;
  readonly #search: NearestSearch;
  readonly #writer: PartitionWriter;
  readonly #writes = new Serial();
  readonly #passages = new Map<PartitionId, number>();
  readonly #damage = new Map<PartitionId, string>();

  private constructor({ folder, dimensions, write, blockRows }: PartitionedVectorsOptions) {
    this.#folder = folder;
    this.#rows = new PackedRows(dimensions, blockRows);
    this.#search = new NearestSearch(this.#rows);
    this.#writer = new PartitionWriter(dimensions, write);
  }

  /** Reads what the folder holds; a folder that is not there is an empty index. Damaged partitions are only noted. */
  static async load(options: PartitionedVectorsOptions): Promise<PartitionedVectors> {
    const index = new PartitionedVectors(options);
    for await (const loaded of loadPartitions(options.folder, options.dimensions)) {
      if (loaded.rows === null) {
        index.#damage.set(loaded.partition, loaded.damage);
      } else {
        index.#rows.add(loaded.partition, loaded.rows);
        index.#passages.set(loaded.partition, loaded.rows.count);
      }
    }
    return index;
  }

  search(query: Float32Array, k: number, filter: PassageFilter): VectorHit[] {
    return this.#search.search(query, k, filter);
  }

  cosines(query: Float32Array, passageIds: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
    return this.#search.cosines(query, passageIds);
  }

  /**
   * Checks the whole change, then writes partition after partition. Should one write fail, those before it stay
   * applied; applying the same change again completes it.
   */
  apply(changes: readonly PartitionChange[]): Promise<void> {
    return this.#writes.run(async () => {
      this.#check(changes);
      for (const change of changes) await this.#applyOne(change);
    });
  }

  dropPartition(partition: PartitionId): Promise<void> {
    return this.#writes.run(async () => {
      await this.#writer.delete(partitionFolder(this.#folder, partition));
      this.#rows.remove(partition, 'all');
      this.#passages.delete(partition);
      this.#damage.delete(partition);
    });
  }

  /** Sound and damaged partitions by id. */
  status(): PartitionStatus[] {
    const sound = Array.from(this.#passages, ([partition, passages]) => {
      return { partition, passages, damage: null };
    });
    const damaged = Array.from(this.#damage, ([partition, damage]) => {
      return { partition, passages: 0, damage };
    });
    return [...sound, ...damaged].sort((a, b) => (a.partition < b.partition ? -1 : 1));
  }

  /** Resolves when the writes asked for so far have ended. */
  settle(): Promise<void> {
    return this.#writes.run(() => Promise.resolve());
  }

  #check(changes: readonly PartitionChange[]): void {
    const leaving = new Map(changes.map(({ partition, removed }) => [partition, new Set(removed)]));
    for (const { partition, added } of changes) {
      const damage = this.#damage.get(partition);
      if (damage !== undefined) {
        throw new VectorError(`${partition} must be dropped and rebuilt first: ${damage}`);
      }
      checkVectors(added);
      for (const passageId of added.passageIds) {
        const owner = this.#rows.ownerOf(passageId);
        if (owner !== null && leaving.get(owner.partition)?.has(owner.articleKey) !== true) {
          const place = `article ${owner.articleKey} in ${owner.partition}`;
          throw new VectorError(`passage ${passageId} belongs to ${place}`);
        }
      }
    }
  }

  async #applyOne({ partition, removed, added }: PartitionChange): Promise<void> {
    const keys = new Set(removed);
    if (added.count === 0 && this.#rows.count(partition, keys) === 0) return;
    await this.#writer.rewrite(partitionFolder(this.#folder, partition), { removed: keys, added });
    const gone = this.#rows.remove(partition, keys);
    this.#rows.add(partition, added);
    const left = (this.#passages.get(partition) ?? 0) - gone + added.count;
    if (left === 0) this.#passages.delete(partition);
    else this.#passages.set(partition, left);
  }
}
