import { join } from 'node:path';
import { createAnswerer, type AnswerQuestion } from './answer/answer-question.ts';
import { createCalibrator, type Calibrator } from './answer/calibrate.ts';
import { createInvestigator, type Investigate } from './answer/investigate.ts';
import { openDatabase, type ArchiveDatabase } from './archive/database/database.ts';
import type { Library } from './archive/library.ts';
import { prepareIndexFolder, rebuildIndex, type SearchIndexes } from './archive/rebuild.ts';
import { createLibrary } from './archive/stored-library.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Digests } from './digest/digests.ts';
import { openBuilder } from './digest/open-builder.ts';
import { openDigests } from './digest/open-digests.ts';
import type { Embedder } from './embedding/embedder.ts';
import { openEmbedder } from './embedding/open-embedder.ts';
import type { Log } from './log.ts';
import type { Guilds } from './guild/guilds.ts';
import { openGuilds } from './guild/open-guilds.ts';
import { openLexicalIndex } from './search/lexical/open-lexical-index.ts';
import { generationFolder } from './search/manifest.ts';
import { createRetriever, type Retrieve } from './search/retrieve.ts';
import { openVectorIndex } from './search/vectors/open-vector-index.ts';

/** Work that is done before the first question can be answered. */
export interface StartProgress {
  readonly stage: 'model' | 'reindex' | 'repair' | 'seeds' | 'embed' | 'ask';
  readonly done: number;
  readonly total: number;
  /** For people: `Building the embedding model`. */
  readonly label: string;
}

export interface OpenArchiveOptions {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly onProgress?: (event: StartProgress) => void;
  /** In place of the one the settings name; closed with the archive. */
  readonly embedder?: Embedder;
  /**
   * Builds both indexes anew from the database, with the model of the settings, beside the old ones, and puts them in
   * their place at the end. Default false: another model than the index was built with is refused.
   */
  readonly rebuildIndex?: boolean;
}

/** Every part of an opened archive, wired together. */
export interface Archive extends SearchIndexes {
  readonly library: Library;
  readonly embedder: Embedder;
  readonly retrieve: Retrieve;
  readonly investigate: Investigate;
  readonly answer: AnswerQuestion;
  readonly calibrator: Calibrator;
  readonly guilds: Guilds;
  readonly digests: Digests;
  close(): Promise<void>;
}

/**
 * Opens the archive of the settings: database, model and indexes at once, then brings the indexes in line with the
 * database.
 *
 * @throws {UserError} when the archive is in use, from a newer version, or built with another model; nothing stays open.
 */
export async function openArchive(options: OpenArchiveOptions): Promise<Archive> {
  const { config, clock, log, onProgress } = options;
  const closers: (() => unknown)[] = [];
  try {
    const database = openDatabase(join(config.DATA_DIR, 'archive.db'));
    closers.push(() => {
      database.close();
    });
    const embedder = options.embedder ?? (await openConfiguredEmbedder(config, onProgress));
    closers.push(() => embedder.close());
    const { generation, vectors, lexical } = await openIndexesInForce(database, embedder, options);
    closers.push(
      () => vectors.close(),
      () => lexical.close(),
    );
    const ports = { database, generation, vectors, lexical, embedder, clock, log };
    const library = createLibrary(ports);
    const repaired = await library.reconcile({
      onProgress: (done, total) =>
        onProgress?.({ stage: 'repair', done, total, label: 'Repairing the search index' }),
    });
    if (repaired.replayed > 0 || repaired.indexed > 0 || repaired.repaired.length > 0) {
      log.warn(repaired, 'the search index was brought in line with the archive');
    }
    const retrieve = createRetriever({ embedder, vectors, lexical, clock });
    const investigate = createInvestigator({ retrieve, source: library, embedder, log });
    const calibrator = createCalibrator({ retrieve, source: library, embedder });
    const answer = createAnswerer({ investigate, calibrator, clock });
    const build = openBuilder({ ...ports, library });
    const digests = openDigests({ database, library, embedder, build, clock, log, config });
    const guilds = openGuilds({ ...ports, config, library, answer, calibrator, digests });
    return {
      library,
      embedder,
      vectors,
      lexical,
      retrieve,
      investigate,
      calibrator,
      answer,
      guilds,
      digests,
      close: async () => {
        await guilds.close();
        await library.settle();
        await closeAll(closers);
      },
    };
  } catch (error) {
    await closeAll(closers);
    throw error;
  }
}

/** The embedding model that the settings name. */
export function openConfiguredEmbedder(
  config: Config,
  onProgress?: (event: StartProgress) => void,
): Promise<Embedder> {
  return openEmbedder({
    model: config.EMBEDDING_MODEL,
    dtype: config.EMBEDDING_DTYPE,
    dataDir: config.DATA_DIR,
    threads: config.EMBEDDING_THREADS,
    pooling: config.EMBEDDING_POOLING,
    queryPrefix: config.EMBEDDING_QUERY_PREFIX,
    passagePrefix: config.EMBEDDING_PASSAGE_PREFIX,
    maxTokens: config.EMBEDDING_MAX_TOKENS,
    onProgress: ({ file, loadedBytes, totalBytes }) =>
      onProgress?.({
        stage: 'model',
        done: loadedBytes,
        total: totalBytes,
        label: `Preparing the model (${file})`,
      }),
  });
}

async function openIndexesInForce(
  database: ArchiveDatabase,
  embedder: Embedder,
  { config, clock, log, onProgress, rebuildIndex: wanted = false }: OpenArchiveOptions,
): Promise<SearchIndexes & { readonly generation: number }> {
  const folder = join(config.DATA_DIR, 'index');
  const openIndexes = async (at: string): Promise<SearchIndexes> => {
    const [vectors, lexical] = await Promise.all([
      openVectorIndex({ folder: at, dimensions: embedder.dimensions }),
      openLexicalIndex({ folder: at }),
    ]);
    return { vectors, lexical };
  };
  const ports = { database, folder, embedder, clock, log, openIndexes };
  if (wanted) {
    await rebuildIndex(ports, {
      onProgress: (done, total) =>
        onProgress?.({ stage: 'reindex', done, total, label: 'Building the search index anew' }),
    });
  }
  const { generation } = await prepareIndexFolder(ports);
  return { generation, ...(await openIndexes(generationFolder(folder, generation))) };
}

/** Closes what was opened, the last first, each even when another fails. */
async function closeAll(closers: readonly (() => unknown)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const close of [...closers].reverse()) {
    try {
      await close();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'The archive did not close cleanly.');
}
