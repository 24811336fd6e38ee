import { MessageFlags, PermissionFlagsBits as Bits, type APIMessage } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { MS_PER_DAY } from '../../../src/clock.ts';
import type { ShownMessage } from '../../../src/playground/person/person.ts';
import { draftAbout } from '../../archive/archive-kit.ts';
import { madeUpArticle, nameIn } from '../../app/made-up-articles.ts';
import { expectNoViolations, privateReplyTo } from '../../commands/archive-bot.ts';
import { addManager, startDigestBot, type DigestBot } from '../../commands/digest-bot.ts';
import { ManualClock } from '../../fakes/manual-clock.ts';
import { eventually } from '../eventually.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A minute before 08:00 in Berlin. */
const BEFORE = '2024-03-01T06:59:00Z';

function startBefore(): Promise<DigestBot> {
  return startDigestBot({ clock: new ManualClock(BEFORE) });
}

/** What a member sees in a channel or thread. */
function seenIn({ discord, member }: DigestBot, channelId: string): readonly ShownMessage[] {
  return discord.as(member.userId, channelId).seen();
}

/** What was posted in a channel, its threads included, once there are so many messages. */
async function posted(bot: DigestBot, channelId: string, count: number): Promise<ShownMessage[]> {
  const all = () => [
    ...(bot.discord.world.messages(channelId).length > 0 ? seenIn(bot, channelId) : []),
    ...bot.discord.world.threads(channelId).flatMap(({ id }) => seenIn(bot, id)),
  ];
  await eventually(() => {
    expect(all()).toHaveLength(count);
  });
  return all();
}

/** The day is done: nothing more comes of it. */
async function done(bot: DigestBot, outcome: string, guildId?: string): Promise<void> {
  await eventually(async () => {
    const [digest] = await bot.digests(guildId);
    expect(digest?.last?.outcome).toBe(outcome);
  });
}

async function listed({ manager }: DigestBot): Promise<string> {
  return (await privateReplyTo(manager.slash('digest list'))).text;
}

function textOf(messages: readonly ShownMessage[]): string {
  return messages.map(({ text }) => text).join('\n');
}

/** Distinct stories; those that are later versions of others left out. */
function stories(count: number) {
  return Array.from({ length: count }, (_, at) => {
    return { ...madeUpArticle(at), url: `https://example.org/${at}` };
  });
}

function namesOf(count: number): string[] {
  return Array.from({ length: count }, (_, at) => nameIn(at));
}

function isPublished({ flags }: APIMessage): boolean {
  return ((flags ?? 0) & MessageFlags.Crossposted) !== 0;
}

