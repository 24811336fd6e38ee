import { open, readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { TEMPORARY_SUFFIX } from '../../storage/atomic-file.ts';
import { parsePartitionId, type PartitionId } from '../partition.ts';
import { decodeSegment, SegmentDamage } from './segment-codec.ts';
import type { Segment } from './segment.ts';
import { codeOf } from '../../errors.ts';

const FILE_NAME = 'lexical.seg';

/** `<folder>/<scope>/<month>.<shard>/lexical.seg` */
export function segmentPath(folder: string, partition: PartitionId): string {
  return join(folder, partition, FILE_NAME);
}

/** The partitions that have a segment file, sorted. What a crash left half written is deleted on the way. */
export async function findSegments(folder: string): Promise<PartitionId[]> {
  const found: PartitionId[] = [];
  for (const scope of await namesIn(folder)) {
    for (const name of await namesIn(join(folder, scope))) {
      const partition: PartitionId = `${scope}/${name as `${string}.${number}`}`;
      if (parsePartitionId(partition) === null) continue;
      const files = await namesIn(join(folder, partition));
      await deleteLeftovers(join(folder, partition), files);
      if (files.includes(FILE_NAME)) found.push(partition);
    }
  }
  return found;
}

/** The stored segment, or why it cannot be used. */
export async function readSegment(path: string): Promise<Segment | SegmentDamage> {
  try {
    return decodeSegment(await readFile(path));
  } catch (error) {
    if (error instanceof SegmentDamage) return error;
    return new SegmentDamage(`cannot be read: ${String(error)}`, { cause: error });
  }
}

/** Deletes the file, durably, and its folder if nothing else is in it. Does nothing when there is none. */
export async function deleteSegment(path: string): Promise<void> {
  const folder = dirname(path);
  await rm(path, { force: true, recursive: true });
  try {
    await rmdir(folder);
  } catch (error) {
    if (!isCode(error, 'ENOTEMPTY', 'ENOENT', 'EEXIST')) throw error;
  }
  await syncNearestFolder(folder);
}

/** A deletion is durable once the folder it happened in is synced; that is the first one still there. */
async function syncNearestFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (!isCode(error, 'ENOENT') || dirname(folder) === folder) throw error;
    await syncNearestFolder(dirname(folder));
  }
}

async function deleteLeftovers(folder: string, files: readonly string[]): Promise<void> {
  for (const file of files) {
    if (file.startsWith(`${FILE_NAME}.`) && file.endsWith(TEMPORARY_SUFFIX)) {
      await rm(join(folder, file), { force: true });
    }
  }
}

/** Names in a folder, sorted; none where there is no such folder. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes(codeOf(error));
}
