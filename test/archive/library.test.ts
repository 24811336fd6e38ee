import { describe, expect, it } from 'vitest';
import { Connection } from '../../src/archive/database/connection.ts';
import type { AddOutcome, DraftToAdd, StoredOutcome } from '../../src/archive/library.ts';
import { passageHash } from '../../src/archive/integrity.ts';
import { UserError } from '../../src/errors.ts';
import { HashEmbedder } from '../fakes/hash-embedder.ts';
import {
  archivePath,
  BY,
  draftAbout,
  openArchive,
  passagesEverywhere,
  reopenArchive,
  type ArchiveParts,
} from './archive-kit.ts';

async function addOne(archive: ArchiveParts, draft: DraftToAdd, scope = 'shared') {
  const [outcome] = await archive.library.add([draft], { scope, by: 'test' });
  return stored(outcome);
}

function stored(outcome: AddOutcome | undefined): StoredOutcome {
  if (outcome === undefined || outcome.status === 'failed') throw new Error('Expected it stored.');
  return outcome;
}

async function expectAgreement(archive: ArchiveParts, scopes = ['shared', 'guild1', 'guild2']) {
  const { database, vectors, lexical } = await passagesEverywhere(archive, scopes);
  expect(vectors).toEqual(database);
  expect(lexical).toEqual(database);
}

