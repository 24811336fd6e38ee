import { describe, expect, test } from 'vitest';
import { ArticleError } from '../../src/guild/article-error.ts';
import { LimitError } from '../../src/guild/limit-error.ts';
import { draftAbout } from '../archive/archive-kit.ts';
import {
  GUILD,
  MODERATOR,
  openGuildSession,
  OTHER_GUILD,
  textAbout,
  textInput,
  type GuildSession,
} from './ingest-kit.ts';

const BY = { by: MODERATOR };
const LINK = 'https://example.org/bridge';

function headlines(session: GuildSession): string[] {
  return session
    .of(GUILD)
    .list({ limit: 100 })
    .articles.map(({ headline }) => headline)
    .sort();
}

async function addTopics(session: GuildSession, topics: readonly string[]): Promise<string> {
  const guild = session.of(GUILD);
  const pending = await guild.prepare(
    topics.map((topic) => textInput(textAbout(topic))),
    BY,
  );
  await guild.commit(pending.id, BY);
  return pending.id;
}

describe('preparing', () => {
  test('shows what would be added and adds nothing', async () => {
    const session = openGuildSession();
    const pending = await session.of(GUILD).prepare([textInput(textAbout('bridge'))], BY);
    expect(pending).toMatchObject({ by: MODERATOR, failures: [] });
    expect(pending.articles).toMatchObject([
      {
        draft: { headline: 'News of the bridge' },
        input: 'article.txt',
        status: 'new',
        passages: 1,
      },
    ]);
    expect(pending.articles[0]?.words).toBeGreaterThan(30);
    expect(headlines(session)).toEqual([]);
  });

  test('knows a text that is there already', async () => {
    const session = openGuildSession();
    await addTopics(session, ['bridge']);
    const again = await session.of(GUILD).prepare([textInput(textAbout('bridge'))], BY);
    expect(again.articles).toMatchObject([
      { status: 'same', existing: { headline: 'News of the bridge' }, nearDuplicates: [] },
    ]);
  });

  test('says field by field what a later version changes', async () => {
    const session = openGuildSession();
    const guild = session.of(GUILD);
    const first = await guild.prepare([textInput(textAbout('bridge'), { url: LINK })], BY);
    await guild.commit(first.id, BY);
    const later = textAbout('bridge', 'It rained hard.').replace('News of', 'More of');
    const second = await guild.prepare([textInput(later, { url: LINK })], BY);
    expect(second.articles).toMatchObject([{ status: 'changed', existing: { revision: 1 } }]);
    expect(second.articles[0]?.changes).toEqual([
      { field: 'headline', before: 'News of the bridge', after: 'More of the bridge' },
      { field: 'text', before: null, after: null, words: { added: 3, removed: 0 } },
    ]);
    expect(second.articles[0]?.nearDuplicates).toEqual([]);
  });

  test('names articles that are nearly the same', async () => {
    const session = openGuildSession();
    await addTopics(session, ['bridge']);
    const alike = textAbout('bridge', 'It rained.').replace('News of', 'Again');
    const pending = await session.of(GUILD).prepare([textInput(alike)], BY);
    expect(pending.articles).toMatchObject([
      { status: 'new', nearDuplicates: [{ headline: 'News of the bridge' }] },
    ]);
  });

  test('takes a shared article with the same content for the same, with the same link only for new', async () => {
    const session = openGuildSession();
    const shared = draftAbout('harbour', { url: LINK });
    await session.parts.library.add([shared], { scope: 'shared', by: 'terminal' });
    const same = JSON.stringify({
      ...shared,
      paragraphs: undefined,
      text: shared.paragraphs.map(({ text }) => text).join('\n\n'),
    });
    const other = textInput(textAbout('bridge'), { url: LINK });
    const pending = await session
      .of(GUILD)
      .prepare([textInput(same, { name: 'a.json' }), other], BY);
    expect(pending.articles.map(({ status }) => status)).toEqual(['same', 'new']);
    const receipt = await session.of(GUILD).commit(pending.id, BY);
    expect(receipt).toMatchObject({ unchanged: 1, added: [{ headline: 'News of the bridge' }] });
    expect(session.parts.library.list({ scopes: ['shared'], limit: 10 }).articles).toMatchObject([
      { headline: 'News of the harbour', revision: 1 },
    ]);
  });

  test('reports an article that is too long with both numbers, and goes on', async () => {
    const session = openGuildSession({ settings: { ARTICLE_MAX_CHARACTERS: '1000' } });
    const long = textAbout('bridge', 'word '.repeat(300));
    const pending = await session
      .of(GUILD)
      .prepare([textInput(long, { name: 'long.txt' }), textInput(textAbout('harbour'))], BY);
    expect(pending.articles).toHaveLength(1);
    expect(pending.failures).toMatchObject([{ input: 'long.txt' }]);
    expect(pending.failures[0]?.reason).toMatch(/1,6\d\d characters, at most 1,000/);
  });

  test('keeps what could not be fetched before what could not be read', async () => {
    const session = openGuildSession();
    const failures = [{ input: 'b.txt', line: null, reason: 'it could not be fetched' }];
    const pending = await session
      .of(GUILD)
      .prepare([textInput('%PDF-1.7', { name: 'a.pdf' })], { ...BY, failures });
    expect(pending.failures.map(({ input }) => input)).toEqual(['b.txt', 'a.pdf']);
    expect((await session.of(GUILD).pending(pending.id))?.failures).toEqual(pending.failures);
  });

  test('stops a user, and a guild, that brings too much in an hour', async () => {
    const session = openGuildSession({
      settings: { USER_INGESTS_PER_HOUR: '1', GUILD_INGESTS_PER_HOUR: '2' },
    });
    const prepare = (by: string) =>
      session.of(GUILD).prepare([textInput(textAbout('bridge'))], { by });
    await prepare('1');
    await expect(prepare('1')).rejects.toMatchObject({ limit: 'user-ingests', allowed: 1 });
    await prepare('2');
    await expect(prepare('3')).rejects.toMatchObject({ limit: 'guild-ingests', allowed: 2 });
    session.parts.clock.advance(3_600_000);
    await expect(prepare('1')).resolves.toMatchObject({ by: '1' });
  });
});

