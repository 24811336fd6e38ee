import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  prepareIndexFolder,
  rebuildIndex,
  type RebuildPorts,
  type SearchIndexes,
} from '../../src/archive/rebuild.ts';
import { silentLog } from '../../src/log.ts';
import { generationFolder, readManifest } from '../../src/search/manifest.ts';
import { FailingVectorIndex, FailurePoint } from '../fakes/failing-indexes.ts';
import { HashEmbedder } from '../fakes/hash-embedder.ts';
import { ManualClock } from '../fakes/manual-clock.ts';
import { MemoryLexicalIndex } from '../fakes/memory-lexical-index.ts';
import { BY, draftAbout, openArchive, passagesEverywhere, temporaryFolder } from './archive-kit.ts';

/** Indexes that leave a folder behind like real ones, and stay readable after they were closed. */
class IndexShelf {
  readonly #opened = new Map<string, { vectors: StayingVectors; lexical: MemoryLexicalIndex }>();
  readonly #dimensions: number;
  failure = new FailurePoint(Infinity, { dead: false });

  constructor(dimensions: number) {
    this.#dimensions = dimensions;
  }

  open = (folder: string): Promise<SearchIndexes> => {
    mkdirSync(folder, { recursive: true });
    const vectors = new StayingVectors(this.#dimensions);
    vectors.failure = this.failure;
    const opened = { vectors, lexical: new MemoryLexicalIndex() };
    this.#opened.set(folder, opened);
    return Promise.resolve(opened);
  };

  at(folder: string) {
    const opened = this.#opened.get(folder);
    if (opened === undefined) throw new Error(`${folder} was never opened.`);
    return opened;
  }
}

class StayingVectors extends FailingVectorIndex {
  closed = false;

  override close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }
}

/** An archive of 70 articles whose index is generation 1, by an embedder of 16 dimensions. */
async function builtArchive() {
  const folder = join(temporaryFolder(), 'index');
  const clock = new ManualClock();
  const archive = openArchive({ clock });
  const { database, embedder } = archive;
  const manifest = await prepareIndexFolder({ database, folder, embedder, clock });
  expect(manifest.generation).toBe(archive.generation);
  mkdirSync(generationFolder(folder, 1));
  await archive.library.add(
    Array.from({ length: 70 }, (_, n) => draftAbout(`topic${n}`)),
    BY,
  );
  const narrow = new HashEmbedder({ dimensions: 8, maxTokens: 24, fingerprint: 'narrow' });
  const shelf = new IndexShelf(8);
  const ports: RebuildPorts = {
    database,
    folder,
    embedder: narrow,
    clock,
    log: silentLog,
    openIndexes: shelf.open,
  };
  return { archive, folder, ports, shelf };
}

describe('rebuildIndex', () => {
  it('builds beside the old index with another model and swaps at the end', async () => {
    const { archive, folder, ports, shelf } = await builtArchive();
    const before = archive.library.stats(['shared']);
    await expect(prepareIndexFolder(ports)).rejects.toThrow(/npm run archive -- reindex/);
    const progress: string[] = [];
    const { manifest, articles } = await rebuildIndex(ports, {
      onProgress: (done, total) => progress.push(`${done}/${total}`),
    });
    expect(articles).toBe(70);
    expect(progress.at(-1)).toBe('70/70');
    expect(manifest).toMatchObject({ generation: 2, model: { fingerprint: 'narrow' } });
    expect(await prepareIndexFolder(ports)).toEqual(manifest);
    expect(readdirSync(folder).sort()).toEqual(['2', 'manifest.json']);

    const opened = shelf.at(generationFolder(folder, 2));
    expect(opened.vectors.closed).toBe(true);
    const { database, embedder } = ports;
    const after = openArchive({ database, embedder, generation: 2, ...opened });
    expect(await after.library.reconcile()).toEqual({ replayed: 0, indexed: 0, repaired: [] });
    // The same articles, cut into more and shorter passages.
    expect(after.library.stats(['shared']).articles).toBe(before.articles);
    expect(after.library.stats(['shared']).passages).toBeGreaterThan(before.passages);
    const everywhere = await passagesEverywhere(after, ['shared']);
    expect(everywhere.vectors).toEqual(everywhere.database);
    expect(everywhere.lexical).toEqual(everywhere.database);
    expect(database.placements.generations()).toEqual([2]);
  });

  it('leaves the old index in force when it fails, and its leftovers go at the next start', async () => {
    const { archive, folder, ports, shelf } = await builtArchive();
    const before = await passagesEverywhere(archive, ['shared']);
    // The first lot is written, the failure comes with it.
    shelf.failure = new FailurePoint(1, { dead: false });
    await expect(rebuildIndex(ports)).rejects.toThrow('No space left');
    expect((await readManifest(folder))?.generation).toBe(1);
    expect(existsSync(generationFolder(folder, 2))).toBe(true);
    expect(archive.database.placements.generations()).toEqual([1, 2]);
    expect(await passagesEverywhere(archive, ['shared'])).toEqual(before);

    const { database, embedder, clock } = archive;
    expect(await prepareIndexFolder({ database, folder, embedder, clock })).toMatchObject({
      generation: 1,
    });
    expect(existsSync(generationFolder(folder, 2))).toBe(false);
    expect(await archive.library.reconcile()).toEqual({ replayed: 0, indexed: 0, repaired: [] });
    expect(database.placements.generations()).toEqual([1]);
    expect(await passagesEverywhere(archive, ['shared'])).toEqual(before);
  });

  it('never uses the number of a generation that was begun before', async () => {
    const { folder, ports, shelf } = await builtArchive();
    shelf.failure = new FailurePoint(1, { dead: false });
    await expect(rebuildIndex(ports)).rejects.toThrow('No space left');
    shelf.failure = new FailurePoint(Infinity, { dead: false });
    expect((await rebuildIndex(ports)).manifest.generation).toBe(3);
    expect(readdirSync(folder).sort()).toEqual(['3', 'manifest.json']);
    expect(ports.database.placements.generations()).toEqual([3]);
  });

  it('rebuilds over a manifest that nobody can read', async () => {
    const { folder, ports } = await builtArchive();
    writeFileSync(join(folder, 'manifest.json'), 'gibberish');
    expect((await rebuildIndex(ports)).manifest.generation).toBe(2);
  });
});

describe('prepareIndexFolder', () => {
  it('begins a new generation for an archive that lost its index', async () => {
    const { archive } = await builtArchive();
    const { database, embedder, clock } = archive;
    const folder = join(temporaryFolder(), 'index');
    const manifest = await prepareIndexFolder({ database, folder, embedder, clock });
    expect(manifest.generation).toBe(2);
    const parts = { database, embedder, clock, generation: manifest.generation };
    const refilled = openArchive(parts);
    expect(await refilled.library.reconcile()).toMatchObject({ indexed: 70 });
    const everywhere = await passagesEverywhere(refilled, ['shared']);
    expect(everywhere.vectors).toEqual(everywhere.database);
  });
});
