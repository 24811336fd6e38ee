import type { Clock } from '../clock.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { UserError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { LexicalIndex } from '../search/lexical/lexical-index.ts';
import {
  checkManifest,
  describeIndex,
  generationFolder,
  readManifest,
  removeOtherGenerations,
  storedGenerations,
  writeManifest,
  type IndexManifest,
} from '../search/manifest.ts';
import type { VectorIndex } from '../search/vectors/vector-index.ts';
import { ArticleChanges } from './article-changes.ts';
import type { ArchiveDatabase } from './database/database.ts';
import { dropOtherGenerations } from './generations.ts';
import { IndexWriter } from './index-writer.ts';
import type { ReconcileOptions } from './library.ts';
import { Reconciler } from './reconcile.ts';

export interface SearchIndexes {
  readonly vectors: VectorIndex;
  readonly lexical: LexicalIndex;
}

export interface IndexFolderPorts {
  readonly database: ArchiveDatabase;
  /** Holds `manifest.json` and one numbered folder per generation. */
  readonly folder: string;
  readonly embedder: Embedder;
  readonly clock: Clock;
}

/**
 * The index in force, before it is opened: its files are in `generationFolder(folder, generation)`, and what an
 * interrupted rebuild left beside it is gone. Without a manifest a new, empty generation is begun, which `reconcile`
 * then fills from the database.
 *
 * @throws {UserError} when the index was made by another model or by other passage rules.
 */
export async function prepareIndexFolder(ports: IndexFolderPorts): Promise<IndexManifest> {
  const { folder, embedder, clock } = ports;
  let manifest = await readManifest(folder);
  if (manifest === null) {
    manifest = describeIndex(embedder, await nextGeneration(ports, 0), clock);
    await writeManifest(folder, manifest);
  } else {
    checkManifest(manifest, embedder);
  }
  await removeOtherGenerations(folder, [manifest.generation]);
  return manifest;
}

export interface RebuildPorts extends IndexFolderPorts {
  readonly log: Log;
  /** Opens both indexes in an empty or missing folder. */
  readonly openIndexes: (folder: string) => Promise<SearchIndexes>;
}

export interface RebuildReport {
  readonly manifest: IndexManifest;
  readonly articles: number;
}

/**
 * Builds the whole index anew with this embedder, beside the one in force, and puts it in force at the very end by
 * writing the manifest. Until then nothing of the old index is touched; when this rejects, or the process dies, the old
 * one stays in force and the next start deletes what there is of the new one. Nobody else may change the archive
 * meanwhile; afterwards it is to be opened anew.
 */
export async function rebuildIndex(
  ports: RebuildPorts,
  options: ReconcileOptions = {},
): Promise<RebuildReport> {
  const { database, folder, embedder, clock } = ports;
  const before = await generationInForce(folder);
  const generation = await nextGeneration(ports, before);
  const kept = [before];
  await removeOtherGenerations(folder, kept);
  await dropOtherGenerations(database, kept);
  const articles = await buildGeneration(ports, generation, options);
  const manifest = describeIndex(embedder, generation, clock);
  await writeManifest(folder, manifest);
  await removeOtherGenerations(folder, [generation]);
  await dropOtherGenerations(database, [generation]);
  return { manifest, articles };
}

/** Fills the new generation's indexes and closes them. @returns how many articles are in them. */
async function buildGeneration(
  { database, folder, embedder, clock, log, openIndexes }: RebuildPorts,
  generation: number,
  options: ReconcileOptions,
): Promise<number> {
  const { vectors, lexical } = await openIndexes(generationFolder(folder, generation));
  try {
    const ports = { database, generation, vectors, lexical, embedder, clock, log };
    const changes = new ArticleChanges(database, generation, clock);
    const reconciler = new Reconciler(ports, changes, new IndexWriter(ports));
    return await reconciler.indexNew(options);
  } finally {
    await Promise.all([vectors.close(), lexical.close()]);
  }
}

/** 0 when there is none, or when nobody can tell. */
async function generationInForce(folder: string): Promise<number> {
  try {
    return (await readManifest(folder))?.generation ?? 0;
  } catch (error) {
    if (error instanceof UserError) return 0;
    throw error;
  }
}

/** Higher than the one before, and than any that has left something in the folder or in the database. */
async function nextGeneration(
  { database, folder }: IndexFolderPorts,
  before: number,
): Promise<number> {
  const known = [...(await storedGenerations(folder)), ...database.placements.generations()];
  return 1 + Math.max(before, ...known);
}