describe('add', () => {
  it('stores an article, its passages and both index entries in one step', async () => {
    const archive = openArchive();
    const outcome = await addOne(archive, draftAbout('bridge'));
    expect(outcome).toMatchObject({ status: 'added', revision: 1, headline: 'News of the bridge' });
    expect(outcome.id).toMatch(/^[a-z2-7]{12}$/);
    const article = archive.library.get(outcome.id, ['shared']);
    expect(article).toMatchObject({ ingestedBy: 'test', ingestedAt: '2024-03-01T12:00:00.000Z' });
    await expectAgreement(archive);
  });

  it('keeps passages whose hash is that of their slice', async () => {
    const archive = openArchive();
    const { id, passages } = await addOne(archive, draftAbout('bridge'));
    const article = archive.library.get(id, ['shared']);
    const ids = Array.from({ length: 50 }, (_, each) => each);
    const rows = archive.library.passagesByIds(ids);
    expect(rows).toHaveLength(passages);
    for (const { start, end, hash } of rows) {
      expect(passageHash(article?.canonical.slice(start, end) ?? '')).toBe(hash);
    }
  });

  it('recognises the same content and embeds it only once', async () => {
    const embedder = new HashEmbedder({ dimensions: 16 });
    const archive = openArchive({ embedder });
    const first = await addOne(archive, draftAbout('bridge'));
    const calls = embedder.calls.length;
    const again = await addOne(archive, draftAbout('bridge', { notes: ['seen before'] }));
    expect(again).toEqual({ ...first, status: 'unchanged', nearDuplicates: [] });
    expect(embedder.calls).toHaveLength(calls);
    expect(archive.library.stats(['shared']).articles).toBe(1);
  });

  it('recognises the same content twice in one call', async () => {
    const archive = openArchive();
    const outcomes = await archive.library.add([draftAbout('sea'), draftAbout('sea')], BY);
    expect(outcomes.map(({ status }) => status)).toEqual(['added', 'unchanged']);
    await expectAgreement(archive);
  });

  it('makes a new revision of an article that comes again under its url', async () => {
    const archive = openArchive();
    const url = 'https://example.org/a';
    const first = await addOne(archive, draftAbout('bridge', { url }));
    const second = await addOne(archive, draftAbout('tunnel', { url }));
    expect(second).toMatchObject({ status: 'revised', id: first.id, revision: 2 });
    expect(second.key).not.toBe(first.key);
    expect(archive.library.get(first.id, ['shared'])?.headline).toBe('News of the tunnel');
    expect(archive.library.getByKey(first.key)?.headline).toBe('News of the bridge');
    expect(archive.library.revisions(first.id, ['shared']).map(({ state }) => state)).toEqual([
      'current',
      'superseded',
    ]);
    await expectAgreement(archive);
  });

  it('makes revisions of drafts of one url within one call, in order', async () => {
    const archive = openArchive();
    const url = 'https://example.org/a';
    const drafts = ['one', 'two', 'three'].map((topic) => draftAbout(topic, { url }));
    const outcomes = (await archive.library.add(drafts, BY)).map(stored);
    expect(outcomes.map(({ revision }) => revision)).toEqual([1, 2, 3]);
    expect(new Set(outcomes.map(({ id }) => id)).size).toBe(1);
    expect(archive.library.stats(['shared']).articles).toBe(1);
    await expectAgreement(archive);
  });

  it("takes a source's own id for an article's name, but not across sources", async () => {
    const archive = openArchive();
    const first = await addOne(archive, draftAbout('bridge', { externalId: '7' }));
    const other = draftAbout('lake', { externalId: '7', source: 'Herald' });
    expect(await addOne(archive, other)).toMatchObject({ status: 'added' });
    const revised = await addOne(archive, draftAbout('tunnel', { externalId: '7' }));
    expect(revised).toMatchObject({ status: 'revised', id: first.id });
  });

  it('keeps two records of one source apart even under one url', async () => {
    const archive = openArchive();
    const url = 'https://example.org/a';
    const outcomes = await archive.library.add(
      [
        draftAbout('bridge', { url, externalId: '1' }),
        draftAbout('lake', { url, externalId: '2' }),
      ],
      BY,
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['added', 'added']);
  });

  it('goes on after a draft that is none and one that cannot be embedded', async () => {
    class PickyEmbedder extends HashEmbedder {
      override embed(...[texts, options]: Parameters<HashEmbedder['embed']>) {
        if (texts.some((text) => text.includes('unspeakable'))) {
          return Promise.reject(new Error('I will not read this.'));
        }
        return super.embed(texts, options);
      }
    }
    const archive = openArchive({ embedder: new PickyEmbedder({ dimensions: 16 }) });
    const outcomes = await archive.library.add(
      [draftAbout('bridge', { paragraphs: [] }), draftAbout('unspeakable'), draftAbout('bridge')],
      BY,
    );
    expect(outcomes).toMatchObject([
      { status: 'failed', reason: expect.stringContaining('no text found') as string },
      { status: 'failed', reason: 'It could not be embedded: I will not read this.' },
      { status: 'added' },
    ]);
    await expectAgreement(archive);
  });

  it('stores nothing of a lot when the signal aborts', async () => {
    const archive = openArchive();
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(archive.library.add([draftAbout('bridge')], { ...BY, signal })).rejects.toThrow(
      'enough',
    );
    expect(archive.library.stats(['shared']).articles).toBe(0);
  });

  it('brings a removed article back when its content comes again', async () => {
    const archive = openArchive();
    const first = await addOne(archive, draftAbout('bridge'));
    await archive.library.remove(first.id, 'shared', 'test');
    const again = await addOne(archive, draftAbout('bridge'));
    expect(again).toMatchObject({ status: 'added', id: first.id, key: first.key });
    await expectAgreement(archive);
  });

  it('is waited for by settle', async () => {
    const archive = openArchive();
    const adding = archive.library.add([draftAbout('bridge')], BY);
    await archive.library.settle();
    expect(archive.library.stats(['shared']).articles).toBe(1);
    await adding;
  });

  it('counts passages on its way', async () => {
    const archive = openArchive();
    const seen: [number, number][] = [];
    await archive.library.add([draftAbout('sea'), draftAbout('sky')], {
      ...BY,
      onPassages: (done, total) => seen.push([done, total]),
    });
    expect(seen.at(-1)).toEqual([2, 2]);
  });

  it('adds hundreds of articles over several months in one call', async () => {
    const archive = openArchive();
    const drafts = Array.from({ length: 600 }, (_, n) =>
      draftAbout(`topic${n}`, { publishedAt: `2023-0${1 + (n % 9)}-15` }),
    );
    const outcomes = await archive.library.add(drafts, BY);
    expect(outcomes.every(({ status }) => status === 'added')).toBe(true);
    expect(outcomes.map(({ headline }) => headline)).toEqual(drafts.map((each) => each.headline));
    const { database, vectors, lexical } = await passagesEverywhere(archive, ['shared']);
    expect(vectors).toEqual(database);
    expect(lexical).toEqual(database);
  });
});

