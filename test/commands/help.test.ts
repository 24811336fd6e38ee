import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import { helpTexts } from '../../src/discord/texts/help/index.ts';
import type { ShownMessage } from '../../src/playground/person/person.ts';
import {
  expectNoViolations,
  privateReplyTo,
  startArchiveBot,
  type ArchiveBot,
} from './archive-bot.ts';

describe('/help', () => {
  it('tells everybody what the bot can do, with mentions that can be clicked', async () => {
    const bot = await startArchiveBot();
    const { text } = await privateReplyTo(bot.member.slash('help'));
    const archive = bot.discord.world.commands(bot.guildId).find(({ name }) => name === 'archive');
    expect(text).toContain(`</archive list:${archive?.id ?? ''}>`);
    expect(text).toContain('`/ask`');
    expect(text).toContain('Ask the archive');
    expect(text).toContain(helpTexts.en.kept(90, 'anonymous'));
    expect(text).not.toContain('For moderators');
    expectNoViolations(bot);
  });

  it('tells moderators of their part too, in their language', async () => {
    const bot = await startArchiveBot();
    bot.moderator.locale = 'de';
    const { text } = await privateReplyTo(bot.moderator.slash('help'));
    expect(text).toContain('Für die Moderation');
    expect(text).toContain('Ins Archiv aufnehmen');
    expect(text).toMatch(/<\/archive gaps:\d+> zeigt die Fragen/);
    expectNoViolations(bot);
  });

  it('says what is kept as the settings have it', async () => {
    const bot = await startArchiveBot({
      settings: { ANSWER_RETENTION_DAYS: '0', ASK_LOG: 'full' },
    });
    const { text } = await privateReplyTo(bot.member.slash('help'));
    expect(text).toContain('Answers are not kept.');
    expect(text).toContain('with the name of who asked');
  });
});

describe('the greeting', () => {
  it('is the whole help, in the guild’s language, in its system channel, once', async () => {
    const bot = await startArchiveBot();
    const { world } = bot.discord;
    const { id } = world.addGuild({ name: 'Neuland', locale: 'de' });
    const first = world.addChannel(id, { name: 'allgemein' });
    world.addChannel(id, { name: 'anderes' });
    const [greeting] = await greetings(bot, first.id);
    expect(greeting).toContain('Für alle');
    expect(greeting).toContain('Für die Moderation');
    expect(greeting).toContain('Für die Serververwaltung');
    expect(greeting).toMatch(/<\/archive show:\d+>/);
    await bot.restart();
    await privateReplyTo(bot.member.slash('help'));
    expect(await greetings(bot, first.id)).toHaveLength(1);
    expectNoViolations(bot);
  });

  it('goes to the first channel where the bot may write', async () => {
    const bot = await startArchiveBot();
    const { world } = bot.discord;
    const { id } = world.addGuild({ name: 'Elsewhere' });
    const silent = world.addChannel(id, { name: 'rules' });
    const hidden = world.addChannel(id, { name: 'hidden' });
    world.addChannel(id, { name: 'forum', kind: 'forum' });
    const open = world.addChannel(id, { name: 'news', kind: 'announcement' });
    const everyone = { id, kind: 'role' } as const;
    world.overwrite(silent.id, everyone, { deny: PermissionFlagsBits.SendMessages });
    world.overwrite(hidden.id, everyone, { deny: PermissionFlagsBits.ViewChannel });
    const [greeting] = await greetings(bot, open.id);
    expect(greeting).toContain('For everybody');
    expect(world.messages(silent.id)).toEqual([]);
    expectNoViolations(bot);
  });

  it('is left out, without an error, where the bot may write nowhere', async () => {
    const bot = await startArchiveBot();
    const { world } = bot.discord;
    const { id } = world.addGuild({ name: 'Silence' });
    const channel = world.addChannel(id, { name: 'general' });
    const everyone = { id, kind: 'role' } as const;
    world.overwrite(channel.id, everyone, { deny: PermissionFlagsBits.SendMessages });
    await vi.waitFor(() => {
      expect(bot.log).toContainEqual(
        expect.objectContaining({
          level: INFO,
          guild: id,
          msg: 'no greeting: there is no channel to write in',
        }),
      );
    });
    expect(world.messages(channel.id)).toEqual([]);
    expectNoViolations(bot);
  });
});

/** Of pino. */
const INFO = 30;

/** Texts of what was said in a channel, as soon as there is something. */
async function greetings({ discord }: ArchiveBot, channelId: string): Promise<string[]> {
  const member = discord.as(discord.applicationId, channelId);
  return vi.waitFor(() => {
    const texts = member.seen().map(({ text }: ShownMessage) => text);
    expect(texts).not.toEqual([]);
    return texts;
  });
}
