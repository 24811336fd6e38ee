import { describe, expect, it } from 'vitest';
import { MS_PER_DAY } from '../../src/clock.ts';
import { SETTINGS } from '../digest/posting/job-kit.ts';
import { ANNA, HARBOUR, MOUNTAIN, addArticle, openGuildKit, type GuildKit } from './guild-kit.ts';

const FERRY = ['The ferry between the islands was repaired on Monday.'];
const PAGE = { offset: 0, limit: 10 };

/** An article, a kept answer with a vote, a gap and a digest. @returns the answer's id. */
async function liveIn(kit: GuildKit, guildId: string): Promise<string> {
  await addArticle(kit, guildId, FERRY);
  const guild = kit.guilds.of(guildId);
  if (guild.digests.list().length === 0) guild.digests.add(SETTINGS, ANNA);
  const { id } = await guild.ask({ text: 'zeppelin', userId: ANNA });
  guild.vote(id ?? '', ANNA, 'up');
  return id ?? '';
}

/** How much of each kind there is of a guild. */
async function traces({ database, library, guilds }: GuildKit, guildId: string, answerId: string) {
  return {
    articles: library.list({ scopes: [guildId], limit: 10 }).total,
    answer: guilds.of(guildId).answer(answerId) !== null,
    votes: database.votes.count(answerId).up,
    gaps: (await guilds.of(guildId).gaps(PAGE)).total,
    asked: database.guilds.questions(guildId).asked,
    digests: guilds.of(guildId).digests.list().length,
  };
}

const EVERYTHING = { articles: 1, answer: true, votes: 1, gaps: 1, asked: 1, digests: 1 };
const NOTHING = { articles: 0, answer: false, votes: 0, gaps: 0, asked: 0, digests: 0 };

describe('a guild that the bot left', () => {
  it('keeps its data for the days of the setting, then loses all of it', async () => {
    const kit = openGuildKit({ GUILD_RETENTION_DAYS: '30' });
    const answerId = await liveIn(kit, HARBOUR);
    kit.guilds.left(HARBOUR);
    kit.clock.advance(30 * MS_PER_DAY - 1);
    await kit.guilds.sweep();
    await expect(traces(kit, HARBOUR, answerId)).resolves.toEqual(EVERYTHING);
    kit.clock.advance(1);
    await kit.guilds.sweep();
    await expect(traces(kit, HARBOUR, answerId)).resolves.toEqual(NOTHING);
  });

  it('takes nothing of other guilds and of the shared archive with it', async () => {
    const kit = openGuildKit({ GUILD_RETENTION_DAYS: '1' });
    await addArticle(kit, 'shared', FERRY);
    await liveIn(kit, HARBOUR);
    const answerId = await liveIn(kit, MOUNTAIN);
    kit.guilds.left(HARBOUR);
    kit.clock.advance(2 * MS_PER_DAY);
    await kit.guilds.sweep();
    await expect(traces(kit, MOUNTAIN, answerId)).resolves.toEqual(EVERYTHING);
    expect(kit.library.list({ scopes: ['shared'], limit: 10 }).total).toBe(1);
  });

  it('keeps everything when the bot comes back in time', async () => {
    const kit = openGuildKit();
    const answerId = await liveIn(kit, HARBOUR);
    kit.guilds.left(HARBOUR);
    kit.clock.advance(29 * MS_PER_DAY);
    kit.guilds.joined(HARBOUR);
    kit.clock.advance(29 * MS_PER_DAY);
    await kit.guilds.sweep();
    await expect(traces(kit, HARBOUR, answerId)).resolves.toEqual(EVERYTHING);
  });

  it('is counted from the first time it was seen to be gone', async () => {
    const kit = openGuildKit({ GUILD_RETENTION_DAYS: '30' });
    const answerId = await liveIn(kit, HARBOUR);
    kit.guilds.present([MOUNTAIN]);
    kit.clock.advance(20 * MS_PER_DAY);
    kit.guilds.present([MOUNTAIN]);
    kit.guilds.left(HARBOUR);
    kit.clock.advance(10 * MS_PER_DAY);
    await kit.guilds.sweep();
    await expect(traces(kit, HARBOUR, answerId)).resolves.toEqual(NOTHING);
  });

  it('is back when it is among those that are present', async () => {
    const kit = openGuildKit();
    const answerId = await liveIn(kit, HARBOUR);
    kit.guilds.present([]);
    kit.guilds.present([HARBOUR, MOUNTAIN]);
    kit.clock.advance(40 * MS_PER_DAY);
    await kit.guilds.sweep();
    await expect(traces(kit, HARBOUR, answerId)).resolves.toEqual(EVERYTHING);
  });
});

describe('old answers', () => {
  it('are deleted with their votes after the days of the setting', async () => {
    const kit = openGuildKit({ ANSWER_RETENTION_DAYS: '90' });
    const old = await liveIn(kit, HARBOUR);
    kit.clock.advance(89 * MS_PER_DAY);
    const { id } = await kit.guilds.of(HARBOUR).ask({ text: 'zeppelin', userId: ANNA });
    kit.clock.advance(MS_PER_DAY);
    await kit.guilds.sweep();
    const all = { articles: 1, gaps: 1, asked: 2, digests: 1 };
    await expect(traces(kit, HARBOUR, old)).resolves.toEqual({ ...all, answer: false, votes: 0 });
    await expect(traces(kit, HARBOUR, id ?? '')).resolves.toMatchObject({ answer: true });
  });
});

describe('a guild', () => {
  it.each(['shared', '', '12', '../100000000000000001', '100000000000000001 '])(
    'is not %j',
    (id) => {
      const kit = openGuildKit();
      expect(() => kit.guilds.of(id)).toThrow(/not a guild's id/);
    },
  );
});
