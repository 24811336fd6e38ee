import { Events, PermissionFlagsBits as Bits, type Client } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../fakes/manual-clock.ts';
import { call, connectClient, startDiscord, type DiscordKit } from './discord-kit.ts';

const MINUTE = 60_000;

async function active({ discord, guildId }: DiscordKit): Promise<string[]> {
  const { body } = await call(discord, 'GET', `/guilds/${guildId}/threads/active`);
  return (body as { threads: { id: string }[] }).threads.map(({ id }) => id);
}

function archived({ discord, channelId }: DiscordKit, query = '') {
  return call(discord, 'GET', `/channels/${channelId}/threads/archived/public${query}`);
}

function write({ discord }: DiscordKit, threadId: string) {
  return call(discord, 'POST', `/channels/${threadId}/messages`, { body: { content: 'x' } });
}

async function hear(client: Client, event: Events, act: () => void): Promise<void> {
  const heard = new Promise<void>((resolve) => {
    client.once(event as string, () => {
      resolve();
    });
  });
  act();
  await heard;
}

describe('threads that others opened', () => {
  it('are listed while they are active, and written to', async () => {
    const kit = await startDiscord();
    const thread = kit.discord.world.addThread(kit.channelId, { name: 'Talk' }).id;
    expect(await active(kit)).toEqual([thread]);
    expect(await write(kit, thread)).toMatchObject({ status: 200 });
    kit.discord.world.archiveThread(thread);
    expect(await active(kit)).toEqual([]);
  });

  it('are hidden when they are private, unless the bot manages threads', async () => {
    const kit = await startDiscord();
    const { world } = kit.discord;
    const thread = world.addThread(kit.channelId, { name: 'Secret', isPrivate: true }).id;
    expect(await active(kit)).toEqual([]);
    expect(await write(kit, thread)).toMatchObject({ status: 403, body: { code: 50_001 } });
    world.setBotPermissions(kit.guildId, Bits.ManageThreads);
    expect(await active(kit)).toEqual([thread]);
    expect(await write(kit, thread)).toMatchObject({ status: 200 });
  });

  it('open again when somebody writes, and locked ones only for those who manage threads', async () => {
    const kit = await startDiscord();
    const { world } = kit.discord;
    const thread = world.addThread(kit.channelId, { name: 'Talk' }).id;
    world.archiveThread(thread);
    expect(await write(kit, thread)).toMatchObject({ status: 200 });
    expect(await active(kit)).toEqual([thread]);
    world.archiveThread(thread, { locked: true });
    expect(await write(kit, thread)).toMatchObject({ status: 400, body: { code: 50_083 } });
    world.setBotPermissions(kit.guildId, Bits.ManageThreads);
    expect(await write(kit, thread)).toMatchObject({ status: 200 });
    world.setBotPermissions(kit.guildId, 0n);
    expect(await write(kit, thread)).toMatchObject({ status: 400, body: { code: 160_005 } });
  });

  it('are listed once archived, the latest first, page by page', async () => {
    const clock = new ManualClock();
    const kit = await startDiscord({ clock });
    const { world } = kit.discord;
    const threads = ['a', 'b', 'c'].map((name) => world.addThread(kit.channelId, { name }).id);
    world.addThread(kit.channelId, { name: 'still open' });
    world.archiveThread(world.addThread(kit.channelId, { name: 'hidden', isPrivate: true }).id);
    const times = threads.map((thread) => {
      clock.advance(MINUTE);
      world.archiveThread(thread);
      return clock.now().toISOString();
    });
    const [a, b, c] = threads;
    expect(world.threads(kit.channelId).slice(0, 2)).toEqual([
      { id: a, name: 'a' },
      { id: b, name: 'b' },
    ]);
    expect((await archived(kit, '?limit=2')).body).toMatchObject({
      threads: [{ id: c }, { id: b }],
      has_more: true,
    });
    expect((await archived(kit, `?before=${times[1] ?? ''}`)).body).toMatchObject({
      threads: [{ id: a }],
      has_more: false,
    });
    const refused = { status: 400, body: { code: 50_035 } };
    expect(await archived(kit, '?limit=1')).toMatchObject(refused);
    expect(await archived(kit, '?before=yesterday')).toMatchObject(refused);
    world.overwrite(
      kit.channelId,
      { id: kit.guildId, kind: 'role' },
      { deny: Bits.ReadMessageHistory },
    );
    expect(await archived(kit)).toMatchObject({ status: 403, body: { code: 50_013 } });
  });

  it('come into the cache of the real client, change and go there', async () => {
    const { discord, channelId } = await startDiscord();
    const before = discord.world.addThread(channelId, { name: 'Before' }).id;
    const client = await connectClient(discord);
    const cached = (id: string) => {
      const channel = client.channels.cache.get(id);
      return channel?.isThread() === true ? channel : null;
    };
    expect(cached(before)).toMatchObject({ name: 'Before', archived: false });
    await hear(client, Events.ThreadUpdate, () => {
      discord.world.archiveThread(before);
    });
    expect(cached(before)).toMatchObject({ archived: true });
    let after = '';
    await hear(client, Events.ThreadCreate, () => {
      after = discord.world.addThread(channelId, { name: 'After' }).id;
    });
    expect(cached(after)).toMatchObject({ name: 'After' });
    await hear(client, Events.ThreadDelete, () => {
      discord.world.removeChannel(after);
    });
    expect(cached(after)).toBeNull();
  });
});

describe('the cache of the real client', () => {
  it('follows channels that change and go, and the system channel', async () => {
    const { discord, guildId, channelId } = await startDiscord();
    const next = discord.world.addChannel(guildId, { name: 'next' }).id;
    const client = await connectClient(discord);
    const guild = client.guilds.cache.get(guildId);
    expect(guild?.systemChannelId).toBe(channelId);
    const everyone = { id: guildId, kind: 'role' } as const;
    await hear(client, Events.ChannelUpdate, () => {
      discord.world.overwrite(channelId, everyone, { deny: Bits.SendMessages });
    });
    const mayWrite = () => {
      const channel = guild?.channels.cache.get(channelId);
      return channel?.permissionsFor(client.user)?.has(Bits.SendMessages);
    };
    expect(mayWrite()).toBe(false);
    await hear(client, Events.GuildUpdate, () => {
      discord.world.removeChannel(channelId);
    });
    expect(mayWrite()).toBeUndefined();
    expect(guild?.systemChannelId).toBe(next);
  });

  it('loses a guild the bot is removed from, and has it again when it is added again', async () => {
    const { discord, guildId, channelId } = await startDiscord();
    const client = await connectClient(discord);
    await hear(client, Events.GuildDelete, () => {
      discord.world.removeGuild(guildId);
    });
    expect(client.guilds.cache.has(guildId)).toBe(false);
    const path = `/channels/${channelId}/messages`;
    const post = () => call(discord, 'POST', path, { body: { content: 'x' } });
    expect(await post()).toMatchObject({ status: 403, body: { code: 50_001 } });
    await hear(client, Events.GuildCreate, () => {
      discord.world.rejoinGuild(guildId);
    });
    expect(client.channels.cache.has(channelId)).toBe(true);
    expect(await post()).toMatchObject({ status: 200 });
  });
});
