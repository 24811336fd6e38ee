import { expect, onTestFinished, test } from 'vitest';
import { createFeatures } from '../../commands/index.ts';
import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { startLocalDiscord } from '../../src/playground/start-local-discord.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';
import { startBotProcess } from './bot-process.ts';
import { startRefusingGateway } from './refusing-gateway.ts';
import { registerCommands } from './register-commands.ts';

async function startDiscord() {
  const discord = await startLocalDiscord({ clock: systemClock });
  onTestFinished(() => discord.close());
  const guildId = discord.world.addGuild({ name: 'Newsroom' }).id;
  const channel = discord.world.addChannel(guildId, { name: 'general' });
  const person = discord.world.addMember(guildId, { name: 'Mia' });
  const settings = {
    DATA_DIR: await temporaryFolder(),
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
  };
  return { discord, settings, member: discord.as(person.id, channel.id) };
}

test('npm start says when it is ready, answers while it opens the archive, and ends with 0 on SIGTERM', async () => {
  const { discord, settings, member } = await startDiscord();
  await registerCommands(readConfig(settings), createFeatures);
  const bot = startBotProcess(settings);
  await discord.ready();
  // The model is not there yet.
  const help = await member.slash('help');
  expect((await help.acknowledged()).afterMs).toBeLessThan(3_000);
  expect(await bot.printed(/ready/)).toMatch(
    /^Archivist is ready as .+: 1 server, 1 shared article\.$/,
  );
  bot.child.kill('SIGTERM');
  const { code, stdout, stderr } = await bot.ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.split('\n')).toHaveLength(2);
  expect(discord.traffic.violations).toEqual([]);
});

test('npm start says when other commands are registered; a second signal ends it at once', async () => {
  const { discord, settings } = await startDiscord();
  const bot = startBotProcess(settings);
  await discord.ready();
  expect(await bot.printed(/out of date/)).toMatch(/Run: npm run register$/);
  bot.child.kill('SIGINT');
  bot.child.kill('SIGTERM');
  await bot.ended;
  expect(bot.child.signalCode).toBe('SIGKILL');
});

test.each([
  [4004, 3, /^Discord refuses DISCORD_TOKEN\. [^\n]+\n$/],
  [4014, 4, /^Discord does not allow this application a gateway intent[^\n]+\n$/],
])(
  'when the gateway closes with %i, one sentence says so and the exit code is %i',
  async (closeCode, exitCode, sentence) => {
    const { code, stdout, stderr } = await startBotProcess({
      DATA_DIR: await temporaryFolder(),
      DISCORD_TOKEN: `MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.${'x'.repeat(38)}`,
      DISCORD_API_URL: await startRefusingGateway(closeCode),
    }).ended;
    expect(stderr).toMatch(sentence);
    expect({ code, stdout }).toEqual({ code: exitCode, stdout: '' });
  },
);
