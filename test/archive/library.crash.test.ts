import { describe, expect, it } from 'vitest';
import { openDatabase, type ArchiveDatabase } from '../../src/archive/database/database.ts';
import { IndexWriteError } from '../../src/archive/library.ts';
import { HashEmbedder } from '../fakes/hash-embedder.ts';
import { FailingLexicalIndex, FailingVectorIndex, FailurePoint } from '../fakes/failing-indexes.ts';
import {
  BY,
  draftAbout,
  openArchive,
  passagesEverywhere,
  type ArchiveParts,
} from './archive-kit.ts';

const SCOPES = ['shared'];
const URL = 'https://example.org/a';

/** Everything a user did before the process ended. Each step is one change; what it returned was acknowledged. */
const STEPS: readonly ((archive: ArchiveParts) => Promise<unknown>)[] = [
  ({ library }) => library.add([draftAbout('bridge', { url: URL }), draftAbout('lake')], BY),
  ({ library }) => library.add([draftAbout('tunnel', { url: URL }), draftAbout('sky')], BY),
  ({ library }) => library.remove(idOf(library, 'lake'), 'shared', 'me'),
  ({ library }) => library.undo(idOf(library, 'tunnel'), 'shared', 'me'),
  ({ library }) => library.add([draftAbout('lake')], BY),
];

function idOf(library: ArchiveParts['library'], topic: string): string {
  const { articles } = library.list({ scopes: SCOPES, limit: 100 });
  return articles.find(({ headline }) => headline.endsWith(topic))?.id ?? 'none';
}

function topicsOf({ library }: ArchiveParts): string[] {
  const { articles } = library.list({ scopes: SCOPES, limit: 100 });
  return articles.map(({ headline }) => headline.replace('News of the ', '')).sort();
}

/** The archive's articles after each number of whole steps. */
async function historyOf(): Promise<string[][]> {
  const archive = openArchive();
  const history = [topicsOf(archive)];
  for (const step of STEPS) {
    await step(archive);
    history.push(topicsOf(archive));
  }
  return history;
}

/** Every database transaction is a moment to fail before and after, like every write of an index. */
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

async function runUntilFailure(moments: number, dead: boolean) {
  const failure = new FailurePoint(moments, { dead });
  const vectors = new FailingVectorIndex(16);
  const lexical = new FailingLexicalIndex();
  vectors.failure = failure;
  lexical.failure = failure;
  const database = openDatabase(':memory:');
  const archive = openArchive({ database: failingDatabase(database, failure), vectors, lexical });
  let acknowledged = 0;
  for (const step of STEPS) {
    try {
      await step(archive);
      acknowledged++;
    } catch {
      break;
    }
  }
  vectors.failure = new FailurePoint(Infinity, { dead: false });
  lexical.failure = vectors.failure;
  return { failure, acknowledged, left: { database, vectors, lexical } };
}

async function expectAgreement(archive: ArchiveParts): Promise<void> {
  const { database, vectors, lexical } = await passagesEverywhere(archive, SCOPES);
  expect(vectors).toEqual(database);
  expect(lexical).toEqual(database);
}

describe('a process that ends', () => {
  it('at any moment loses nothing that was acknowledged, and doubles nothing', async () => {
    const history = await historyOf();
    let moment = 0;
    for (;;) {
      const { failure, acknowledged, left } = await runUntilFailure(moment, true);
      if (!failure.failed) break;
      // What was committed and written is all that a new process finds.
      const reopened = openArchive(left);
      await reopened.library.reconcile();
      // The change that was cut short is either whole or not there.
      expect(history.slice(acknowledged, acknowledged + 2)).toContainEqual(topicsOf(reopened));
      await expectAgreement(reopened);
      const again = await reopened.library.reconcile();
      expect(again).toEqual({ replayed: 0, indexed: 0, repaired: [] });
      moment++;
    }
    // Every step has at least two transactions and two writes.
    expect(moment).toBeGreaterThanOrEqual(STEPS.length * 8);
  });
});

