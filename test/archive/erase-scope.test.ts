import { expect, test } from 'vitest';
import { openDatabase, type ArchiveDatabase } from '../../src/archive/database/database.ts';
import { IndexWriteError } from '../../src/archive/library.ts';
import { FailingLexicalIndex, FailingVectorIndex, FailurePoint } from '../fakes/failing-indexes.ts';
import { draftAbout, openArchive, passagesEverywhere, type ArchiveParts } from './archive-kit.ts';

const GUILD = '111111111111111111';
const OTHER = '222222222222222222';
const URL = 'https://example.org/a';

/** A guild with articles of several months, old revisions and removed ones, and two scopes beside it. */
async function fill({ library }: ArchiveParts): Promise<void> {
  const by = { by: 'test' };
  for (const scope of ['shared', OTHER]) {
    await library.add([draftAbout('bridge'), draftAbout('lake', { publishedAt: null })], {
      scope,
      ...by,
    });
  }
  const months = ['2024-01-05', '2024-02-05', null];
  const drafts = months.map((publishedAt, at) => draftAbout(`topic${at}`, { publishedAt }));
  const first = draftAbout('tunnel', { url: URL });
  const outcomes = await library.add([...drafts, first], { scope: GUILD, ...by });
  await library.add([draftAbout('longer tunnel', { url: URL })], { scope: GUILD, ...by });
  const [removed] = outcomes;
  if (removed?.status !== 'added') throw new Error('The article was not added.');
  await library.remove(removed.id, GUILD, 'test');
}

async function expectErased(archive: ArchiveParts): Promise<void> {
  const { library, database } = archive;
  expect(database.scopes.keys({ scope: GUILD, lastKey: Number.MAX_SAFE_INTEGER }, 10)).toEqual([]);
  expect(database.scopes.erasures()).toEqual([]);
  expect(library.scopeSize(GUILD)).toEqual({ articles: 0, bytes: 0 });
  expect(
    database.placements.partitions(1).filter(({ partition }) => partition.startsWith(GUILD)),
  ).toEqual([]);
  const held = [...(await archive.vectors.status()), ...archive.lexical.status()];
  expect(
    held.filter(({ partition, passages }) => partition.startsWith(GUILD) && passages > 0),
  ).toEqual([]);
  for (const scope of ['shared', OTHER]) {
    expect(library.list({ scopes: [scope], limit: 10 }).total).toBe(2);
    const { database: stored, vectors, lexical } = await passagesEverywhere(archive, [scope]);
    expect(stored).toHaveLength(2);
    expect(vectors).toEqual(stored);
    expect(lexical).toEqual(stored);
  }
}

test('nothing of the scope is left, and nothing else is missing', async () => {
  const archive = openArchive();
  await fill(archive);
  await archive.library.eraseScope(GUILD);
  await expectErased(archive);
  await archive.library.eraseScope(GUILD);
  await expectErased(archive);
});

test('an erased scope can be filled again', async () => {
  const archive = openArchive();
  await fill(archive);
  const [before] = archive.library.list({ scopes: [GUILD], limit: 1 }).articles;
  await archive.library.eraseScope(GUILD);
  const outcomes = await archive.library.add([draftAbout('topic1')], { scope: GUILD, by: 'test' });
  expect(outcomes).toMatchObject([{ status: 'added', revision: 1, nearDuplicates: [] }]);
  expect(archive.library.revisions(before?.id ?? '', [GUILD])).toEqual([]);
  expect((await archive.library.reconcile()).repaired).toEqual([]);
  expect(archive.library.list({ scopes: [GUILD], limit: 10 }).total).toBe(1);
});

test('what is added while a scope is erased stays', async () => {
  const archive = openArchive();
  await fill(archive);
  const erasing = archive.library.eraseScope(GUILD);
  await archive.library.add([draftAbout('newcomer')], { scope: GUILD, by: 'test' });
  await erasing;
  expect(archive.library.list({ scopes: [GUILD], limit: 10 }).articles).toMatchObject([
    { headline: 'News of the newcomer' },
  ]);
});

test('a process that ends at any moment of it erases the rest at the next start', async () => {
  let moment = 0;
  for (;;) {
    const vectors = new FailingVectorIndex(16);
    const lexical = new FailingLexicalIndex();
    const database = openDatabase(':memory:');
    await fill(openArchive({ database, vectors, lexical }));
    const failure = new FailurePoint(moment, { dead: true });
    vectors.failure = failure;
    lexical.failure = failure;
    const dying = openArchive({ database: failingDatabase(database, failure), vectors, lexical });
    const result = await dying.library.eraseScope(GUILD).catch((error: unknown) => error);
    vectors.failure = new FailurePoint(Infinity, { dead: false });
    lexical.failure = vectors.failure;
    if (!failure.failed) break;
    expect(result).toBeInstanceOf(Error);
    const reopened = openArchive({ database, vectors, lexical });
    await reopened.library.reconcile();
    await expectErased(reopened);
    moment++;
  }
  expect(moment).toBeGreaterThan(12);
});

test('an index that cannot be written is reported, and calling it again goes on', async () => {
  const vectors = new FailingVectorIndex(16);
  const archive = openArchive({ vectors });
  await fill(archive);
  vectors.failure = new FailurePoint(0, { dead: false });
  await expect(archive.library.eraseScope(GUILD)).rejects.toThrow(IndexWriteError);
  await archive.library.eraseScope(GUILD);
  await expectErased(archive);
});

function failingDatabase(database: ArchiveDatabase, failure: FailurePoint): ArchiveDatabase {
  return {
    ...database,
    transaction: (work) => {
      failure.pass();
      const result = database.transaction(work);
      failure.pass();
      return result;
    },
  };
}
