import { expect, onTestFinished, test } from 'vitest';
import { startBot } from '../../src/bot.ts';
import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { silentLog } from '../../src/log.ts';
import { startLocalDiscord } from '../../src/playground/start-local-discord.ts';
import { HashEmbedder } from '../fakes/hash-embedder.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';
import { openWithoutSeeds, startBotKit } from './bot-kit.ts';
import { eventually } from './eventually.ts';
import { registerCommands } from './register-commands.ts';
import { startSlowIdentify } from './slow-identify.ts';
import { Gate, says, trialFeature } from './trial-feature.ts';

test('what is asked while the archive opens is acknowledged, and answered when it is open', async () => {
  const gate = new Gate();
  const { member, bot, discord } = await startBotKit({
    waitForArchive: false,
    openApp: async (options) => {
      await gate.opened;
      return openWithoutSeeds(options);
    },
    createFeatures: () => [
      trialFeature({
        run: async (_, { archive }) =>
          says(`${(await archive()).stats().visible.articles} articles`),
        complete: async ({ archive }) =>
          (await archive()).sections().map(({ section }) => ({ name: section, value: section })),
      }),
    ],
  });
  const pending = await Promise.all(
    Array.from({ length: 20 }, () => member.slash('trial', { what: 'this' })),
  );
  for (const each of pending) {
    const { kind, afterMs } = await each.acknowledged();
    expect(kind).toBe('deferred');
    expect(afterMs).toBeLessThan(3_000);
  }
  expect(await member.complete('trial', { what: 'a' }, 'what')).toEqual([]);
  gate.open();
  for (const each of pending) expect((await each.reply()).text).toBe('0 articles');
  expect(await bot().ready).toMatchObject({ guilds: 1, articles: 0 });
  expect(discord.traffic.violations).toEqual([]);
});

test('a bot whose archive does not open says so to who asked, and stops', async () => {
  const gate = new Gate();
  const failures: unknown[] = [];
  const { member, bot } = await startBotKit({
    waitForArchive: false,
    onFailure: (error) => failures.push(error),
    openApp: async () => {
      await gate.opened;
      throw new Error('the disk is gone');
    },
    createFeatures: () => [
      trialFeature({ run: async (_, { archive }) => says((await archive()).guildId) }),
    ],
  });
  const pending = await member.slash('trial', { what: 'private' });
  await pending.acknowledged();
  gate.open();
  expect((await pending.reply()).text).toMatch(/`[a-z2-7]{8}`/);
  expect(await bot().stopped).toBe(1);
  expect(failures).toMatchObject([{ message: 'the disk is gone' }]);
});

test('a shard that is connected answers while others still wait for their turn, and answers once', async () => {
  const discord = await startLocalDiscord({ clock: systemClock, shards: 3 });
  onTestFinished(() => discord.close());
  const createFeatures = () => [trialFeature({})];
  const config = readConfig({
    DATA_DIR: await temporaryFolder(),
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: await startSlowIdentify(discord.apiUrl),
  });
  await registerCommands(config, createFeatures);
  const { person, channelId } = personOnShard(0);
  const starting = startBot({
    config,
    log: silentLog,
    clock: systemClock,
    embedder: new HashEmbedder(),
    openApp: openWithoutSeeds,
    createFeatures,
  });
  onTestFinished(async () => (await starting).stop());
  const began = () => discord.traffic.gateway.filter(({ event }) => event === 'READY').length;
  await eventually(() => {
    expect(began()).toBe(1);
  });
  const pending = await person.slash('trial', { what: 'early' });
  expect((await pending.reply()).text).toBe('done: early');
  expect(began()).toBeLessThan(3);
  await starting;
  expect((await (await person.slash('trial', { what: 'late' })).reply()).text).toBe('done: late');
  expect(discord.world.messages(channelId)).toHaveLength(2);
  expect(discord.traffic.violations).toEqual([]);

  /** Guilds are numbered by the millisecond, which says their shard. */
  function personOnShard(shard: number) {
    for (;;) {
      const { id } = discord.world.addGuild({ name: 'Newsroom' });
      if (Number((BigInt(id) >> 22n) % 3n) !== shard) continue;
      const channel = discord.world.addChannel(id, { name: 'general' });
      const member = discord.world.addMember(id, { name: 'Ada' });
      return { person: discord.as(member.id, channel.id), channelId: channel.id };
    }
  }
});