describe('near-duplicates', () => {
  const text = (words: readonly string[]) => [{ kind: 'text' as const, text: words.join(' ') }];
  const words = Array.from({ length: 200 }, (_, n) => `word${n}`);

  it('are reported with their likeness, the later one of two', async () => {
    const archive = openArchive();
    const changed = words.map((word, at) => (at === 100 ? 'other' : word));
    const outcomes = (
      await archive.library.add(
        [
          draftAbout('first', { paragraphs: text(words) }),
          draftAbout('second', { paragraphs: text(changed) }),
          draftAbout('third'),
        ],
        BY,
      )
    ).map(stored);
    const [first, second, third] = outcomes;
    expect(first?.nearDuplicates).toEqual([]);
    // 196 word 5-grams, of which the one changed word touches five.
    expect(second?.nearDuplicates).toEqual([
      { id: first?.id, headline: 'News of the first', likeness: 191 / 201 },
    ]);
    expect(third?.nearDuplicates).toEqual([]);
  });

  it('are looked for in the same scope and the shared one only', async () => {
    const archive = openArchive();
    await addOne(archive, draftAbout('a', { paragraphs: text(words) }), 'guild1');
    const shared = await addOne(archive, draftAbout('b', { paragraphs: text(words) }));
    const other = await addOne(archive, draftAbout('c', { paragraphs: text(words) }), 'guild2');
    expect(shared.nearDuplicates).toEqual([]);
    expect(other.nearDuplicates.map(({ id }) => id)).toEqual([shared.id]);
  });
});

describe('remove, restore and undo', () => {
  it('take an article out of sight and back, with its id', async () => {
    const archive = openArchive();
    const { id } = await addOne(archive, draftAbout('bridge'));
    const removed = await archive.library.remove(id, 'shared', 'me');
    expect(removed).toMatchObject({ state: 'removed', removedBy: 'me', passages: 0 });
    expect(archive.library.get(id, ['shared'])).toBeNull();
    await expectAgreement(archive);
    const restored = await archive.library.restore(id, 'shared', 'me');
    expect(restored).toMatchObject({ state: 'current', removedBy: null, passages: 1 });
    await expectAgreement(archive);
  });

  it('refuse what is not there, in the wrong state or of another scope', async () => {
    const archive = openArchive();
    const { id } = await addOne(archive, draftAbout('bridge'));
    const { library } = archive;
    await expect(library.remove('nosuch', 'shared', 'me')).rejects.toThrow(UserError);
    await expect(library.remove(id, 'guild1', 'me')).rejects.toThrow(/no article/);
    await expect(library.restore(id, 'shared', 'me')).rejects.toThrow(/not removed/);
    await library.remove(id, 'shared', 'me');
    await expect(library.remove(id, 'shared', 'me')).rejects.toThrow(/removed already/);
    await expect(library.undo(id, 'shared', 'me')).rejects.toThrow(UserError);
  });

  it('undoes a revision, then the first one', async () => {
    const archive = openArchive();
    const url = 'https://example.org/a';
    const { id } = await addOne(archive, draftAbout('bridge', { url }));
    await addOne(archive, draftAbout('tunnel', { url }));
    const undone = await archive.library.undo(id, 'shared', 'me');
    expect(undone).toMatchObject({ undone: 'revision', current: { revision: 1, passages: 1 } });
    expect(archive.library.get(id, ['shared'])?.headline).toBe('News of the bridge');
    await expectAgreement(archive);
    expect(await archive.library.undo(id, 'shared', 'me')).toEqual({
      undone: 'add',
      current: null,
    });
    await archive.library.restore(id, 'shared', 'me');
    expect(archive.library.get(id, ['shared'])?.headline).toBe('News of the bridge');
    await expectAgreement(archive);
  });

  it('numbers no revision twice, undone ones included', async () => {
    const archive = openArchive();
    const url = 'https://example.org/a';
    const { id } = await addOne(archive, draftAbout('bridge', { url }));
    await addOne(archive, draftAbout('tunnel', { url }));
    await archive.library.undo(id, 'shared', 'me');
    const third = await addOne(archive, draftAbout('ferry', { url }));
    expect(third).toMatchObject({ status: 'revised', id, revision: 3 });
  });

  it('undoes a revision of a removed article by removing it again', async () => {
    const archive = openArchive();
    const url = 'https://example.org/a';
    const { id } = await addOne(archive, draftAbout('bridge', { url }));
    await archive.library.remove(id, 'shared', 'me');
    await addOne(archive, draftAbout('tunnel', { url }));
    expect(await archive.library.undo(id, 'shared', 'me')).toEqual({
      undone: 'revision',
      current: null,
    });
    expect(archive.library.get(id, ['shared'])).toBeNull();
    await expectAgreement(archive);
  });
});