describe('a pending ingest', () => {
  test('can be added after a restart', async () => {
    const session = openGuildSession();
    const prepared = await session.of(GUILD).prepare([textInput(textAbout('bridge'))], BY);
    const later = await session.restart();
    expect(await later.of(GUILD).pending(prepared.id)).toEqual(prepared);
    await later.of(GUILD).commit(prepared.id, BY);
    expect(headlines(later)).toEqual(['News of the bridge']);
    expect(await later.of(GUILD).pending(prepared.id)).toBeNull();
  });

  test('is unknown to another guild, whatever it is asked', async () => {
    const session = openGuildSession();
    const { id } = await session.of(GUILD).prepare([textInput(textAbout('bridge'))], BY);
    const other = session.of(OTHER_GUILD);
    expect(await other.pending(id)).toBeNull();
    expect(await other.edit(id, 0, { headline: 'Mine' })).toBeNull();
    expect(other.cancel(id)).toBe(false);
    await expect(other.commit(id, BY)).rejects.toMatchObject({ reason: 'no-pending' });
    await session.of(GUILD).commit(id, BY);
    expect(other.receipt(id)).toBeNull();
    await expect(other.undo(id, MODERATOR)).rejects.toMatchObject({ reason: 'no-receipt' });
    expect(headlines(session)).toEqual(['News of the bridge']);
  });

  test('is gone when it is cancelled', async () => {
    const session = openGuildSession();
    const guild = session.of(GUILD);
    const { id } = await guild.prepare([textInput(textAbout('bridge'))], BY);
    expect(guild.cancel(id)).toBe(true);
    expect(guild.cancel(id)).toBe(false);
    expect(await guild.pending(id)).toBeNull();
    await expect(guild.commit(id, BY)).rejects.toThrow(ArticleError);
  });

  test('expires after seven days, and its drafts are deleted', async () => {
    const session = openGuildSession();
    const guild = session.of(GUILD);
    const { id } = await guild.prepare([textInput(textAbout('bridge'))], BY);
    session.parts.clock.advance(7 * 86_400_000);
    expect(await guild.pending(id)).not.toBeNull();
    session.parts.clock.advance(1);
    expect(await guild.pending(id)).toBeNull();
    await expect(guild.commit(id, BY)).rejects.toMatchObject({ reason: 'no-pending' });
    await session.ingests.sweep();
    expect(session.parts.database.ingests.pendingCount(id)).toBe(0);
  });

  test('is inspected anew when the archive has changed meanwhile', async () => {
    const session = openGuildSession();
    const guild = session.of(GUILD);
    const first = await guild.prepare([textInput(textAbout('bridge'))], BY);
    const second = await guild.prepare([textInput(textAbout('bridge'))], BY);
    expect(second.articles[0]?.status).toBe('new');
    await guild.commit(first.id, BY);
    expect((await guild.pending(second.id))?.articles[0]?.status).toBe('same');
    expect(await guild.commit(second.id, BY)).toMatchObject({ added: [], unchanged: 1 });
  });
});

