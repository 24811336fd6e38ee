import { PermissionFlagsBits as Bits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { PartToSend } from '../../../../src/digest/poster.ts';
import { failureOf, LONG, SHORT, startPosterKit, type PosterKit } from './poster-kit.ts';

function part({ partsOf }: PosterKit, channelId?: string): PartToSend {
  const [first] = partsOf(SHORT, channelId === undefined ? {} : { channelId });
  if (first === undefined) throw new Error('There is no part.');
  return first([]);
}

describe('what Discord refuses is told apart', () => {
  test('a channel that was deleted', async () => {
    const kit = await startPosterKit();
    kit.discord.world.removeChannel(kit.channelId);
    expect(await failureOf(kit.poster.send(part(kit)))).toMatchObject({
      uncertain: false,
      problem: { kind: 'channel-gone', permissions: [] },
    });
  });

  test('a thread that was deleted between two parts', async () => {
    const kit = await startPosterKit();
    const [first, second, third] = kit.partsOf(LONG);
    if (!first || !second || !third) throw new Error('The digest is too short.');
    const sent = await kit.poster.send(first([]));
    const next = await kit.poster.send(second([sent]));
    kit.discord.world.removeChannel(next.channelId);
    expect(await failureOf(kit.poster.send(third([sent, next])))).toMatchObject({
      uncertain: false,
      problem: { kind: 'channel-gone' },
    });
  });

  test('a channel that the bot does not see', async () => {
    const kit = await startPosterKit();
    await kit.deny(Bits.ViewChannel);
    expect(await failureOf(kit.poster.send(part(kit)))).toMatchObject({
      uncertain: false,
      problem: { kind: 'no-access' },
    });
  });

  test('a guild that removed the bot', async () => {
    const kit = await startPosterKit();
    kit.discord.world.removeGuild(kit.guildId);
    await expect.poll(() => kit.client.guilds.cache.size).toBe(0);
    expect(await failureOf(kit.poster.send(part(kit)))).toMatchObject({
      uncertain: false,
      problem: { kind: 'no-access' },
    });
  });

  test('a channel in which the bot may not write, with the names of what is missing', async () => {
    const kit = await startPosterKit();
    await kit.deny(Bits.SendMessages | Bits.EmbedLinks);
    expect(await failureOf(kit.poster.send(part(kit)))).toMatchObject({
      uncertain: false,
      problem: { kind: 'missing-permission', permissions: ['SendMessages', 'EmbedLinks'] },
    });
  });

  test('threads in which the bot may not write', async () => {
    const kit = await startPosterKit();
    const thread = kit.discord.world.addThread(kit.channelId, { name: 'News' }).id;
    await kit.deny(Bits.SendMessagesInThreads);
    expect(await failureOf(kit.poster.send(part(kit, thread)))).toMatchObject({
      problem: { kind: 'missing-permission', permissions: ['SendMessagesInThreads'] },
    });
  });

  test('a thread of the digest in which it may not write any more', async () => {
    const kit = await startPosterKit();
    const [first, second, third] = kit.partsOf(LONG);
    if (!first || !second || !third) throw new Error('The digest is too short.');
    const sent = await kit.poster.send(first([]));
    const next = await kit.poster.send(second([sent]));
    await kit.deny(Bits.SendMessagesInThreads);
    expect(await failureOf(kit.poster.send(third([sent, next])))).toMatchObject({
      problem: { kind: 'missing-permission', permissions: ['SendMessagesInThreads'] },
    });
  });

  test('a forum whose tags only those give who manage threads', async () => {
    const kit = await startPosterKit();
    const { id } = kit.discord.world.addChannel(kit.guildId, {
      name: 'news',
      kind: 'forum',
      tags: [{ name: 'official', moderated: true }],
      requiresTag: true,
    });
    expect(await failureOf(kit.poster.send(part(kit, id)))).toMatchObject({
      uncertain: false,
      problem: { kind: 'missing-permission', permissions: ['ManageThreads'] },
    });
  });

  test('a locked thread', async () => {
    const kit = await startPosterKit();
    const thread = kit.discord.world.addThread(kit.channelId, { name: 'News' }).id;
    kit.discord.world.archiveThread(thread, { locked: true });
    expect(await failureOf(kit.poster.send(part(kit, thread)))).toMatchObject({
      uncertain: false,
      problem: { kind: 'channel-closed', permissions: [] },
    });
  });

  test('a message it does not take', async () => {
    const kit = await startPosterKit();
    const body = JSON.stringify({ title: 'x', message: { content: '' } });
    expect(await failureOf(kit.poster.send({ ...part(kit), body }))).toMatchObject({
      uncertain: false,
      problem: { kind: 'discord' },
    });
  });

  test('a rate limit that others would have to wait for', async () => {
    const kit = await startPosterKit();
    kit.discord.faults.answer({ path: /messages$/ }, { kind: 'rate-limit', ms: 3_600_000 });
    expect(await failureOf(kit.poster.send(part(kit)))).toMatchObject({
      uncertain: false,
      problem: { kind: 'discord' },
    });
  });

  test('an announcement it does not hand on', async () => {
    const kit = await startPosterKit();
    const { id } = kit.discord.world.addChannel(kit.guildId, {
      name: 'news',
      kind: 'announcement',
    });
    const sent = await kit.poster.send(part(kit, id));
    kit.discord.faults.answer({ path: /crosspost$/ }, { kind: 'status', status: 503 });
    expect(await failureOf(kit.poster.publish(sent))).toMatchObject({
      uncertain: true,
      problem: { kind: 'discord' },
    });
    await kit.deny(Bits.SendMessages, id);
    expect(await failureOf(kit.poster.publish(sent))).toMatchObject({
      problem: { kind: 'missing-permission', permissions: ['SendMessages'] },
    });
  });
});

describe('that a digest is paused', () => {
  const pause = {
    at: '2026-11-24T20:00:00Z',
    reason: 'failed',
    problem: { kind: 'missing-permission', permissions: ['SendMessages'] },
  } as const;

  test('is said where the bot may write, in the language of the digest, and pings nobody', async () => {
    const kit = await startPosterKit();
    const { discord, guildId, channelId, poster, schedule } = kit;
    const other = discord.world.addChannel(guildId, { name: 'other' }).id;
    await kit.deny(Bits.SendMessages);
    await poster.tellPaused(schedule({ pause, language: 'de' }));
    const [message] = discord.world.messages(other);
    const text = JSON.stringify(message?.components);
    expect(text).toContain('Ein Überblick ist angehalten');
    expect(text).toContain(`<#${channelId}>`);
    expect(text).toContain('Dort fehlt: „Nachrichten senden“');
    expect(text).toContain('</digest resume:123456789012345678>');
    expect(message?.mentions).toEqual([]);
    expect(discord.traffic.violations).toEqual([]);
  });

  test('is not said where the bot may write nowhere, and nothing fails', async () => {
    const kit = await startPosterKit();
    await kit.deny(Bits.SendMessages);
    await kit.poster.tellPaused(kit.schedule({ pause }));
    await kit.poster.tellPaused(kit.schedule({ pause, guildId: '100000000000000009' }));
    kit.discord.faults.answer({ path: /messages$/ }, { kind: 'status', status: 403 });
    const other = kit.discord.world.addChannel(kit.guildId, { name: 'other' }).id;
    await expect.poll(() => kit.client.channels.cache.has(other)).toBe(true);
    await kit.poster.tellPaused(kit.schedule({ pause }));
    expect(kit.discord.world.messages(kit.channelId)).toEqual([]);
    expect(kit.discord.world.messages(other)).toEqual([]);
  });
});