describe('a start that ends early', () => {
  it('at any moment of its repairs, is made good by the next one', async () => {
    let moment = 0;
    for (;;) {
      const vectors = new FailingVectorIndex(16);
      const lexical = new FailingLexicalIndex();
      const archive = openArchive({ vectors, lexical });
      await archive.library.add([draftAbout('bridge'), draftAbout('lake')], BY);
      lexical.failure = new FailurePoint(0, { dead: false });
      await expect(archive.library.add([draftAbout('sky')], BY)).rejects.toThrow(IndexWriteError);
      await vectors.dropPartition('shared/2024-02.0');
      const failure = new FailurePoint(moment, { dead: true });
      vectors.failure = failure;
      lexical.failure = failure;
      await archive.library.reconcile().catch(() => undefined);
      vectors.failure = new FailurePoint(Infinity, { dead: false });
      lexical.failure = vectors.failure;
      const reopened = openArchive(archive);
      await reopened.library.reconcile();
      expect(topicsOf(reopened)).toEqual(['bridge', 'lake', 'sky']);
      await expectAgreement(reopened);
      if (!failure.failed) break;
      moment++;
    }
    expect(moment).toBeGreaterThanOrEqual(6);
  });
});

describe('an index that cannot be written', () => {
  it('once, is reported, and made good by the next change', async () => {
    const vectors = new FailingVectorIndex(16);
    const archive = openArchive({ vectors });
    vectors.failure = new FailurePoint(0, { dead: false });
    const failing = archive.library.add([draftAbout('bridge')], BY);
    await expect(failing).rejects.toThrow(IndexWriteError);
    await expect(failing).rejects.toThrow(/No space left/);
    await archive.library.add([draftAbout('lake')], BY);
    expect(topicsOf(archive)).toEqual(['bridge', 'lake']);
    await expectAgreement(archive);
  });

  it('for long, lets no further change begin', async () => {
    const vectors = new FailingVectorIndex(16);
    const archive = openArchive({ vectors });
    const { library } = archive;
    vectors.failure = new FailurePoint(0, { dead: true });
    await expect(library.add([draftAbout('bridge')], BY)).rejects.toThrow(IndexWriteError);
    await expect(library.add([draftAbout('lake')], BY)).rejects.toThrow(IndexWriteError);
    const removal = library.remove(idOf(library, 'bridge'), 'shared', 'me');
    await expect(removal).rejects.toThrow(IndexWriteError);
    expect(topicsOf(archive)).toEqual(['bridge']);
    vectors.failure = new FailurePoint(Infinity, { dead: false });
    expect(await library.reconcile()).toMatchObject({ replayed: 1, repaired: [] });
    await expectAgreement(archive);
  });

  it('says of the article that came with it that it is there, when it is sent again', async () => {
    const lexical = new FailingLexicalIndex();
    const archive = openArchive({ lexical });
    lexical.failure = new FailurePoint(0, { dead: false });
    await expect(archive.library.add([draftAbout('bridge')], BY)).rejects.toThrow(IndexWriteError);
    const [again] = await archive.library.add([draftAbout('bridge')], BY);
    expect(again).toMatchObject({ status: 'unchanged', passages: 1 });
    await expectAgreement(archive);
  });
});

describe('an embedder that fails while the journal is replayed', () => {
  it('leaves the journal for the next time', async () => {
    class TiredEmbedder extends HashEmbedder {
      tired = false;
      override embed(...[texts, options]: Parameters<HashEmbedder['embed']>) {
        return this.tired ? Promise.reject(new Error('tired')) : super.embed(texts, options);
      }
    }
    const vectors = new FailingVectorIndex(16);
    const embedder = new TiredEmbedder({ dimensions: 16 });
    const archive = openArchive({ vectors, embedder });
    vectors.failure = new FailurePoint(0, { dead: false });
    await expect(archive.library.add([draftAbout('bridge')], BY)).rejects.toThrow(IndexWriteError);
    embedder.tired = true;
    await expect(archive.library.reconcile()).rejects.toThrow('tired');
    embedder.tired = false;
    expect(await archive.library.reconcile()).toMatchObject({ replayed: 1 });
    await expectAgreement(archive);
  });
});
