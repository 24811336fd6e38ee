import { expect, test } from 'vitest';
import { openWithoutSeeds, startBotKit } from './bot-kit.ts';
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
