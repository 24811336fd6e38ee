import { GatewayOpcodes } from 'discord.js';
import { expect, test } from 'vitest';
import { madeUpArticle } from '../app/made-up-articles.ts';
import { ManualClock } from '../fakes/manual-clock.ts';
import { startBotKit } from './bot-kit.ts';
import { eventually } from './eventually.ts';
import { says, trialFeature } from './trial-feature.ts';

const RESUME: number = GatewayOpcodes.Resume;

const feature = () => trialFeature({ run: () => Promise.resolve(says('done')) });

test('a connection on which nothing comes any more is resumed', async () => {
  const { member, discord } = await startBotKit({
    discord: { heartbeatIntervalMs: 400 },
    createFeatures: () => [feature()],
  });
  discord.faults.silenceGateway();
  const sent = await member.slash('trial', { what: 'this' });
  // The bot hears of it once it has noticed the silence and come back, which is within two heartbeats.
  expect((await sent.reply()).text).toBe('done');
  expect(discord.traffic.gateway).toContainEqual(expect.objectContaining({ op: RESUME }));
});

test('the watchdog connects a shard anew whose heartbeats have stopped, too', async () => {
  const clock = new ManualClock();
  const { discord, log, member } = await startBotKit({
    clock,
    // So long that discord.js itself notices nothing while the test runs.
    discord: { heartbeatIntervalMs: 3_600_000 },
    createFeatures: () => [feature()],
  });
  discord.faults.silenceGateway();
  const resumes = () => discord.traffic.gateway.filter(({ op }) => op === RESUME).length;
  await eventually(() => {
    clock.advance(15_000);
    expect(log.map(({ msg }) => msg)).toContain(
      'a shard gives no sign of life; connecting it anew',
    );
  });
  await eventually(() => {
    expect(resumes()).toBe(1);
  });
  await discord.ready();
  expect((await (await member.slash('trial', { what: 'this' })).reply()).text).toBe('done');
});

test('a guild that the bot joins is greeted; one that it leaves loses its data after the time that is set', async () => {
  const clock = new ManualClock();
  const { discord, app, guildId, config, log } = await startBotKit({
    clock,
    createFeatures: () => [feature()],
  });
  const joined = discord.world.addGuild({ name: 'Second' });
  const channel = discord.world.addChannel(joined.id, { name: 'general' });
  await eventually(() => {
    expect(discord.world.messages(channel.id)).toHaveLength(1);
  });
  const { guilds, library } = await app();
  await library.add([madeUpArticle(1)], { scope: guildId, by: 'test' });
  await library.add([madeUpArticle(5)], { scope: joined.id, by: 'test' });
  discord.world.removeGuild(guildId);
  await eventually(() => {
    expect(log.map(({ msg }) => msg)).toContain('left a guild');
  });
  const own = (id: string) => guilds.of(id).stats().own.articles;
  expect(own(guildId)).toBe(1);
  await eventually(() => {
    clock.advance((config.GUILD_RETENTION_DAYS + 1) * 86_400_000);
    expect(own(guildId)).toBe(0);
  });
  expect(own(joined.id)).toBe(1);
  expect(discord.traffic.violations).toEqual([]);
});

test('a guild that was left while the bot was away is noticed when it comes back', async () => {
  const { discord, app, guildId, bot, restart } = await startBotKit({
    settings: { GUILD_RETENTION_DAYS: '0' },
    createFeatures: () => [feature()],
  });
  const { library } = await app();
  await library.add([madeUpArticle(1)], { scope: guildId, by: 'test' });
  await bot().stop();
  discord.world.removeGuild(guildId);
  discord.world.addGuild({ name: 'Another' });
  await restart();
  const { guilds } = await app();
  await eventually(async () => {
    await guilds.sweep();
    expect(guilds.of(guildId).stats().own.articles).toBe(0);
  });
});