describe('editing', () => {
  test('changes what is added', async () => {
    const session = openGuildSession();
    const guild = session.of(GUILD);
    const { id } = await guild.prepare([textInput(textAbout('bridge'))], BY);
    const edited = await guild.edit(id, 0, {
      headline: ' A better  headline ',
      publishedAt: '12 Feb 2024',
      section: 'Local',
      url: '',
      text: 'One paragraph.\n\nAnother\nof two lines.',
    });
    expect(edited?.articles).toMatchObject([{ draft: { headline: 'A better headline' } }]);
    const { added } = await guild.commit(id, BY);
    expect(guild.article(added[0]?.id ?? '')).toMatchObject({
      headline: 'A better headline',
      publishedAt: '2024-02-12',
      section: 'Local',
      url: null,
      canonical: 'One paragraph.\n\nAnother of two lines.',
    });
  });

  test.each([
    [{ headline: ' ' }, 'no-headline'],
    [{ text: '\n\n' }, 'no-text'],
    [{ publishedAt: 'soon' }, 'bad-date'],
    [{ publishedAt: '03/04/2024' }, 'bad-date'],
    [{ url: 'javascript:alert(1)' }, 'bad-link'],
    [{ section: 'x'.repeat(3_000) }, 'bad-field'],
  ])('refuses %o', async (fields, reason) => {
    const session = openGuildSession();
    const guild = session.of(GUILD);
    const { id } = await guild.prepare([textInput(textAbout('bridge'))], BY);
    await expect(guild.edit(id, 0, fields)).rejects.toMatchObject({ reason });
    expect((await guild.pending(id))?.articles[0]?.draft.headline).toBe('News of the bridge');
  });

  test('finds nothing beyond the last article', async () => {
    const session = openGuildSession();
    const guild = session.of(GUILD);
    const { id } = await guild.prepare([textInput(textAbout('bridge'))], BY);
    expect(await guild.edit(id, 1, { headline: 'Other' })).toBeNull();
  });
});

