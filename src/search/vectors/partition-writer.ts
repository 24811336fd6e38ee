import { rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalIndex } from 'vectra/browser';
import { PartitionCodec, toItems, type PassageMetadata } from './partition-codec.ts';
import type { PartitionRows } from './partition-rows.ts';
import { VectraStorage, type WriteFile } from './vectra-storage.ts';

/** Name of the one file in a partition's folder. */
export const PARTITION_FILE = 'index.vec';

/** Deletes the partition's file, and its folder too unless there are other files in it, such as those of the words. */
export async function deletePartition(folder: string): Promise<void> {
  await rm(join(folder, PARTITION_FILE), { recursive: true, force: true });
  // Fails where the folder is not empty, or was never made.
  await rmdir(folder).catch(() => undefined);
}

/** What becomes of one partition: first the articles removed, then the rows added. */
export interface PartitionEdit {
  readonly removed: ReadonlySet<number>;
  readonly added: PartitionRows;
}

/**
 * Rewrites partitions through Vectra, one file each. The caller sees to it that one write runs at a time: two at once
 * would each start from the same file and the later would undo the earlier.
 */
export class PartitionWriter {
  readonly #codec: PartitionCodec;
  readonly #storage: VectraStorage;

  constructor(dimensions: number, write?: WriteFile) {
    this.#codec = new PartitionCodec(dimensions);
    this.#storage = new VectraStorage(write);
  }

  /**
   * Durable when it resolves. When it throws, the old file is still there, whole.
   * A partition left without passages loses its file.
   */
  async rewrite(folder: string, edit: PartitionEdit): Promise<void> {
    const isNew = !(await this.#storage.pathExists(join(folder, PARTITION_FILE)));
    try {
      if (isNew) await this.#create(folder);
      const left = await this.#update(folder, edit);
      // The empty file was written first: should a power cut undo the deletion, no passage comes back.
      if (left === 0) await deletePartition(folder);
    } catch (error) {
      if (isNew) await deletePartition(folder);
      throw error;
    }
  }

  async delete(folder: string): Promise<void> {
    await deletePartition(folder);
  }

  /** Vectra's own createIndex would hide why it failed. */
  async #create(folder: string): Promise<void> {
    const empty = { version: 1, metadata_config: {}, items: [] };
    await this.#storage.upsertFile(join(folder, PARTITION_FILE), this.#codec.serializeIndex(empty));
  }

  async #update(folder: string, { removed, added }: PartitionEdit): Promise<number> {
    const index = await this.#openIndex(folder);
    await index.beginUpdate();
    try {
      const items = await index.listItems();
      const gone = items.filter(({ metadata }) => removed.has(metadata.articleKey));
      await index.deleteItems(gone.map(({ id }) => id));
      for (const item of toItems(added)) await index.insertItem(item);
      await index.endUpdate();
      return items.length - gone.length + added.count;
    } catch (error) {
      // An update left open makes Vectra report success for writes that never reach the disk.
      index.cancelUpdate();
      throw error;
    }
  }

  /** A fresh instance per write: Vectra keeps what it loaded, and after a failure that need not be what is on disk. */
  async #openIndex(folder: string): Promise<LocalIndex<PassageMetadata>> {
    // Loaded at the first write; searching does not need it. The browser entry has the same LocalIndex without the
    // document readers, whose packages cost 200 ms more.
    const { LocalIndex: Index } = await import('vectra/browser');
    return new Index<PassageMetadata>(folder, PARTITION_FILE, this.#storage, this.#codec);
  }
}