describe('a digest that a manager scheduled', () => {
  it('comes at its hour with ten articles in one message, newest first, for everybody to see', async () => {
    const bot = await startBefore();
    await bot.share(draftAbout('lighthouse'));
    await bot.schedule();
    await bot.share(...stories(10));
    expect(seenIn(bot, bot.newsId)).toEqual([]);
    bot.clock.advance(MINUTE);
    const messages = await posted(bot, bot.newsId, 1);
    const text = textOf(messages);
    // Those with odd numbers are of one section, the others of the next; number 4 and 9 are of May, 3 and 8 of April.
    const shown = [...text.matchAll(/News from (\w+)/g)].map(([, name]) => name);
    expect(shown).toEqual([9, 3, 7, 1, 5, 4, 8, 2, 6, 0].map(nameIn));
    expect(text).toContain('Friday, 1 March 2024');
    expect(text).not.toContain('lighthouse');
    await done(bot, 'posted');
    expectNoViolations(bot);
  });

  it('goes on in a thread with two hundred, each of them once', async () => {
    const bot = await startBefore();
    await bot.schedule();
    await bot.share(...stories(200));
    bot.clock.advance(MINUTE);
    await done(bot, 'posted');
    const [thread] = bot.discord.world.threads(bot.newsId);
    expect(bot.discord.world.threads(bot.newsId)).toHaveLength(1);
    const messages = [...seenIn(bot, bot.newsId), ...seenIn(bot, thread?.id ?? '')];
    expect(seenIn(bot, bot.newsId)).toHaveLength(1);
    expect(messages.length).toBeGreaterThan(5);
    const times = namesOf(200).map(
      (name) => textOf(messages).split(`News from ${name}`).length - 1,
    );
    expect(times.filter((count) => count !== 1)).toEqual([]);
    expectNoViolations(bot);
  });

  it('says that there is nothing, or says nothing', async () => {
    const bot = await startBefore();
    const quietId = bot.discord.world.addChannel(bot.guildId, { name: 'quiet' }).id;
    await bot.schedule({ channel: quietId });
    await bot.schedule({ when_empty: 'say' });
    bot.clock.advance(MINUTE);
    const [message] = await posted(bot, bot.newsId, 1);
    expect(message?.text).toContain('Friday, 1 March 2024');
    await done(bot, 'empty');
    expect(seenIn(bot, quietId)).toEqual([]);
    expectNoViolations(bot);
  });

  it('is published, opens a post with the tag a forum wants, and writes into a thread', async () => {
    const bot = await startBefore();
    const { world } = bot.discord;
    const channels = {
      wire: world.addChannel(bot.guildId, { name: 'wire', kind: 'announcement' }).id,
      forum: world.addChannel(bot.guildId, {
        ...{ name: 'posts', kind: 'forum', requiresTag: true },
        tags: [{ name: 'Reserved', moderated: true }, { name: 'News' }],
      }).id,
      thread: world.addThread(bot.newsId, { name: 'Daily' }).id,
    };
    await bot.schedule({ channel: channels.wire, publish: true });
    await bot.schedule({ channel: channels.forum });
    await bot.schedule({ channel: channels.thread });
    world.archiveThread(channels.thread);
    await bot.share(...stories(3));
    bot.clock.advance(MINUTE);
    await eventually(() => {
      expect(world.messages(channels.wire).map(isPublished)).toEqual([true]);
    });
    const [inForum] = await posted(bot, channels.forum, 1);
    expect(inForum?.text).toContain(nameIn(2));
    expect(textOf(await posted(bot, channels.thread, 1))).toContain(nameIn(2));
    expectNoViolations(bot);
  });

  it('notifies its role and nobody else', async () => {
    const bot = await startBefore();
    const { world } = bot.discord;
    const role = { permissions: 0n, mentionable: true };
    const readers = world.addRole(bot.guildId, { name: 'Readers', ...role }).id;
    const others = world.addRole(bot.guildId, { name: 'Others', ...role }).id;
    await bot.schedule({ role: readers });
    const headline = `@everyone look, <@&${others}> <@${bot.member.userId}>`;
    await bot.share(draftAbout('harbour', { headline }));
    bot.clock.advance(MINUTE);
    const [message] = await posted(bot, bot.newsId, 1);
    expect(message?.message).toMatchObject({
      mention_roles: [readers],
      mention_everyone: false,
      mentions: [],
    });
    expectNoViolations(bot);
  });
});

describe('a bot that was away at the hour', () => {
  it('posts late within the day, and after a day the missed one with the next', async () => {
    const bot = await startBefore();
    await bot.schedule();
    await bot.share(draftAbout('harbour'));
    await bot.bot().stop();
    bot.clock.advance(5 * HOUR);
    await bot.restart();
    const [late] = await posted(bot, bot.newsId, 1);
    expect(late?.text).toContain('Friday, 1 March 2024');
    await done(bot, 'posted');
    await bot.share(draftAbout('lighthouse'));
    await bot.bot().stop();
    // Sunday, 08:00 in Berlin; Saturday has come and gone.
    bot.clock.advance(Date.parse('2024-03-03T06:30:00Z') - bot.clock.now().getTime());
    await bot.restart();
    await bot.share(draftAbout('windmill'));
    bot.clock.advance(30 * MINUTE);
    const [, merged] = await posted(bot, bot.newsId, 2);
    expect(merged?.text).toMatch(/2.*3 March 2024/);
    expect(merged?.text).toContain('lighthouse');
    expect(merged?.text).toContain('windmill');
    expectNoViolations(bot);
  });
});

