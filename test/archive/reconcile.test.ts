import { describe, expect, it } from 'vitest';
import { PARTITION_CAPACITY } from '../../src/archive/database/placement-store.ts';
import type { LexicalPartitionStatus } from '../../src/search/lexical/lexical-index.ts';
import type { PartitionId } from '../../src/search/partition.ts';
import type { PartitionStatus, VectorChange } from '../../src/search/vectors/vector-index.ts';
import { HashEmbedder } from '../fakes/hash-embedder.ts';
import { MemoryLexicalIndex } from '../fakes/memory-lexical-index.ts';
import { MemoryVectorIndex } from '../fakes/memory-vector-index.ts';
import {
  archivePath,
  BY,
  draftAbout,
  openArchive,
  passagesEverywhere,
  reopenArchive,
  type ArchiveParts,
} from './archive-kit.ts';

/** One partition cannot be read until it is dropped, and refuses changes, like that of a real index. */
class DamagedVectorIndex extends MemoryVectorIndex {
  damaged: PartitionId | null = null;

  override async status(): Promise<PartitionStatus[]> {
    const sound = await super.status();
    if (this.damaged === null) return sound;
    const damage = { partition: this.damaged, passages: 0, damage: 'truncated' };
    return [...sound.filter(({ partition }) => partition !== this.damaged), damage];
  }

  override apply(change: VectorChange): Promise<void> {
    const touched = [...change.put, ...change.remove].map(({ partition }) => partition);
    if (this.damaged !== null && touched.includes(this.damaged)) {
      return Promise.reject(new Error(`${this.damaged} must be dropped first`));
    }
    return super.apply(change);
  }

  override async dropPartition(partition: PartitionId): Promise<void> {
    if (partition === this.damaged) this.damaged = null;
    await super.dropPartition(partition);
  }
}

class DamagedLexicalIndex extends MemoryLexicalIndex {
  damaged: PartitionId | null = null;

  override status(): LexicalPartitionStatus[] {
    return super
      .status()
      .map((state) =>
        state.partition === this.damaged ? { ...state, passages: 0, damage: 'foreign' } : state,
      );
  }

  override async dropPartition(partition: PartitionId): Promise<void> {
    if (partition === this.damaged) this.damaged = null;
    await super.dropPartition(partition);
  }
}

async function expectAgreement(archive: ArchiveParts): Promise<void> {
  const { database, vectors, lexical } = await passagesEverywhere(archive, ['shared']);
  expect(database.length).toBeGreaterThan(0);
  expect(vectors).toEqual(database);
  expect(lexical).toEqual(database);
}