describe('adding', () => {
  test('tells how far it is, article by article', async () => {
    const session = openGuildSession();
    const guild = session.of(GUILD);
    const inputs = Array.from({ length: 40 }, (_, at) => textInput(textAbout(`topic${at}`)));
    const { id } = await guild.prepare(inputs, BY);
    const seen: string[] = [];
    const onProgress = (done: number, total: number) => void seen.push(`${done}/${total}`);
    const receipt = await guild.commit(id, { ...BY, onProgress });
    expect(receipt.added).toHaveLength(40);
    expect(seen).toEqual(['0/40', '16/40', '32/40', '40/40']);
  });

  test('twice at once adds everything once, and both get the whole receipt', async () => {
    const session = openGuildSession();
    const guild = session.of(GUILD);
    const inputs = Array.from({ length: 20 }, (_, at) => textInput(textAbout(`topic${at}`)));
    const { id } = await guild.prepare(inputs, BY);
    const [one, two] = await Promise.all([guild.commit(id, BY), session.of(GUILD).commit(id, BY)]);
    expect(one).toEqual(two);
    expect(one.added).toHaveLength(20);
    expect(await guild.commit(id, BY)).toEqual(one);
    expect(headlines(session)).toHaveLength(20);
  });

  test('goes on after it was broken off and the process ended, and the receipt names all', async () => {
    const session = openGuildSession();
    const inputs = Array.from({ length: 40 }, (_, at) => textInput(textAbout(`topic${at}`)));
    const { id } = await session.of(GUILD).prepare(inputs, BY);
    const stop = new AbortController();
    const onProgress = (done: number) => {
      if (done > 0) stop.abort(new Error('stopped'));
    };
    const committing = session.of(GUILD).commit(id, { ...BY, onProgress, signal: stop.signal });
    await expect(committing).rejects.toThrow('stopped');
    expect(session.of(GUILD).receipt(id)?.added).toHaveLength(16);
    const later = await session.restart();
    expect((await later.of(GUILD).pending(id))?.articles).toHaveLength(24);
    const receipt = await later.of(GUILD).commit(id, BY);
    expect(receipt.added).toHaveLength(40);
    expect(new Set(receipt.added.map((each) => each.id)).size).toBe(40);
    expect(headlines(later)).toHaveLength(40);
  });

  test('refuses what the guild has no room for, and adds none of it', async () => {
    const session = openGuildSession({ settings: { GUILD_MAX_ARTICLES: '3' } });
    await addTopics(session, ['bridge', 'harbour']);
    const guild = session.of(GUILD);
    const { id } = await guild.prepare(
      [textInput(textAbout('market')), textInput(textAbout('school'))],
      BY,
    );
    await expect(guild.commit(id, BY)).rejects.toThrow(LimitError);
    await expect(guild.commit(id, BY)).rejects.toMatchObject({
      limit: 'guild-articles',
      allowed: 3,
    });
    expect(headlines(session)).toHaveLength(2);
    const [first] = guild.list({ limit: 1 }).articles;
    await guild.remove(first?.id ?? '', MODERATOR);
    expect((await guild.commit(id, BY)).added).toHaveLength(2);
  });

  test('of two ingests at once lets only one have the last place', async () => {
    const session = openGuildSession({ settings: { GUILD_MAX_ARTICLES: '1' } });
    const guild = session.of(GUILD);
    const one = await guild.prepare([textInput(textAbout('bridge'))], BY);
    const two = await guild.prepare([textInput(textAbout('harbour'))], BY);
    const results = await Promise.allSettled([guild.commit(one.id, BY), guild.commit(two.id, BY)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(headlines(session)).toHaveLength(1);
  });

  test('counts the bytes of its texts', async () => {
    const session = openGuildSession({ settings: { GUILD_MAX_MEGABYTES: '1' } });
    const guild = session.of(GUILD);
    const long = (topic: string) => textInput(textAbout(topic, `${topic} `.repeat(60_000)));
    const one = await guild.prepare([long('canals')], BY);
    await guild.commit(one.id, BY);
    expect(guild.stats().ownBytes).toBeGreaterThan(420_000);
    const two = await guild.prepare([long('museum'), long('stadia')], BY);
    await expect(guild.commit(two.id, BY)).rejects.toMatchObject({
      limit: 'guild-bytes',
      allowed: 1_000_000,
    });
  });
});
