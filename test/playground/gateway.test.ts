import { GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../fakes/manual-clock.ts';
import { ASK, register, startDiscord } from './discord-kit.ts';
import { RawGateway } from './raw-gateway.ts';

const BEAT = 41_250;

describe('connecting', () => {
  it('greets with the interval of heartbeats and acknowledges each of them', async () => {
    const { discord } = await startDiscord();
    const gateway = new RawGateway(discord);
    const hello = await gateway.next(GatewayOpcodes.Hello);
    expect(hello.d).toMatchObject({ heartbeat_interval: BEAT });
    gateway.send(GatewayOpcodes.Heartbeat, null);
    gateway.send(GatewayOpcodes.Heartbeat, null);
    await gateway.count(GatewayOpcodes.HeartbeatAck, 2);
    expect(gateway.received).toHaveLength(3);
  });

  it('answers IDENTIFY with READY, all guilds unavailable, and then each guild', async () => {
    const { discord, guildId, channelId } = await startDiscord();
    const gateway = new RawGateway(discord);
    await gateway.identify(discord);
    const guild = await gateway.next('GUILD_CREATE');
    const ready = await gateway.next('READY');
    expect(ready).toMatchObject({
      s: 1,
      d: { v: 10, guilds: [{ id: guildId, unavailable: true }], user: { bot: true } },
    });
    expect(guild).toMatchObject({ s: 2, d: { id: guildId, channels: [{ id: channelId }] } });
    expect(gateway.events).toEqual(['READY', 'GUILD_CREATE']);
  });

  it.each([
    ['a wrong token', 4004, { token: 'wrong' }],
    ['an intent that does not exist', 4013, { intents: 1 << 30 }],
    ['a privileged intent', 4014, { intents: GatewayIntentBits.MessageContent }],
    ['a shard beyond their number', 4010, { shard: [3, 3] }],
    ['no properties', 4002, { properties: null }],
  ])('turns away %s with %i', async (_, code, options) => {
    const { discord } = await startDiscord();
    const gateway = new RawGateway(discord);
    await gateway.identify(discord, options);
    expect(await gateway.closed()).toBe(code);
  });

  it('lets privileged intents through that the application may use', async () => {
    const intents = GatewayIntentBits.MessageContent | GatewayIntentBits.Guilds;
    const { discord } = await startDiscord({ privilegedIntents: intents });
    const gateway = new RawGateway(discord);
    await gateway.identify(discord, { intents });
    expect(await gateway.next('READY')).toMatchObject({ op: 0 });
  });

  it.each([
    ['anything before IDENTIFY', 4003, '{"op":3,"d":{}}'],
    ['what is not JSON', 4002, '{'],
    ['JSON that is no payload', 4002, '[]'],
    ['a payload of more than 4096 bytes', 4002, JSON.stringify({ op: 1, d: 'x'.repeat(4_096) })],
  ])('closes on %s with %i', async (_, code, text) => {
    const { discord } = await startDiscord();
    const gateway = new RawGateway(discord);
    await gateway.next(GatewayOpcodes.Hello);
    gateway.sendText(text);
    expect(await gateway.closed()).toBe(code);
  });

  it('closes on a second IDENTIFY and on an unknown opcode', async () => {
    const { discord } = await startDiscord();
    const twice = new RawGateway(discord);
    await twice.identify(discord);
    await twice.identify(discord);
    expect(await twice.closed()).toBe(4005);
    const unknown = new RawGateway(discord);
    await unknown.identify(discord);
    unknown.send(99, null);
    expect(await unknown.closed()).toBe(4001);
  });

  it('closes on another version and another encoding', async () => {
    const { discord } = await startDiscord();
    expect(await new RawGateway(discord, 'v=6&encoding=json').closed()).toBe(4012);
    expect(await new RawGateway(discord, 'v=10&encoding=etf').closed()).toBe(4002);
  });

  it('closes on more than 120 payloads in a minute', async () => {
    const { discord } = await startDiscord({ clock: new ManualClock() });
    const gateway = new RawGateway(discord);
    await gateway.next(GatewayOpcodes.Hello);
    for (let sent = 0; sent <= 120; sent += 1) gateway.send(GatewayOpcodes.Heartbeat, null);
    expect(await gateway.closed()).toBe(4008);
  });
});

describe('heartbeats', () => {
  it('a bot that stops is asked for one, then dropped, and cannot resume', async () => {
    const clock = new ManualClock();
    const { discord } = await startDiscord({ clock });
    const gateway = new RawGateway(discord);
    await gateway.identify(discord);
    const ready = await gateway.next('READY');
    clock.advance(BEAT * 1.25);
    expect(await gateway.next(GatewayOpcodes.Heartbeat)).toMatchObject({ d: null });
    clock.advance(BEAT * 1.25);
    expect(await gateway.closed()).toBe(4009);
    const again = new RawGateway(discord);
    await again.resume(discord.token, ready.d?.['session_id'], 1);
    expect(await again.next(GatewayOpcodes.InvalidSession)).toMatchObject({ d: false });
  });

  it('a bot that answers when it is asked stays', async () => {
    const clock = new ManualClock();
    const { discord } = await startDiscord({ clock });
    const gateway = new RawGateway(discord);
    await gateway.identify(discord);
    await gateway.next('READY');
    for (let times = 1; times <= 3; times += 1) {
      clock.advance(BEAT * 1.25);
      await gateway.count(GatewayOpcodes.Heartbeat, times);
      gateway.send(GatewayOpcodes.Heartbeat, 1);
      await gateway.count(GatewayOpcodes.HeartbeatAck, times);
    }
    discord.world.addChannel(discord.world.addGuild({ name: 'New' }).id, { name: 'a' });
    expect(await gateway.next('GUILD_CREATE')).toMatchObject({ op: 0 });
  });
});

describe('resuming', () => {
  it('sends what was missed, once and in order, then RESUMED', async () => {
    const { discord, guildId } = await startDiscord();
    const first = new RawGateway(discord);
    await first.identify(discord);
    const ready = await first.next('READY');
    const { s } = await first.next('GUILD_CREATE');
    first.cut();
    await first.closed();
    const names = ['one', 'two', 'three'];
    for (const name of names) discord.world.addChannel(guildId, { name });
    const second = new RawGateway(discord);
    await second.resume(discord.token, ready.d?.['session_id'], s ?? 0);
    await second.next('RESUMED');
    expect(second.events).toEqual([
      'CHANNEL_CREATE',
      'CHANNEL_CREATE',
      'CHANNEL_CREATE',
      'RESUMED',
    ]);
    expect(second.received.flatMap(({ d }) => d?.['name'] ?? [])).toEqual(names);
    discord.world.addChannel(guildId, { name: 'four' });
    await second.count('CHANNEL_CREATE', 4);
    expect(second.received.at(-1)?.d).toMatchObject({ name: 'four' });
  });

  it('sends again what was on its way but not seen', async () => {
    const { discord } = await startDiscord();
    const first = new RawGateway(discord);
    await first.identify(discord);
    const ready = await first.next('READY');
    await first.next('GUILD_CREATE');
    first.cut();
    const second = new RawGateway(discord);
    await second.resume(discord.token, ready.d?.['session_id'], 1);
    await second.next('RESUMED');
    expect(second.events).toEqual(['GUILD_CREATE', 'RESUMED']);
  });

  it('takes the session over from a connection that is still open', async () => {
    const { discord, guildId } = await startDiscord();
    const first = new RawGateway(discord);
    await first.identify(discord);
    const ready = await first.next('READY');
    await first.next('GUILD_CREATE');
    const second = new RawGateway(discord);
    await second.resume(discord.token, ready.d?.['session_id'], 2);
    expect(await first.closed()).toBe(1006);
    discord.world.addChannel(guildId, { name: 'more' });
    await second.next('CHANNEL_CREATE');
    expect(first.events).not.toContain('CHANNEL_CREATE');
  });

  it('is refused for an unknown session, a wrong token and a number never sent', async () => {
    const { discord } = await startDiscord();
    const first = new RawGateway(discord);
    await first.identify(discord);
    const ready = await first.next('READY');
    const id = ready.d?.['session_id'];
    const unknown = new RawGateway(discord);
    await unknown.resume(discord.token, 'nobody', 1);
    expect(await unknown.next(GatewayOpcodes.InvalidSession)).toMatchObject({ d: false });
    const stranger = new RawGateway(discord);
    await stranger.resume('wrong', id, 1);
    expect(await stranger.closed()).toBe(4004);
    const ahead = new RawGateway(discord);
    await ahead.resume(discord.token, id, 99);
    expect(await ahead.closed()).toBe(4007);
  });

  it('is refused after the bot said goodbye and after three minutes', async () => {
    const clock = new ManualClock();
    const { discord } = await startDiscord({ clock });
    for (const leave of [1000, null]) {
      const gateway = new RawGateway(discord);
      await gateway.identify(discord);
      const ready = await gateway.next('READY');
      if (leave === null) gateway.cut();
      else gateway.close(leave);
      await gateway.closed();
      // A round trip, after which the other side has seen the end as well.
      await register(discord, [ASK]);
      if (leave === null) clock.advance(180_001);
      const again = new RawGateway(discord);
      await again.resume(discord.token, ready.d?.['session_id'], 1);
      expect(await again.next(GatewayOpcodes.InvalidSession)).toMatchObject({ d: false });
    }
  });
});

describe('disturbances', () => {
  it('asks to reconnect and invalidates sessions', async () => {
    const { discord } = await startDiscord();
    const gateway = new RawGateway(discord);
    await gateway.identify(discord);
    const ready = await gateway.next('READY');
    discord.faults.askToReconnect();
    expect(await gateway.next(GatewayOpcodes.Reconnect)).toMatchObject({ d: null });
    discord.faults.invalidateSession(true);
    expect(await gateway.next(GatewayOpcodes.InvalidSession)).toMatchObject({ d: true });
    gateway.send(GatewayOpcodes.Resume, {
      token: discord.token,
      session_id: ready.d?.['session_id'],
      seq: 2,
    });
    expect(await gateway.next('RESUMED')).toMatchObject({ op: 0 });
    discord.faults.invalidateSession(false);
    await gateway.count(GatewayOpcodes.InvalidSession, 2);
    const again = new RawGateway(discord);
    await again.resume(discord.token, ready.d?.['session_id'], 2);
    expect(await again.next(GatewayOpcodes.InvalidSession)).toMatchObject({ d: false });
  });

  it('forgets sessions when told so', async () => {
    const { discord } = await startDiscord();
    const gateway = new RawGateway(discord);
    await gateway.identify(discord);
    const ready = await gateway.next('READY');
    discord.faults.dropGateway({ forget: true });
    expect(await gateway.closed()).toBe(1006);
    const again = new RawGateway(discord);
    await again.resume(discord.token, ready.d?.['session_id'], 1);
    expect(await again.next(GatewayOpcodes.InvalidSession)).toMatchObject({ d: false });
  });

  it('falls silent: no acknowledgement and no event, all of which RESUME brings', async () => {
    const { discord, guildId } = await startDiscord();
    const gateway = new RawGateway(discord);
    await gateway.identify(discord);
    const ready = await gateway.next('READY');
    const { s } = await gateway.next('GUILD_CREATE');
    discord.faults.silenceGateway();
    gateway.send(GatewayOpcodes.Heartbeat, s);
    discord.world.addChannel(guildId, { name: 'unheard' });
    const again = new RawGateway(discord);
    await again.resume(discord.token, ready.d?.['session_id'], s ?? 0);
    await again.next('RESUMED');
    expect(again.events).toEqual(['CHANNEL_CREATE', 'RESUMED']);
    expect(gateway.events).toEqual(['READY', 'GUILD_CREATE']);
    expect(gateway.received.map(({ op }) => op)).not.toContain(GatewayOpcodes.HeartbeatAck);
  });
});

describe('intents', () => {
  it('without GuildMessages no message is told of', async () => {
    const { discord, guildId, member } = await startDiscord();
    const gateway = new RawGateway(discord);
    await gateway.identify(discord);
    await gateway.next('GUILD_CREATE');
    await member.post('hello');
    discord.world.addChannel(guildId, { name: 'after' });
    await gateway.next('CHANNEL_CREATE');
    expect(gateway.events).toEqual(['READY', 'GUILD_CREATE', 'CHANNEL_CREATE']);
  });

  it('without MessageContent the message is empty, unless it mentions the bot', async () => {
    const { discord, member } = await startDiscord();
    const gateway = new RawGateway(discord);
    await gateway.identify(discord, { intents: GatewayIntentBits.GuildMessages });
    await gateway.next('READY');
    await member.post('secret', [{ name: 'a.txt', data: Buffer.from('a') }]);
    await member.post(`hello <@${discord.applicationId}>`);
    await gateway.count('MESSAGE_CREATE', 2);
    const messages = gateway.received.filter(({ t }) => t === 'MESSAGE_CREATE');
    expect(messages.map(({ d }) => d)).toMatchObject([
      { content: '', attachments: [] },
      { content: `hello <@${discord.applicationId}>` },
    ]);
  });

  it('with MessageContent the message is whole', async () => {
    const intents = GatewayIntentBits.GuildMessages | GatewayIntentBits.MessageContent;
    const { discord, member } = await startDiscord({ privilegedIntents: intents });
    const gateway = new RawGateway(discord);
    await gateway.identify(discord, { intents });
    await gateway.next('READY');
    await member.post('open');
    expect(await gateway.next('MESSAGE_CREATE')).toMatchObject({ d: { content: 'open' } });
  });

  it('without Guilds no guild is told of', async () => {
    const { discord, member } = await startDiscord();
    const gateway = new RawGateway(discord);
    await gateway.identify(discord, { intents: GatewayIntentBits.GuildMessages });
    await gateway.next('READY');
    await member.post('x');
    await gateway.next('MESSAGE_CREATE');
    expect(gateway.events).toEqual(['READY', 'MESSAGE_CREATE']);
  });
});
