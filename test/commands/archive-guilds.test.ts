import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { archiveTexts } from '../../src/discord/texts/archive/index.ts';
import { askTexts } from '../../src/discord/texts/ask/index.ts';
import type { Person } from '../../src/playground/person/person.ts';
import { draftAbout } from '../archive/archive-kit.ts';
import { privateReplyTo, startArchiveBot, type ArchiveBot } from './archive-bot.ts';

const texts = archiveTexts.en;
const MODERATORS = ['remove', 'export', 'gaps'] as const;

describe('what only moderators may do', () => {
  it('is refused to members, whatever the server’s administrators allow', async () => {
    const bot = await startArchiveBot();
    const { member, moderator } = bot;
    const [id = ''] = await bot.bring([draftAbout('harbour')]);
    bot.discord.world.allowCommandToEveryone(bot.guildId, 'archive');
    for (const subcommand of MODERATORS) {
      const options = subcommand === 'remove' ? { article: id } : {};
      const { text } = await privateReplyTo(member.slash(`archive ${subcommand}`, options));
      expect(text).toContain('Manage Messages');
    }
    const stats = await privateReplyTo(member.slash('archive stats'));
    const actions = ['remove', 'keep', 'restore', 'gaps', 'gap-add', 'gap-done'];
    for (const action of actions) {
      const { text } = await privateReplyTo(member.forgeClick(stats, `archive-${action}:${id}`));
      expect(text).toContain('Manage Messages');
    }
    expect((await bot.archive()).article(id)).not.toBeNull();
    expect((await privateReplyTo(moderator.slash('archive gaps'))).text).toBe(texts.gaps.none);
  });
});

describe('two servers', () => {
  it('see the shared articles and their own, and nothing of each other', async () => {
    const bot = await startArchiveBot();
    const here = bot.moderator;
    const there = await otherGuild(bot);
    const [shared = ''] = await bot.share(draftAbout('bridge'));
    const secret = draftAbout('treasure', { section: 'Secrets', publishedAt: '1999-01-01' });
    const [hidden = ''] = await bot.bring([secret], there.guildId);

    const stats = await privateReplyTo(here.slash('archive stats'));
    expect(stats.text).toContain('**1 article**');
    expect(stats.text).toContain('None of them was added by this server.');
    expect(stats.text).not.toContain('Secrets');
    const list = await privateReplyTo(here.slash('archive list'));
    expect(list.text).toContain(shared);
    expect(list.text).not.toContain('treasure');
    const section = await privateReplyTo(here.slash('archive list', { section: 'Secrets' }));
    expect(section.text).toBe(texts.list.noSection);
    for (const subcommand of ['show', 'remove']) {
      const choices = await here.complete(`archive ${subcommand}`, { article: 'trea' }, 'article');
      expect(choices).toEqual([]);
    }
    expect(await here.complete('archive list', { section: 'Sec' }, 'section')).toEqual([]);
    const exported = await privateReplyTo(here.slash('archive export'));
    expect(exported.text).toBe(texts.export.empty);

    const theirs = await privateReplyTo(there.person.slash('archive list'));
    expect(theirs.text).toContain(shared);
    expect(theirs.text).toContain(hidden);
  });

  it('cannot reach each other’s articles and questions by ids that were made up', async () => {
    const bot = await startArchiveBot();
    const here = bot.moderator;
    const there = await otherGuild(bot);
    const [hidden = '', removed = ''] = await bot.bring(
      [draftAbout('treasure'), draftAbout('map')],
      there.guildId,
    );
    const theirs = await bot.archive(there.guildId);
    await theirs.remove(removed, there.person.userId);
    await theirs.ask({ text: 'Who buried zirconium?', userId: there.person.userId });
    const [gap] = (await theirs.gaps({ offset: 0, limit: 1 })).gaps;
    if (gap === undefined) throw new Error('there is no gap');

    const message = await privateReplyTo(here.slash('archive stats'));
    const say = async (customId: string): Promise<string> =>
      (await privateReplyTo(here.forgeClick(message, customId))).text;
    for (const id of [hidden, removed, 'aaaaaaaaaaaa', '', '../shared', 'x'.repeat(80)]) {
      expect(await say(`archive-remove:${id}`)).toBe(texts.notFound);
      expect(await say(`archive-restore:${id}`)).toBe(texts.remove.notRestored);
      expect(await say(`archive-gap-done:${id}:0`)).toBe(texts.gaps.gone);
      expect(await say(`article-page:${id}:0`)).toBe(askTexts.en.article.notFound);
    }
    expect(await say(`archive-gap-done:${gap.id}:0`)).toBe(texts.gaps.gone);
    expect(await say('archive-list:0:::abcdefabcdef')).toBe(texts.list.noSection);
    expect(await say('archive-gaps:0')).toBe(texts.gaps.none);
    expect(await say('archive-open')).toBe(askTexts.en.article.notFound);
    for (const subcommand of ['show', 'remove']) {
      const { text } = await privateReplyTo(
        here.slash(`archive ${subcommand}`, { article: hidden }),
      );
      expect([texts.notFound, askTexts.en.article.notFound]).toContain(text);
    }

    expect(theirs.article(hidden)?.headline).toBe('News of the treasure');
    expect(theirs.article(removed)).toBeNull();
    expect((await theirs.gaps({ offset: 0, limit: 9 })).total).toBe(1);
    expect(bot.log.filter(({ level }) => level >= ERROR)).toEqual([]);
  });
});

/** Of pino. */
const ERROR = 50;

/** A second guild the bot is in, with a moderator. */
async function otherGuild({
  discord,
}: ArchiveBot): Promise<{ readonly guildId: string; readonly person: Person }> {
  const { world } = discord;
  const guildId = world.addGuild({ name: 'Elsewhere' }).id;
  const channel = world.addChannel(guildId, { name: 'general' });
  const permissions = PermissionFlagsBits.ManageMessages;
  const role = world.addRole(guildId, { name: 'Moderators', permissions });
  const member = world.addMember(guildId, { name: 'Ann', roles: [role.id] });
  await discord.ready();
  return { guildId, person: discord.as(member.id, channel.id) };
}
