import { describe, expect, test } from 'vitest';
import { readArchivedLines } from '../../src/ingest/archived-lines.ts';
import { draftAbout } from '../archive/archive-kit.ts';
import {
  GUILD,
  MODERATOR,
  openGuildSession,
  OTHER_GUILD,
  type GuildSession,
} from './ingest-kit.ts';

async function bring(session: GuildSession, scope: string, topics: readonly string[]) {
  const drafts = topics.map((topic) => draftAbout(topic));
  const outcomes = await session.parts.library.add(drafts, { scope, by: MODERATOR });
  return outcomes.map((outcome) => ('id' in outcome ? outcome.id : ''));
}

async function threeScopes() {
  const session = openGuildSession();
  const [shared = ''] = await bring(session, 'shared', ['harbour']);
  const [own = ''] = await bring(session, GUILD, ['bridge']);
  const [foreign = ''] = await bring(session, OTHER_GUILD, ['market']);
  return { session, guild: session.of(GUILD), shared, own, foreign };
}

describe('a guild sees its own and the shared articles', () => {
  test('one by one', async () => {
    const { guild, shared, own, foreign } = await threeScopes();
    expect(guild.article(own)?.headline).toBe('News of the bridge');
    expect(guild.article(shared)?.headline).toBe('News of the harbour');
    expect(guild.article(foreign)).toBeNull();
    expect([own, shared, foreign, 'unknown'].map((id) => guild.owns(id))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test('in lists, sections and numbers', async () => {
    const { guild } = await threeScopes();
    expect(guild.list({ limit: 10 }).total).toBe(2);
    expect(guild.sections()).toEqual([{ section: 'World', articles: 2 }]);
    const stats = guild.stats();
    expect([stats.visible.articles, stats.own.articles]).toEqual([2, 1]);
    expect(stats.ownBytes).toBeGreaterThan(100);
    expect(stats.limits).toEqual({ articles: 50_000, bytes: 500_000_000 });
    expect(stats.questions).toEqual({ asked: 0, answered: 0 });
  });

  test('by pieces of their headlines', async () => {
    const { guild } = await threeScopes();
    const found = (text: string, own?: boolean) =>
      guild
        .findHeadlines(text, 25, own === undefined ? {} : { own })
        .map(({ headline }) => headline);
    expect(found('HARB')).toEqual(['News of the harbour']);
    expect(found('news the')).toEqual(['News of the harbour', 'News of the bridge'].sort());
    expect(found('news', true)).toEqual(['News of the bridge']);
    expect(found('market')).toEqual([]);
    expect(found('')).toHaveLength(2);
  });
});

describe('a guild changes its own articles alone', () => {
  test('removes and restores', async () => {
    const { guild, own } = await threeScopes();
    expect(await guild.remove(own, MODERATOR)).toMatchObject({
      state: 'removed',
      removedBy: MODERATOR,
    });
    expect(guild.article(own)).toBeNull();
    expect(guild.owns(own)).toBe(false);
    await expect(guild.remove(own, MODERATOR)).rejects.toMatchObject({ reason: 'already-removed' });
    expect(await guild.restore(own, MODERATOR)).toMatchObject({ state: 'current' });
    await expect(guild.restore(own, MODERATOR)).rejects.toMatchObject({ reason: 'not-removed' });
  });

  test('is told when an article is shared, and nothing at all of another guild', async () => {
    const { session, guild, shared, foreign } = await threeScopes();
    await expect(guild.remove(shared, MODERATOR)).rejects.toMatchObject({ reason: 'not-yours' });
    await expect(guild.restore(shared, MODERATOR)).rejects.toMatchObject({ reason: 'not-yours' });
    await expect(guild.remove(foreign, MODERATOR)).rejects.toMatchObject({ reason: 'not-found' });
    await expect(guild.remove('unknown', MODERATOR)).rejects.toMatchObject({ reason: 'not-found' });
    expect(session.of(OTHER_GUILD).owns(foreign)).toBe(true);
  });

  test('of two removals at once one is told that it came too late', async () => {
    const { guild, own } = await threeScopes();
    const results = await Promise.allSettled([
      guild.remove(own, MODERATOR),
      guild.remove(own, MODERATOR),
    ]);
    expect(results[0]).toMatchObject({ status: 'fulfilled' });
    expect(results[1]).toMatchObject({ reason: { reason: 'already-removed' } });
  });
});

test('the export holds the own articles, as the import reads them', async () => {
  const { guild, own } = await threeScopes();
  let lines = '';
  for await (const line of guild.exportLines()) lines += line;
  expect(lines.endsWith('\n')).toBe(true);
  const { drafts, problems } = readArchivedLines(new TextEncoder().encode(lines), { name: 'e' });
  expect(problems).toEqual([]);
  expect(drafts.map(({ draft }) => draft.archived?.id)).toEqual([own]);
});