describe('scopes', () => {
  it('keep two guilds apart in every way of reading', async () => {
    const archive = openArchive();
    const one = await addOne(archive, draftAbout('bridge'), 'guild1');
    const two = await addOne(archive, draftAbout('bridge'), 'guild2');
    const { library } = archive;
    expect(one.id).not.toBe(two.id);
    expect(library.get(two.id, ['guild1', 'shared'])).toBeNull();
    expect(library.revisions(two.id, ['guild1'])).toEqual([]);
    expect(library.list({ scopes: ['guild1'], limit: 9 }).articles.map(({ id }) => id)).toEqual([
      one.id,
    ]);
    expect(library.stats(['guild1'])).toMatchObject({ articles: 1, passages: 1 });
    expect(library.stats(['shared'])).toMatchObject({ articles: 0, oldest: null });
    expect([...library.articleKeysInSection('WORLD', ['guild2'])]).toEqual([two.key]);
    expect(library.sampleArticleKeys(5, ['guild1'])).toEqual([one.key]);
    await expectAgreement(archive);
  });
});

describe('reading', () => {
  it('lists the newest first, filtered and in pages', async () => {
    const archive = openArchive();
    await archive.library.add(
      [
        draftAbout('old', { publishedAt: '2020-05-01' }),
        draftAbout('undated', { publishedAt: null }),
        draftAbout('new', { publishedAt: '2024-02-10T23:30:00-05:00', section: 'Tech' }),
        draftAbout('middle', { publishedAt: '2022-01-01', section: 'TECH' }),
      ],
      BY,
    );
    const headlines = (options: object) =>
      archive.library
        .list({ scopes: ['shared'], limit: 10, ...options })
        .articles.map(({ headline }) => headline.replace('News of the ', ''));
    expect(headlines({})).toEqual(['new', 'middle', 'old', 'undated']);
    expect(headlines({ offset: 1, limit: 2 })).toEqual(['middle', 'old']);
    expect(headlines({ section: 'tech' })).toEqual(['new', 'middle']);
    const day = Date.UTC(2022, 0, 1) / 86_400_000;
    expect(headlines({ firstDay: day })).toEqual(['new', 'middle']);
    expect(headlines({ lastDay: day })).toEqual(['middle', 'old']);
    expect(archive.library.list({ scopes: ['shared'], limit: 1 }).total).toBe(4);
    expect(archive.library.stats(['shared'])).toMatchObject({
      articles: 4,
      oldest: '2020-05-01',
      newest: '2024-02-11',
      sections: [
        { section: 'TECH', articles: 2 },
        { section: 'World', articles: 2 },
      ],
    });
  });

  it('hands out no article whose stored text was changed', async () => {
    const archive = openArchive({ path: archivePath() });
    const { id, key } = await addOne(archive, draftAbout('bridge'));
    archive.database.close();
    const tampered = Connection.open(archive.path);
    tampered.execute("UPDATE texts SET canonical = replace(canonical, 'Monday', 'Sunday')");
    tampered.close();
    const { library } = reopenArchive(archive);
    expect(library.articlesByKeys([key])).toEqual([]);
    expect(library.get(id, ['shared'])).toBeNull();
  });

  it('samples keys evenly', async () => {
    const archive = openArchive();
    const drafts = Array.from({ length: 100 }, (_, n) => draftAbout(`topic${n}`));
    await archive.library.add(drafts, BY);
    expect(archive.library.sampleArticleKeys(4, ['shared'])).toEqual([1, 26, 51, 76]);
    expect(archive.library.sampleArticleKeys(500, ['shared'])).toHaveLength(100);
    expect(archive.library.sampleArticleKeys(3, ['guild1'])).toEqual([]);
  });
});
