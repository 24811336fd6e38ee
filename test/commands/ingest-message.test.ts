import { expect, it } from 'vitest';
import { startServer } from '../ingest/local-server.ts';
import { expectNoViolations, privateReplyTo } from './archive-bot.ts';
import { finalReplyTo, startIngestBot, storyAbout } from './ingest-bot.ts';

const COMMAND = 'Add to archive';

it('a message’s text becomes a draft with its writer, its day and its address', async () => {
  const bot = await startIngestBot();
  const { moderator, member } = bot;
  const message = await member.post(`**Harbour opens again**\n\n${storyAbout('harbour')}`);
  const preview = await finalReplyTo(moderator.useOnMessage(COMMAND, message.id));
  expect(preview.text).toContain('### New article\n**Harbour opens again**');
  expect(preview.text).toContain('**By**: Mia');
  expect(preview.text).toContain('**Source**: Newsroom');
  const seconds = Math.floor(Date.parse(message.timestamp) / 1_000);
  expect(preview.text).toContain(`<t:${seconds}:f>`);
  expect(preview.text).toContain(`/${message.channel_id}/${message.id})`);
  expect(preview.text).toContain('> The harbour was opened to the public');
  const receipt = await privateReplyTo(moderator.click(preview, 'Add'));
  expect(receipt.text).toContain('1 article added');
  expectNoViolations(bot);
});

it('a message’s files and links become drafts, and a short remark about them does not', async () => {
  const bot = await startIngestBot();
  const { moderator, member } = bot;
  const server = await startServer((_, response) => {
    response.setHeader('content-type', 'text/plain');
    response.end(`News of the castle\n\n${storyAbout('castle')}`);
  });
  const message = await member.post(`Look at this: <${server}/castle>, please.`, [
    { name: 'bridge.txt', data: Buffer.from(`News of the bridge\n\n${storyAbout('bridge')}`) },
    { name: 'photo.png', data: Buffer.from('png') },
  ]);
  const preview = await finalReplyTo(moderator.useOnMessage(COMMAND, message.id));
  expect(preview.text).toContain('### 2 articles to look through');
  expect(preview.text).toContain('- photo\\.png: this kind of file is not read');
  await privateReplyTo(moderator.click(preview, 'Add 2'));
  expect(await bot.headlines()).toEqual(['News of the bridge', 'News of the castle']);
  expectNoViolations(bot);
});

it('a message without anything for the archive says so', async () => {
  const bot = await startIngestBot();
  const message = await bot.member.post('🎉');
  const reply = await privateReplyTo(bot.moderator.useOnMessage(COMMAND, message.id));
  expect(reply.text).toContain('This message has no text, readable file or link');
  bot.moderator.locale = 'es-419';
  const spanish = await privateReplyTo(bot.moderator.useOnMessage(COMMAND, message.id));
  expect(spanish.text).toContain('Este mensaje no tiene texto');
  expectNoViolations(bot);
});

it('only moderators may, whatever the guild’s administrators allow', async () => {
  const bot = await startIngestBot();
  const { member, discord, guildId } = bot;
  const message = await member.post(storyAbout('harbour'));
  discord.world.allowCommandToEveryone(guildId, COMMAND);
  const reply = await privateReplyTo(member.useOnMessage(COMMAND, message.id));
  expect(reply.text).toContain('Manage Messages');
  expectNoViolations(bot);
});
