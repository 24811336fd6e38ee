import {
  ChannelType,
  Events,
  PermissionFlagsBits as Bits,
  type AnyThreadChannel,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { call, connectClient, startDiscord } from './discord-kit.ts';

function idOf({ body }: { readonly body: unknown }): string {
  return (body as { id: string }).id;
}

describe('threads', () => {
  it('grow from a message, once, and have its id', async () => {
    const { discord, channelId, member } = await startDiscord();
    const { id } = await member.post('start');
    const path = `/channels/${channelId}/messages/${id}/threads`;
    const thread = await call(discord, 'POST', path, { body: { name: 'Talk' } });
    expect(thread).toMatchObject({
      status: 201,
      body: { id, name: 'Talk', type: ChannelType.PublicThread, parent_id: channelId },
    });
    expect(await call(discord, 'POST', path, { body: { name: 'Talk' } })).toMatchObject({
      status: 400,
      body: { code: 160_004 },
    });
    expect(discord.world.messages(channelId)).toMatchObject([{ flags: 1 << 5 }]);
    expect(await call(discord, 'POST', path, { body: {} })).toMatchObject({
      body: { code: 50_035, errors: { name: {} } },
    });
  });

  it('stand alone, and in forums begin with a post', async () => {
    const { discord, guildId, channelId } = await startDiscord();
    const free = await call(discord, 'POST', `/channels/${channelId}/threads`, {
      body: { name: 'Free', type: ChannelType.PublicThread },
    });
    expect(free.body).toMatchObject({ type: ChannelType.PublicThread, name: 'Free' });
    const forum = discord.world.addChannel(guildId, { name: 'posts', kind: 'forum' }).id;
    const post = await call(discord, 'POST', `/channels/${forum}/threads`, {
      body: { name: 'Post', message: { content: 'first' } },
    });
    expect(post.body).toMatchObject({ parent_id: forum, message: { content: 'first' } });
    expect(discord.world.messages(idOf(post))).toMatchObject([{ id: idOf(post) }]);
    const empty = await call(discord, 'POST', `/channels/${forum}/threads`, {
      body: { name: 'Post', message: { content: '' } },
    });
    expect(empty).toMatchObject({ body: { code: 50_006 } });
    const direct = await call(discord, 'POST', `/channels/${forum}/messages`, {
      body: { content: 'x' },
    });
    expect(direct).toMatchObject({ body: { code: 50_008 } });
  });

  it('are written to, counted, archived, and wake up when something is posted', async () => {
    const { discord, channelId } = await startDiscord();
    const { id } = (
      await call(discord, 'POST', `/channels/${channelId}/threads`, {
        body: { name: 'Work', type: ChannelType.PublicThread },
      })
    ).body as { id: string };
    const messages = `/channels/${id}/messages`;
    const first = await call(discord, 'POST', messages, { body: { content: 'a' } });
    const archive = await call(discord, 'PATCH', `/channels/${id}`, { body: { archived: true } });
    expect(archive.body).toMatchObject({ message_count: 1, thread_metadata: { archived: true } });
    const edit = await call(discord, 'PATCH', `${messages}/${idOf(first)}`, {
      body: { content: 'b' },
    });
    expect(edit).toMatchObject({ status: 400, body: { code: 50_083 } });
    expect((await call(discord, 'POST', messages, { body: { content: 'c' } })).status).toBe(200);
    expect((await call(discord, 'GET', `/channels/${id}`)).body).toMatchObject({
      thread_metadata: { archived: false },
    });
  });

  it('have members', async () => {
    const { discord, channelId, member } = await startDiscord();
    const made = await call(discord, 'POST', `/channels/${channelId}/threads`, {
      body: { name: 'Team', type: ChannelType.PublicThread },
    });
    const path = `/channels/${idOf(made)}/thread-members`;
    expect((await call(discord, 'PUT', `${path}/${member.userId}`)).status).toBe(204);
    const users = async (): Promise<string[]> => {
      const { body } = await call(discord, 'GET', path);
      return (body as { user_id: string }[]).map(({ user_id }) => user_id);
    };
    expect(await users()).toEqual([discord.applicationId, member.userId]);
    expect((await call(discord, 'DELETE', `${path}/@me`)).status).toBe(204);
    expect(await users()).toEqual([member.userId]);
    expect(await call(discord, 'PUT', `${path}/1`)).toMatchObject({ body: { code: 10_007 } });
  });

  it('need permission', async () => {
    const { discord, guildId, channelId, member } = await startDiscord();
    const { id } = await member.post('start');
    const deny = Bits.CreatePublicThreads | Bits.CreatePrivateThreads | Bits.SendMessagesInThreads;
    const open = `/channels/${channelId}/threads`;
    const thread = await call(discord, 'POST', open, { body: { name: 'Before' } });
    discord.world.overwrite(channelId, { id: guildId, kind: 'role' }, { deny });
    const refused = { status: 403, body: { code: 50_013 } };
    const body = { name: 'x' };
    const fromMessage = `/channels/${channelId}/messages/${id}/threads`;
    expect(await call(discord, 'POST', open, { body })).toMatchObject(refused);
    expect(await call(discord, 'POST', fromMessage, { body })).toMatchObject(refused);
    const inside = `/channels/${idOf(thread)}/messages`;
    expect(await call(discord, 'POST', inside, { body: { content: 'x' } })).toMatchObject(refused);
    const lock = await call(discord, 'PATCH', `/channels/${idOf(thread)}`, {
      body: { locked: true },
    });
    expect(lock).toMatchObject(refused);
  });

  it('are told to the real client', async () => {
    const { discord, channelId } = await startDiscord();
    const client = await connectClient(discord);
    const heard = new Promise<AnyThreadChannel>((resolve) => {
      client.once(Events.ThreadCreate, resolve);
    });
    const channel = client.channels.cache.get(channelId);
    if (channel?.type !== ChannelType.GuildText) throw new Error('The channel is not cached.');
    const message = await channel.send('start');
    const thread = await message.startThread({ name: 'Talk' });
    expect((await heard).id).toBe(thread.id);
    await thread.send('inside');
    await thread.setArchived(true);
    expect(discord.traffic.violations).toEqual([]);
    expect(discord.world.messages(thread.id)).toMatchObject([{ content: 'inside' }]);
  });
});
