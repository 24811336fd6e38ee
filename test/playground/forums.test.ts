import { ChannelFlags, PermissionFlagsBits as Bits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { call, connectClient, startDiscord, type DiscordKit } from './discord-kit.ts';

async function startForum(
  options: Parameters<DiscordKit['discord']['world']['addChannel']>[1] = { name: 'posts' },
) {
  const kit = await startDiscord();
  const { id } = kit.discord.world.addChannel(kit.guildId, { ...options, kind: 'forum' });
  const { body } = await call(kit.discord, 'GET', `/channels/${id}`);
  const post = (fields: object = {}, message: object = { content: 'first' }) =>
    call(kit.discord, 'POST', `/channels/${id}/threads`, {
      body: { name: 'Post', message, ...fields },
    });
  return { ...kit, id, post, forum: body as { available_tags: { id: string; name: string }[] } };
}

describe('a forum', () => {
  it('says which tags it has and whether a post needs one', async () => {
    const { forum } = await startForum({
      name: 'posts',
      tags: [{ name: 'News' }, { name: 'Pinned', moderated: true }],
      requiresTag: true,
    });
    expect(forum).toMatchObject({
      flags: ChannelFlags.RequireTag,
      available_tags: [
        { name: 'News', moderated: false },
        { name: 'Pinned', moderated: true },
      ],
    });
    expect((await startForum()).forum).toMatchObject({ flags: 0, available_tags: [] });
  });

  it('refuses a post without the tag it needs, and one with a tag it has not', async () => {
    const { discord, post, forum } = await startForum({
      name: 'posts',
      tags: [{ name: 'News' }],
      requiresTag: true,
    });
    expect(await post()).toMatchObject({ status: 400, body: { code: 40_067 } });
    expect(await post({ applied_tags: ['1'] })).toMatchObject({ body: { code: 10_087 } });
    const [news] = forum.available_tags.map(({ id }) => id);
    const tagged = await post({ applied_tags: [news] });
    expect(tagged).toMatchObject({ status: 201, body: { applied_tags: [news] } });
    const { id } = tagged.body as { id: string };
    expect((await call(discord, 'GET', `/channels/${id}`)).body).toMatchObject({
      applied_tags: [news],
    });
  });

  it('keeps some tags for those who manage threads', async () => {
    const { discord, guildId, post, forum } = await startForum({
      name: 'posts',
      tags: [{ name: 'Pinned', moderated: true }],
    });
    const applied_tags = forum.available_tags.map(({ id }) => id);
    expect(await post({ applied_tags })).toMatchObject({ status: 403, body: { code: 50_013 } });
    discord.world.setBotPermissions(guildId, Bits.ManageThreads);
    expect(await post({ applied_tags })).toMatchObject({ status: 201 });
  });

  it('takes no notice of a nonce: the same post twice is two', async () => {
    const { post } = await startForum();
    const message = { content: 'first', nonce: 'one', enforce_nonce: true };
    const [first, second] = [await post({}, message), await post({}, message)];
    expect(first.body).toMatchObject({ message: { content: 'first' } });
    expect(first.body).not.toMatchObject({ message: { nonce: 'one' } });
    expect(second.status).toBe(201);
    expect((second.body as { id: string }).id).not.toBe((first.body as { id: string }).id);
  });

  it('lets nobody embed who may not', async () => {
    const { discord, guildId, id, post } = await startForum();
    discord.world.overwrite(id, { id: guildId, kind: 'role' }, { deny: Bits.EmbedLinks });
    const refused = { status: 403, body: { code: 50_013 } };
    expect(await post({}, { embeds: [{ title: 'x' }] })).toMatchObject(refused);
    expect(await post()).toMatchObject({ status: 201 });
  });

  it('is known to the real client with its tags', async () => {
    const { discord, id } = await startForum({
      name: 'posts',
      tags: [{ name: 'News' }],
      requiresTag: true,
    });
    const client = await connectClient(discord);
    const channel = client.channels.cache.get(id);
    if (!channel?.isThreadOnly()) throw new Error('It is no forum.');
    expect(channel.flags.has(ChannelFlags.RequireTag)).toBe(true);
    const thread = await channel.threads.create({
      name: 'Post',
      message: { content: 'first' },
      appliedTags: channel.availableTags.map((tag) => tag.id),
    });
    expect(thread.appliedTags).toHaveLength(1);
  });
});