describe('a channel that is out of reach', () => {
  /** Lets the pauses between the tries pass. */
  async function tryUntilPaused(bot: DigestBot): Promise<void> {
    for (const pause of [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 8 * HOUR]) {
      const tried = bot.clock.now().getTime();
      await eventually(async () => {
        const [digest] = await bot.digests();
        expect(digest?.trouble?.nextTryAt.getTime()).toBe(tried + pause);
      });
      bot.clock.advance(pause);
    }
    await eventually(async () => {
      const [digest] = await bot.digests();
      expect(digest?.schedule.pause?.reason).toBe('failed');
    });
  }

  /** What the server was told, and what the list says then, hours later and after a start. */
  async function toldOfPause(bot: DigestBot): Promise<{ told: string; list: string }> {
    const [told] = await posted(bot, bot.channelId, 1);
    // After so many hours without a heartbeat it is just connecting anew.
    await bot.restart();
    return { told: told?.text ?? '', list: await listed(bot) };
  }

  it('is tried again, then its digest is paused and the server told; resumed, it brings everything', async () => {
    const bot = await startBefore();
    const { world } = bot.discord;
    await bot.schedule();
    await bot.share(draftAbout('harbour'));
    const me = { id: bot.discord.applicationId, kind: 'member' } as const;
    world.overwrite(bot.newsId, me, { deny: Bits.SendMessages });
    bot.clock.advance(MINUTE);
    await tryUntilPaused(bot);
    const { told, list } = await toldOfPause(bot);
    expect(told).toContain(`<#${bot.newsId}>`);
    expect(told).toContain('Send Messages');
    expect(list).toContain('Send Messages');
    world.overwrite(bot.newsId, me, {});
    await privateReplyTo(bot.manager.slash('digest resume'));
    expect(seenIn(bot, bot.newsId)).toEqual([]);
    bot.clock.advance(MS_PER_DAY);
    const [message] = await posted(bot, bot.newsId, 1);
    expect(message?.text).toContain('harbour');
  });

  it('or was deleted, pauses its digest and keeps nobody else waiting', async () => {
    const bot = await startBefore();
    const { world } = bot.discord;
    const otherId = world.addGuild({ name: 'Elsewhere' }).id;
    world.addChannel(otherId, { name: 'general' });
    const elsewhere = world.addChannel(otherId, { name: 'news' }).id;
    const ana = addManager(bot, otherId, elsewhere);
    await bot.schedule();
    await eventually(async () => {
      const options = { channel: elsewhere, time: '08:00', timezone: 'Berlin' };
      await privateReplyTo(ana.slash('digest schedule', options));
      expect(await bot.digests(otherId)).toHaveLength(1);
    });
    await bot.share(draftAbout('harbour'));
    world.removeChannel(bot.newsId);
    bot.clock.advance(MINUTE);
    await done(bot, 'posted', otherId);
    expect(world.messages(elsewhere)).toHaveLength(1);
    await tryUntilPaused(bot);
    const { told, list } = await toldOfPause(bot);
    expect(told).toContain(`<@${bot.manager.userId}>`);
    expect(list).toContain('⚠️ Paused');
  });

  it('or does not answer, or is limited, holds up its own server alone', async () => {
    const bot = await startBefore();
    const { world, faults } = bot.discord;
    const otherId = world.addGuild({ name: 'Elsewhere' }).id;
    world.addChannel(otherId, { name: 'general' });
    const elsewhere = world.addChannel(otherId, { name: 'news' }).id;
    await bot.schedule();
    await bot.add({ channelId: elsewhere }, otherId);
    await bot.share(draftAbout('harbour'));
    const path = new RegExp(`^/channels/${bot.newsId}/messages$`);
    faults.answer({ method: 'POST', path }, { kind: 'delay', ms: 10 * MINUTE, after: true });
    bot.clock.advance(MINUTE);
    await done(bot, 'posted', otherId);
    expect(world.messages(elsewhere)).toHaveLength(1);
    await posted(bot, bot.newsId, 1);
    expect((await bot.digests())[0]?.last).toBeNull();
    bot.clock.advance(10 * MINUTE);
    await done(bot, 'posted');
    faults.answer({ method: 'POST', path }, { kind: 'rate-limit', ms: 300 });
    await bot.share(draftAbout('lighthouse'));
    bot.clock.advance(MS_PER_DAY - 10 * MINUTE);
    await posted(bot, bot.newsId, 2);
    expectNoViolations(bot);
  });

  it('with its whole server, is there again when the bot comes back', async () => {
    const bot = await startBefore();
    const { world } = bot.discord;
    await bot.schedule();
    await bot.share(draftAbout('harbour'));
    world.removeGuild(bot.guildId);
    bot.clock.advance(MINUTE);
    await eventually(async () => {
      const [digest] = await bot.digests();
      expect(digest?.trouble?.problem.kind).toBe('no-access');
    });
    world.rejoinGuild(bot.guildId);
    bot.clock.advance(MINUTE);
    await done(bot, 'posted');
    expect(textOf(await posted(bot, bot.newsId, 1))).toContain('harbour');
  });
});
