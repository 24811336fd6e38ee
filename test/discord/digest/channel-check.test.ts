import { PermissionFlagsBits as Bits, type GuildBasedChannel } from 'discord.js';
import { describe, expect, test } from 'vitest';
import {
  checkDigestChannel,
  type ChannelCheck,
} from '../../../src/discord/digest/channel-check.ts';
import { startPosterKit, type PosterKit } from './posting/poster-kit.ts';

async function reach({ client, guildId }: PosterKit, id: string): Promise<GuildBasedChannel> {
  await expect.poll(() => client.channels.cache.has(id)).toBe(true);
  const channel = client.guilds.cache.get(guildId)?.channels.cache.get(id);
  if (channel === undefined) throw new Error('There is no such channel.');
  return channel;
}

async function check(kit: PosterKit, id = kit.channelId): Promise<ChannelCheck> {
  const channel = await reach(kit, id);
  return checkDigestChannel(channel, await channel.guild.members.fetchMe());
}

const FINE = { obstacle: null, missing: [], wanted: [] };

describe('a channel for a digest', () => {
  test.each(['text', 'announcement', 'forum'] as const)('may be of kind %s', async (kind) => {
    const kit = await startPosterKit();
    const { id } = kit.discord.world.addChannel(kit.guildId, { name: 'news', kind });
    expect(await check(kit, id)).toEqual(FINE);
  });

  test('may be a thread', async () => {
    const kit = await startPosterKit();
    const { id } = kit.discord.world.addThread(kit.channelId, { name: 'News' });
    expect(await check(kit, id)).toEqual(FINE);
  });

  test('lacks exactly what the bot may not do there', async () => {
    const kit = await startPosterKit();
    await kit.deny(Bits.SendMessages | Bits.EmbedLinks);
    expect(await check(kit)).toEqual({
      obstacle: null,
      missing: ['SendMessages', 'EmbedLinks'],
      wanted: [],
    });
  });

  test('is less comfortable without threads and history', async () => {
    const kit = await startPosterKit();
    await kit.deny(Bits.ReadMessageHistory | Bits.CreatePublicThreads | Bits.SendMessagesInThreads);
    expect(await check(kit)).toEqual({
      obstacle: null,
      missing: [],
      wanted: expect.arrayContaining([
        'ReadMessageHistory',
        'CreatePublicThreads',
        'SendMessagesInThreads',
      ]) as unknown,
    });
  });

  test('needs the permission to write in threads when it is a thread or a forum', async () => {
    const kit = await startPosterKit();
    const thread = kit.discord.world.addThread(kit.channelId, { name: 'News' }).id;
    const forum = kit.discord.world.addChannel(kit.guildId, { name: 'posts', kind: 'forum' }).id;
    await reach(kit, forum);
    await kit.deny(Bits.SendMessagesInThreads);
    await kit.deny(Bits.SendMessagesInThreads, forum);
    expect((await check(kit, thread)).missing).toEqual(['SendMessagesInThreads']);
    expect((await check(kit, forum)).missing).toEqual(['SendMessagesInThreads']);
  });

  test('needs a moderator of threads where only those may give the tags a forum wants', async () => {
    const kit = await startPosterKit();
    const forum = (tags: readonly { readonly name: string; readonly moderated: boolean }[]) =>
      kit.discord.world.addChannel(kit.guildId, {
        name: 'posts',
        kind: 'forum',
        tags,
        requiresTag: true,
      }).id;
    const strict = forum([{ name: 'official', moderated: true }]);
    const open = forum([
      { name: 'official', moderated: true },
      { name: 'daily', moderated: false },
    ]);
    expect((await check(kit, strict)).missing).toEqual(['ManageThreads']);
    expect((await check(kit, open)).missing).toEqual([]);
  });

  test('is none when it is a locked thread', async () => {
    const kit = await startPosterKit();
    const { id } = kit.discord.world.addThread(kit.channelId, { name: 'News' });
    await reach(kit, id);
    kit.discord.world.archiveThread(id, { locked: true });
    await expect.poll(async () => (await check(kit, id)).obstacle).toBe('locked');
  });

  test('notifies a role that may not be mentioned by everybody only with a permission', async () => {
    const kit = await startPosterKit();
    const { guildId, channelId, client, discord } = kit;
    const [quiet, loud] = [false, true].map((mentionable) => {
      return discord.world.addRole(guildId, { name: 'Readers', permissions: 0n, mentionable }).id;
    });
    const channel = await reach(kit, channelId);
    const me = await channel.guild.members.fetchMe();
    await kit.deny(Bits.MentionEveryone);
    const wanted = (id = ''): readonly string[] => {
      const role = client.guilds.cache.get(guildId)?.roles.cache.get(id) ?? null;
      return checkDigestChannel(channel, me, role).wanted;
    };
    expect(wanted(quiet)).toEqual(['MentionEveryone']);
    expect(wanted(loud)).toEqual([]);
  });
});