describe('reconcile', () => {
  it('finds nothing to do in a sound archive, and embeds nothing', async () => {
    const embedder = new HashEmbedder({ dimensions: 16 });
    const archive = openArchive({ path: archivePath(), embedder });
    await archive.library.add([draftAbout('bridge'), draftAbout('lake')], BY);
    const calls = embedder.calls.length;
    const report = await reopenArchive(archive).library.reconcile();
    expect(report).toEqual({ replayed: 0, indexed: 0, repaired: [] });
    expect(embedder.calls).toHaveLength(calls);
  });

  it('rebuilds what is missing from either index', async () => {
    const archive = openArchive();
    await archive.library.add(
      [draftAbout('bridge'), draftAbout('lake', { publishedAt: '2023-01-01' })],
      BY,
    );
    await archive.vectors.dropPartition('shared/2024-02.0');
    await archive.lexical.dropPartition('shared/2023-01.0');
    const progress: string[] = [];
    const report = await archive.library.reconcile({
      onProgress: (done, total) => progress.push(`${done}/${total}`),
    });
    expect(report.repaired).toEqual([
      { index: 'vectors', partition: 'shared/2024-02.0', reason: 'missing' },
      { index: 'lexical', partition: 'shared/2023-01.0', reason: 'missing' },
    ]);
    expect(progress).toEqual(['1/2', '2/2']);
    await expectAgreement(archive);
  });

  it('rebuilds a partition that holds another number of passages', async () => {
    const archive = openArchive();
    await archive.library.add([draftAbout('bridge'), draftAbout('lake')], BY);
    await archive.lexical.apply({
      put: [],
      remove: [{ articleKey: 1, partition: 'shared/2024-02.0' }],
    });
    const { repaired } = await archive.library.reconcile();
    expect(repaired).toEqual([
      { index: 'lexical', partition: 'shared/2024-02.0', reason: '1 passages, expected 2' },
    ]);
    await expectAgreement(archive);
  });

  it('forgets what the database does not know', async () => {
    const archive = openArchive();
    await archive.library.add([draftAbout('bridge')], BY);
    const stale = { articleKey: 99, partition: 'guild9/2020-01.0', day: null } as const;
    await archive.lexical.apply({
      put: [{ ...stale, headline: 'x', canonical: 'y', passages: [] }],
      remove: [],
    });
    const { repaired } = await archive.library.reconcile();
    expect(repaired).toEqual([
      { index: 'lexical', partition: 'guild9/2020-01.0', reason: 'unknown to the database' },
    ]);
    await expectAgreement(archive);
  });

  it('rebuilds damaged partitions, even with an unfinished change in them', async () => {
    const vectors = new DamagedVectorIndex(16);
    const lexical = new DamagedLexicalIndex();
    const archive = openArchive({ path: archivePath(), vectors, lexical });
    await archive.library.add([draftAbout('bridge')], BY);
    vectors.damaged = 'shared/2024-02.0';
    lexical.damaged = 'shared/2024-02.0';
    await expect(archive.library.add([draftAbout('lake')], BY)).rejects.toThrow(/dropped first/);
    const reopened = reopenArchive(archive);
    const report = await reopened.library.reconcile();
    expect(report.replayed).toBe(1);
    expect(report.repaired).toMatchObject([
      { index: 'vectors', reason: 'damaged: truncated' },
      { index: 'lexical', reason: 'damaged: foreign' },
    ]);
    await expectAgreement(reopened);
  });

  it('indexes everything into a new generation and drops the old one', async () => {
    const archive = openArchive({ path: archivePath() });
    const drafts = Array.from({ length: 70 }, (_, n) => draftAbout(`topic${n}`));
    await archive.library.add(drafts, BY);
    archive.database.close();
    const next = openArchive({ path: archive.path, generation: 2 });
    expect(await next.library.reconcile()).toEqual({ replayed: 0, indexed: 70, repaired: [] });
    expect(next.database.placements.generations()).toEqual([2]);
    expect(next.database.passages.byArticles(1, [1, 2, 3]).size).toBe(0);
    expect(next.library.stats(['shared'])).toMatchObject({ articles: 70, passages: 70 });
    await expectAgreement(next);
  });
});

describe('partitions', () => {
  it('are by scope and month, in shards that are never too full', () => {
    const { database } = openArchive();
    const key = (n: number) =>
      database.articles.insert({
        id: `id${n}`,
        revision: 1,
        scope: 'shared',
        headline: '',
        section: null,
        byline: null,
        source: null,
        url: null,
        externalId: null,
        publishedAt: null,
        day: null,
        language: 'en',
        photoCaption: null,
        canonical: 'x',
        paragraphs: [],
        words: 1,
        contentHash: '',
        ingestedAt: '',
        ingestedBy: '',
      });
    const place = (n: number, passages: number) =>
      database.placements.place(1, { key: key(n), scope: 'shared' }, 'undated', passages);
    expect(place(1, PARTITION_CAPACITY - 10)).toBe('shared/undated.0');
    expect(place(2, 11)).toBe('shared/undated.1');
    expect(place(3, 10)).toBe('shared/undated.0');
    expect(place(4, 3 * PARTITION_CAPACITY)).toBe('shared/undated.2');
    expect(database.placements.unplace(1, 1)).toBe('shared/undated.0');
    expect(database.placements.unplace(1, 3)).toBe('shared/undated.0');
    expect(database.placements.unplace(1, 3)).toBeNull();
    expect(database.placements.partitions(1)).toEqual([
      { partition: 'shared/undated.1', articles: 1, passages: 11 },
      { partition: 'shared/undated.2', articles: 1, passages: 3 * PARTITION_CAPACITY },
    ]);
    expect(place(5, PARTITION_CAPACITY)).toBe('shared/undated.0');
  });
});
