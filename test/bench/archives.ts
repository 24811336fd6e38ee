import { cp, mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHARED_SCOPE } from '../../src/archive/article.ts';
import { systemClock } from '../../src/clock.ts';
import { readConfig, type Config } from '../../src/config.ts';
import type { Embedder } from '../../src/embedding/embedder.ts';
import { silentLog } from '../../src/log.ts';
import { openArchive, openConfiguredEmbedder, type Archive } from '../../src/open-archive.ts';
import { formatCount, type BenchContext } from './bench.ts';
import { cached } from './cache.ts';
import { SyntheticArchive } from './synthetic-archive.ts';
import { SyntheticVectors } from './synthetic-vectors.ts';

const SOURCES = [
  'src/archive',
  'src/search',
  'src/storage',
  'src/embedding',
  'src/answer',
  'src/open-archive.ts',
  'test/bench/archives.ts',
  'test/bench/synthetic-archive.ts',
  'test/bench/synthetic-vectors.ts',
  'test/bench/synthetic-words.ts',
];
const BATCH_ARTICLES = 500;

/**
 * The folder of an archive of about so many passages, calibrated, as the settings' own model would have made it but for
 * the vectors, which are made up. To be read only; see `copyArchive`.
 */
export async function archiveFolder(
  passages: number,
  { cacheFolder, note }: BenchContext,
): Promise<string> {
  return cached(join(cacheFolder, `archive-${passages}`), SOURCES, async (folder) => {
    note(`making an archive of ${formatCount(passages)} passages`);
    const config = configOf(folder);
    const model = await openConfiguredEmbedder(config);
    const filling = await openBenchArchive(folder, new MadeUpEmbedder(model));
    const { articles } = new SyntheticArchive(passages);
    for (let first = 0; first < articles; first += BATCH_ARTICLES) {
      const count = Math.min(BATCH_ARTICLES, articles - first);
      await filling.library.add(newDrafts(passages, first, count), {
        scope: SHARED_SCOPE,
        by: 'terminal',
      });
    }
    await filling.close();
    const archive = await openBenchArchive(folder, model);
    await archive.calibrator.refresh([SHARED_SCOPE]);
    await archive.close();
    await model.close();
  });
}

/** Articles of the made-up archive; from its number of articles on, ones it does not have yet. */
export function newDrafts(passages: number, first: number, count: number) {
  const archive = new SyntheticArchive(passages);
  return Array.from({ length: count }, (_, at) => archive.draft(first + at));
}

/** Works on a copy of the folder, or on an empty one for null, and removes it. */
export async function withCopy<T>(
  folder: string | null,
  work: (copy: string) => Promise<T>,
): Promise<T> {
  const copy = await mkdtemp(join(tmpdir(), 'archivist-bench-copy-'));
  try {
    if (folder !== null) {
      await cp(folder, copy, { recursive: true });
      await flush(copy);
    }
    return await work(copy);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** Waits until the files are on the disk, or the first small write would wait for all of them. */
async function flush(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = await open(join(entry.parentPath, entry.name));
    await file.sync();
    await file.close();
  }
}

/** The model of the settings, with its files below the cache. */
export function openModel({ cacheFolder }: BenchContext): Promise<Embedder> {
  return openConfiguredEmbedder(configOf(cacheFolder));
}

/** @param embedder stays open when the archive closes, so that several archives can share it. */
export function openBenchArchive(folder: string, embedder: Embedder): Promise<Archive> {
  return openArchive({
    config: configOf(folder),
    log: silentLog,
    clock: systemClock,
    embedder: new SharedEmbedder(embedder),
  });
}

function configOf(folder: string): Config {
  return readConfig({ DATA_DIR: folder });
}

class SharedEmbedder implements Embedder {
  readonly #inner: Embedder;
  readonly modelName: string;
  readonly fingerprint: string;
  readonly dimensions: number;
  readonly maxTokens: number;

  constructor(inner: Embedder) {
    this.#inner = inner;
    this.modelName = inner.modelName;
    this.fingerprint = inner.fingerprint;
    this.dimensions = inner.dimensions;
    this.maxTokens = inner.maxTokens;
  }

  countTokens(...args: Parameters<Embedder['countTokens']>): number {
    return this.#inner.countTokens(...args);
  }

  embed(...args: Parameters<Embedder['embed']>): Promise<Float32Array[]> {
    return this.#inner.embed(...args);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** Passes for the model, and takes a thousandth of its time: one made-up vector after the other, tokens by length. */
class MadeUpEmbedder implements Embedder {
  readonly modelName: string;
  readonly fingerprint: string;
  readonly dimensions: number;
  readonly maxTokens: number;
  readonly #vectors = new SyntheticVectors();
  #embedded = 0;

  constructor({ modelName, fingerprint, dimensions, maxTokens }: Embedder) {
    this.modelName = modelName;
    this.fingerprint = fingerprint;
    this.dimensions = dimensions;
    this.maxTokens = maxTokens;
  }

  countTokens(text: string): number {
    return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
  }

  embed(texts: readonly string[]): Promise<Float32Array[]> {
    return Promise.resolve(texts.map(() => this.#vectors.vector(this.#embedded++)));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** Of the made-up words, by the tokenizer of the bundled model: 4.5; with a margin. */
const CHARACTERS_PER_TOKEN = 4.6;
