import { Events, GatewayIntentBits, type Interaction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { Faults } from '../../src/playground/local-discord.ts';
import { ASK, connectClient, newClient, register, startDiscord } from './discord-kit.ts';

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isChatInputCommand()) await interaction.reply(`to ${interaction.user.id}`);
}

describe('the real client', () => {
  it('logs in, knows its guilds, channels, roles and itself', async () => {
    const { discord, guildId, channelId } = await startDiscord();
    discord.world.addRole(guildId, { name: 'Editors', permissions: 0n });
    const client = await connectClient(discord);
    const guild = client.guilds.cache.get(guildId);
    expect(client.user.id).toBe(discord.applicationId);
    expect(guild?.name).toBe('Library');
    expect(guild?.systemChannelId).toBe(channelId);
    expect(guild?.channels.cache.get(channelId)?.name).toBe('general');
    expect(guild?.roles.cache.map(({ name }) => name)).toContain('Editors');
    expect(guild?.members.me?.id).toBe(client.user.id);
    expect(discord.traffic.violations).toEqual([]);
  });

  it('fetches everything about itself and its guild', async () => {
    const { discord, guildId, member } = await startDiscord();
    const client = await connectClient(discord);
    const guild = await client.guilds.fetch({ guild: guildId, force: true });
    expect((await guild.members.fetch(member.userId)).displayName).toBe('Ada');
    expect((await guild.channels.fetch()).size).toBe(1);
    expect((await guild.roles.fetch()).size).toBe(2);
    expect((await client.application.fetch()).id).toBe(discord.applicationId);
    expect((await client.users.fetch(member.userId, { force: true })).username).toBe('ada');
    expect((await client.guilds.fetch()).size).toBe(1);
    expect(discord.traffic.violations).toEqual([]);
  });

  it('is told in plain words of a wrong token and of intents it may not use', async () => {
    const { discord } = await startDiscord();
    await expect(newClient(discord).login('wrong')).rejects.toMatchObject({
      code: 'TokenInvalid',
    });
    const greedy = newClient(discord, [GatewayIntentBits.MessageContent]);
    await expect(greedy.login(discord.token)).rejects.toThrow('Used disallowed intents');
  });

  it('hears of a guild that adds it, with its channels, and of one that removes it', async () => {
    const { discord } = await startDiscord();
    const client = await connectClient(discord);
    const joined = new Promise<number>((resolve) => {
      client.once(Events.GuildCreate, (guild) => {
        resolve(guild.channels.cache.size);
      });
    });
    const { id } = discord.world.addGuild({ name: 'Newcomers' });
    discord.world.addChannel(id, { name: 'general' });
    expect(await joined).toBe(1);
    const left = new Promise<string>((resolve) => {
      client.once(Events.GuildDelete, (guild) => {
        resolve(guild.id);
      });
    });
    discord.world.removeGuild(id);
    expect(await left).toBe(id);
  });

  it('has each guild on the shard its id belongs to', async () => {
    const { discord, guildId } = await startDiscord({ shards: 3 });
    const others = ['b', 'c', 'd'].map((name) => discord.world.addGuild({ name }).id);
    const client = await connectClient(discord, answer);
    await discord.ready();
    const shards = [guildId, ...others].map((id) => client.guilds.cache.get(id)?.shardId);
    expect(shards).toEqual([0, 1, 2, 0]);
    await register(discord, [ASK]);
    for (const id of [guildId, ...others]) {
      const channel = discord.world.addChannel(id, { name: 'here' });
      const user = discord.world.addMember(id, { name: 'Someone' });
      const pending = await discord.as(user.id, channel.id).slash('ask');
      expect((await pending.reply()).text).toBe(`to ${user.id}`);
    }
  });
});

describe('a broken connection', () => {
  it.each<readonly [string, (faults: Faults) => void]>([
    [
      'a dropped socket',
      (faults) => {
        faults.dropGateway();
      },
    ],
    [
      'a call to reconnect',
      (faults) => {
        faults.askToReconnect();
      },
    ],
    [
      'an invalid session',
      (faults) => {
        faults.invalidateSession(true);
      },
    ],
  ])('%s: what is asked meanwhile is answered once', async (_, disturb) => {
    const { discord, member } = await startDiscord();
    await connectClient(discord, answer);
    await register(discord, [ASK]);
    disturb(discord.faults);
    const pending = await Promise.all([member.slash('ask'), member.slash('ask')]);
    const replies = await Promise.all(pending.map((each) => each.reply()));
    expect(replies.map(({ text }) => text)).toEqual(Array(2).fill(`to ${member.userId}`));
    expect(discord.world.messages(member.channelId)).toHaveLength(2);
    expect(discord.traffic.violations).toEqual([]);
  });

  it('a forgotten session is begun anew', async () => {
    const { discord, member } = await startDiscord();
    await connectClient(discord, answer);
    await register(discord, [ASK]);
    discord.faults.dropGateway({ forget: true });
    const identified = discord.traffic.gateway.filter(({ op, direction }) => {
      return op === 2 && direction === 'in';
    });
    expect(identified).toHaveLength(1);
    await discord.ready();
    const pending = await member.slash('ask');
    expect((await pending.reply()).text).toBe(`to ${member.userId}`);
  });
});
