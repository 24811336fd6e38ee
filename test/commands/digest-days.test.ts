import { PermissionFlagsBits } from 'discord.js';
import { expect, it } from 'vitest';
import { digestTexts } from '../../src/discord/texts/digest/index.ts';
import { draftAbout } from '../archive/archive-kit.ts';
import { eventually } from '../discord/eventually.ts';
import { ManualClock } from '../fakes/manual-clock.ts';
import { expectNoViolations, privateReplyTo } from './archive-bot.ts';
import { startDigestBot, type DigestBot } from './digest-bot.ts';

const texts = digestTexts.en;

async function listed({ manager }: DigestBot): Promise<string> {
  return (await privateReplyTo(manager.slash('digest list'))).text;
}

it('a digest that was scheduled comes at its hour, and the list links to it', async () => {
  const bot = await startDigestBot({ clock: new ManualClock('2024-03-01T06:59:30Z') });
  await bot.schedule();
  expect(await listed(bot)).toContain('Next: <t:1709276400:f>');
  await bot.share(draftAbout('harbour'));
  bot.clock.advance(30_000);
  await eventually(() => {
    expect(bot.discord.world.messages(bot.newsId)).toHaveLength(1);
  });
  const [post] = bot.discord.world.messages(bot.newsId);
  const link = `https://discord.com/channels/${bot.guildId}/${bot.newsId}/${post?.id ?? ''}`;
  await eventually(async () => {
    const text = await listed(bot);
    expect(text).toContain(`-# Last: [1 March 2024](${link})`);
    expect(text).toContain('Next: <t:1709362800:f>');
  });
  expectNoViolations(bot);
});

it('a digest that cannot be posted is listed with what is missing, and when it is tried again', async () => {
  const bot = await startDigestBot({ clock: new ManualClock('2024-03-01T06:59:30Z') });
  await bot.schedule();
  await bot.share(draftAbout('harbour'));
  const everyone = { id: bot.guildId, kind: 'role' } as const;
  const deny = PermissionFlagsBits.SendMessages;
  bot.discord.world.overwrite(bot.newsId, everyone, { deny });
  bot.clock.advance(30_000);
  await eventually(async () => {
    const text = await listed(bot);
    expect(text).toContain('“Send Messages”');
    expect(text).toContain('I try again <t:1709276460:R>.');
    expect(text).toContain(texts.list.notYet);
  });
});
