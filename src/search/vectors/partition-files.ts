import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { TEMPORARY_SUFFIX } from '../../storage/atomic-file.ts';
import { parsePartitionId, partitionId, type PartitionId } from '../partition.ts';
import { decodePartition } from './partition-file.ts';
import { checkVectors, type PartitionRows } from './partition-rows.ts';
import { deletePartition, PARTITION_FILE } from './partition-writer.ts';
import { VectorError } from './vector-index.ts';
import { codeOf } from '../../errors.ts';

/** A partition as found on the disk: its rows, or why they cannot be used. */
export type LoadedPartition = { readonly partition: PartitionId } & (
  | { readonly rows: PartitionRows; readonly damage: null }
  | { readonly rows: null; readonly damage: string }
);

export function partitionFolder(folder: string, partition: PartitionId): string {
  return join(folder, ...partition.split('/'));
}

/**
 * Reads every partition below `folder`, one at a time, in the order of their ids. All are read into the same memory:
 * the rows handed out are good until the next ones are asked for. Deletes what a crash left behind:
 * temporary files, and partitions without passages. Other files and folders are left alone.
 */
export async function* loadPartitions(
  folder: string,
  dimensions: number,
): AsyncGenerator<LoadedPartition> {
  const memory = new ReadBuffer();
  for (const partition of await listPartitions(folder)) {
    const path = partitionFolder(folder, partition);
    await deleteTemporaryFiles(path);
    const loaded = await loadPartition(path, partition, { dimensions, memory });
    if (loaded === null || loaded.rows?.count === 0) await deletePartition(path);
    else yield loaded;
  }
}

async function listPartitions(folder: string): Promise<PartitionId[]> {
  const ids: PartitionId[] = [];
  for (const scope of await listFolders(folder)) {
    for (const name of await listFolders(join(folder, scope))) {
      const partition = parsePartitionId(`${scope}/${name}`);
      if (partition !== null) ids.push(partitionId(partition));
    }
  }
  return ids.sort();
}

async function listFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

async function deleteTemporaryFiles(path: string): Promise<void> {
  for (const name of await readdir(path)) {
    if (name.endsWith(TEMPORARY_SUFFIX)) await rm(join(path, name), { force: true });
  }
}

/** Null where the folder has no partition file, as after a crash before the first write was complete. */
async function loadPartition(
  path: string,
  partition: PartitionId,
  { dimensions, memory }: { readonly dimensions: number; readonly memory: ReadBuffer },
): Promise<LoadedPartition | null> {
  try {
    const rows = decodePartition(await memory.read(join(path, PARTITION_FILE)), dimensions);
    checkVectors(rows);
    return { partition, rows, damage: null };
  } catch (error) {
    if (isMissing(error)) return null;
    if (error instanceof VectorError) return { partition, rows: null, damage: error.message };
    // Not readable at all: a bad sector, a lack of rights. The other partitions may still be used.
    const reason = error instanceof Error ? error.message : String(error);
    return { partition, rows: null, damage: `the file cannot be read: ${reason}` };
  }
}

/** Memory for one file after the other: new buffers for each would pile up until the garbage collector comes. */
class ReadBuffer {
  #bytes = Buffer.alloc(0);

  /** The whole file, until the next call. */
  async read(path: string): Promise<Buffer> {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (this.#bytes.length < size) this.#bytes = Buffer.from(new ArrayBuffer(size));
      let length = 0;
      while (length < size) {
        const { bytesRead } = await file.read(this.#bytes, length, size - length, length);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      return this.#bytes.subarray(0, length);
    } finally {
      await file.close();
    }
  }
}

function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}
