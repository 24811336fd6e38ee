import { ChannelType, MessageFlags, PermissionFlagsBits as Bits, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { sampleDigest } from '../../render/digest/sample-digest.ts';
import { LONG, partsIn, SHORT, startPosterKit } from './poster-kit.ts';

describe('a digest is posted', () => {
  test('in a text channel: the first message there, the others in a thread under it', async () => {
    const { discord, client, channelId, post } = await startPosterKit();
    const sent = await post(LONG);
    expect(sent.length).toBeGreaterThan(2);
    const [first, ...others] = sent;
    const threadId = first?.messageId ?? '';
    expect(first?.channelId).toBe(channelId);
    expect(others.map((part) => part.channelId)).toEqual(others.map(() => threadId));
    expect(partsIn(discord.world.messages(channelId))).toEqual([0]);
    expect(partsIn(discord.world.messages(threadId))).toEqual(others.map((_, at) => at + 1));
    expect(await client.channels.fetch(threadId)).toMatchObject({
      name: 'Digest · 24 November 2026',
      type: ChannelType.PublicThread,
      parentId: channelId,
    });
    expect(discord.traffic.violations).toEqual([]);
  });

  test('in the channel alone where the bot may not open a thread', async () => {
    const { discord, channelId, post, deny } = await startPosterKit();
    await deny(Bits.CreatePublicThreads);
    const sent = await post(LONG);
    expect(partsIn(discord.world.messages(channelId))).toEqual(sent.map((_, at) => at));
    expect(discord.traffic.violations).toEqual([]);
  });

  test('in the channel, too, when the message for a thread is gone', async () => {
    const { client, channelId, partsOf, poster } = await startPosterKit();
    const [first, second] = partsOf(LONG);
    if (!first || !second) throw new Error('The digest is too short.');
    const sent = await poster.send(first([]));
    await client.rest.delete(Routes.channelMessage(channelId, sent.messageId));
    const next = await poster.send(second([sent]));
    expect(next.channelId).toBe(channelId);
  });

  test('in a thread that somebody else opened', async () => {
    const { discord, channelId, post } = await startPosterKit();
    const thread = discord.world.addThread(channelId, { name: 'News' }).id;
    discord.world.archiveThread(thread);
    const sent = await post(LONG, { channelId: thread });
    expect(partsIn(discord.world.messages(thread))).toEqual(sent.map((_, at) => at));
    expect(discord.traffic.violations).toEqual([]);
  });

  test('in a forum as a new post, with a tag where the forum wants one', async () => {
    const { discord, client, guildId, post } = await startPosterKit();
    const forum = discord.world.addChannel(guildId, {
      name: 'news',
      kind: 'forum',
      tags: [{ name: 'official', moderated: true }, { name: 'daily' }],
      requiresTag: true,
    }).id;
    const [first, ...others] = await post(LONG, { channelId: forum });
    const id = first?.channelId ?? '';
    expect(first).toEqual({ channelId: id, messageId: id });
    expect(others.map((part) => part.channelId)).toEqual(others.map(() => id));
    expect(partsIn(discord.world.messages(id))).toEqual([0, ...others.map((_, at) => at + 1)]);
    const thread = await client.channels.fetch(id, { force: true });
    const tag = await client.channels.fetch(forum).then((channel) => {
      return channel?.type === ChannelType.GuildForum ? channel.availableTags[1]?.id : null;
    });
    expect(thread).toMatchObject({ name: 'Digest · 24 November 2026', appliedTags: [tag] });
    expect(discord.traffic.violations).toEqual([]);
  });

  test('in an announcement channel, and handed on to its followers once', async () => {
    const { discord, guildId, post, poster } = await startPosterKit();
    const { id } = discord.world.addChannel(guildId, { name: 'news', kind: 'announcement' });
    const [first] = await post(LONG, { channelId: id });
    if (first === undefined) throw new Error('Nothing was posted.');
    await poster.publish(first);
    await poster.publish(first);
    const flags = discord.world.messages(id)[0]?.flags ?? 0;
    expect(flags & MessageFlags.Crossposted).toBe(MessageFlags.Crossposted);
  });

  test('without an announcement where the channel is none, or the message is gone', async () => {
    const { discord, channelId, post, poster } = await startPosterKit();
    const [first] = await post(SHORT);
    if (first === undefined) throw new Error('Nothing was posted.');
    await expect(poster.publish(first)).resolves.toBeUndefined();
    await expect(poster.publish({ channelId, messageId: '1' })).resolves.toBeUndefined();
    expect(discord.world.messages(channelId)).toHaveLength(1);
  });

  test('with the notification of one role, in the first message only', async () => {
    const { discord, guildId, channelId, post } = await startPosterKit();
    const role = { name: 'Readers', permissions: 0n, mentionable: true };
    const mentionRole = discord.world.addRole(guildId, role).id;
    await post(LONG, { mentionRole });
    const [first] = discord.world.messages(channelId);
    expect(first?.mention_roles).toEqual([mentionRole]);
    const others = discord.world.messages(first?.id ?? '');
    expect(others.length).toBeGreaterThan(1);
    expect(others.flatMap(({ mention_roles: roles }) => roles)).toEqual([]);
  });

  test('once, however often a part is sent', async () => {
    const { discord, channelId, post } = await startPosterKit();
    const sent = await post(LONG);
    expect(await post(LONG)).toEqual(sent);
    expect(partsIn(discord.world.messages(channelId))).toEqual([0]);
    expect(discord.world.messages(sent[0]?.messageId ?? '')).toHaveLength(sent.length - 1);
  });

  test('also when there is nothing to tell', async () => {
    const { discord, member, post } = await startPosterKit();
    await post(sampleDigest({}));
    expect(member.seen().map(({ text }) => text)).toEqual([
      expect.stringContaining('Nothing new came into the archive today.'),
    ]);
    expect(discord.traffic.violations).toEqual([]);
  });
});
