import type { APIMessage } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { digestTexts } from '../../src/discord/texts/digest/index.ts';
import { draftAbout } from '../archive/archive-kit.ts';
import { expectNoViolations, privateReplyTo } from './archive-bot.ts';
import { addManager, startDigestBot } from './digest-bot.ts';

const texts = digestTexts.en;
const SUBCOMMANDS = ['list', 'preview', 'now', 'pause', 'resume', 'remove'] as const;
const ACTIONS = ['list', 'preview', 'undo', 'remove', 'keep', 'muted', 'mute-page'] as const;

describe('what only those who manage the server may do', () => {
  it('is not offered to members and moderators', async () => {
    const { member, moderator } = await startDigestBot();
    for (const person of [member, moderator]) {
      await expect(person.slash('digest list')).rejects.toThrow('may not use the command');
    }
  });

  it('is refused to them whatever the server’s administrators allow, and nothing is suggested', async () => {
    const bot = await startDigestBot();
    const { member, moderator, manager } = bot;
    await bot.share(draftAbout('harbour', { section: 'Secrets' }));
    const { schedule } = await bot.add();
    bot.discord.world.allowCommandToEveryone(bot.guildId, 'digest');
    for (const person of [member, moderator]) {
      for (const subcommand of SUBCOMMANDS) {
        const { text } = await privateReplyTo(person.slash(`digest ${subcommand}`));
        expect(text).toContain('“Manage Server”');
      }
      const options = { channel: bot.newsId, time: '08:00', timezone: 'UTC' };
      const { text } = await privateReplyTo(person.slash('digest schedule', options));
      expect(text).toContain('“Manage Server”');
      expect(await person.complete('digest pause', {}, 'digest')).toEqual([]);
      expect(await person.complete('digest schedule', {}, 'section')).toEqual([]);
    }
    const message = await privateReplyTo(member.slash('digest list'));
    for (const action of [...ACTIONS.map((name) => `digest-${name}`), 'dmute']) {
      const id = `${action}:${schedule.id}:${schedule.id}:0`;
      const { text } = await privateReplyTo(member.forgeClick(message, id));
      expect(text, action).toContain('“Manage Server”');
    }
    expect(await bot.digests()).toHaveLength(1);
    expect((await privateReplyTo(manager.slash('digest pause'))).text).toContain('Paused.');
    expectNoViolations(bot);
  });
});

describe('two servers', () => {
  it('see and change nothing of each other’s digests, by whatever ids', async () => {
    const bot = await startDigestBot();
    const { world } = bot.discord;
    const there = world.addGuild({ name: 'Elsewhere' }).id;
    const theirChannel = world.addChannel(there, { name: 'theirs' }).id;
    const them = addManager(bot, there, theirChannel);
    await bot.discord.ready();
    const { schedule: theirs } = await bot.add({ channelId: theirChannel }, there);
    await bot.bring([draftAbout('treasure', { section: 'Secrets' })], there);
    await privateReplyTo(them.slash('digest now'));
    const runId = runIdIn(world.messages(theirChannel));

    const here = bot.manager;
    const list = await privateReplyTo(here.slash('digest list'));
    expect(list.text).toContain('There is no digest here yet.');
    expect(await here.complete('digest pause', {}, 'digest')).toEqual([]);
    expect(await here.complete('digest schedule', { section: 'sec' }, 'section')).toEqual([]);
    const section = await bot.schedule({ section: 'Secrets' });
    expect(section.text).toContain(texts.refused.noSections('Secrets'));
    for (const subcommand of ['preview', 'now', 'pause', 'resume', 'remove']) {
      const { text } = await privateReplyTo(
        here.slash(`digest ${subcommand}`, { digest: theirs.id }),
      );
      expect(text).toBe(texts.errors['not-found'](''));
    }
    const say = async (customId: string): Promise<string> =>
      (await privateReplyTo(here.forgeClick(list, customId))).text;
    for (const action of ['preview', 'undo', 'remove']) {
      expect(await say(`digest-${action}:${theirs.id}`)).toBe(texts.errors['not-found'](''));
    }
    for (const action of ['dmute', 'digest-muted', 'digest-mute-page']) {
      expect(await say(`${action}:${theirs.id}:${runId}:0`)).toBe(texts.mute.gone);
    }
    expect(await say(`dask:${runId}:0`)).toMatch(/^This digest is no longer kept/);

    const [untouched] = await bot.digests(there);
    expect(untouched?.schedule).toMatchObject({ id: theirs.id, pause: null, mutedSections: [] });
    const own = await privateReplyTo(them.slash('digest list'));
    expect(own.text).toContain(`<#${theirChannel}>`);
    expectNoViolations(bot);
  });
});

/** Of the digest that is among the messages. */
function runIdIn(messages: readonly APIMessage[]): string {
  const runId = /"dask:([a-z2-7]{12}):0"/.exec(JSON.stringify(messages))?.[1];
  if (runId === undefined) throw new Error('there is no digest');
  return runId;
}
