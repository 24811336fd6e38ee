import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../src/clock.ts';
import { readConfig } from '../../../src/config.ts';
import { EXIT } from '../../../src/discord/exit-codes.ts';
import type { Definition } from '../../../src/discord/registration/normalise.ts';
import { runRegister } from '../../../src/discord/registration/run-register.ts';
import { startLocalDiscord } from '../../../src/playground/start-local-discord.ts';

const ASK: Definition = { name: 'ask', description: 'Asks.' };
const HELP: Definition = { name: 'help', description: 'Helps.' };

async function openDiscord() {
  const discord = await startLocalDiscord({ clock: systemClock });
  onTestFinished(() => discord.close());
  const { id } = discord.world.addGuild({ name: 'Newsroom' });
  return {
    guildId: id,
    settings: { DISCORD_API_URL: discord.apiUrl, DISCORD_TOKEN: discord.token },
  };
}

/** What `npm run register` says and ends with. */
async function register(
  settings: Readonly<Record<string, string>>,
  { argv = [], definitions = [ASK, HELP] }: { argv?: string[]; definitions?: Definition[] } = {},
) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runRegister({
    argv,
    readConfig: () => readConfig(settings),
    definitions: () => definitions,
    print: (line) => out.push(line),
    warn: (line) => err.push(line),
  });
  return { code, out, err };
}

it('says in one line what it did, and that nothing was to be done', async () => {
  const { settings } = await openDiscord();
  expect(await register(settings)).toEqual({
    code: EXIT.done,
    out: ['Registered 2 commands globally: added /ask, /help.'],
    err: [],
  });
  expect(await register(settings)).toEqual({
    code: EXIT.done,
    out: ['All 2 commands are registered globally as they should be; nothing was to be done.'],
    err: [],
  });
});

it('registers in one guild with GUILD_ID, and warns of commands shown twice', async () => {
  const { settings, guildId } = await openDiscord();
  const inGuild = { ...settings, GUILD_ID: guildId };
  expect((await register(inGuild)).out).toEqual([
    `Registered 2 commands in guild ${guildId}: added /ask, /help.`,
  ]);
  const { code, err } = await register(settings, { definitions: [ASK] });
  expect(code).toBe(EXIT.done);
  expect(err).toEqual([
    `Guild ${guildId} shows commands twice, since they are registered globally too: /ask. To remove those of the guild, run: GUILD_ID=${guildId} npm run register -- --remove`,
  ]);
  expect(await register(inGuild, { argv: ['--remove'] })).toEqual({
    code: EXIT.done,
    out: [`Removed all commands in guild ${guildId}: removed /ask, /help.`],
    err: [],
  });
  expect((await register(settings, { definitions: [ASK] })).err).toEqual([]);
});

it('needs a token', async () => {
  const { code, err } = await register({});
  expect(code).toBe(EXIT.badToken);
  expect(err).toEqual([expect.stringMatching(/^DISCORD_TOKEN is not set\./)]);
});

it('says that Discord refuses the token', async () => {
  const { settings } = await openDiscord();
  const { code, err } = await register({ ...settings, DISCORD_TOKEN: 'wrong' });
  expect(code).toBe(EXIT.badToken);
  expect(err).toEqual([expect.stringMatching(/^Discord refuses DISCORD_TOKEN\./)]);
});

it('says that the bot is not in the guild', async () => {
  const { settings } = await openDiscord();
  const { code, err } = await register({ ...settings, GUILD_ID: '10000000000000000' });
  expect(code).toBe(EXIT.usage);
  expect(err).toEqual([expect.stringMatching(/^The bot is not in the guild GUILD_ID=1/)]);
});

it('says what Discord refuses of the commands', async () => {
  const { settings } = await openDiscord();
  const { code, err } = await register(settings, { definitions: [{ ...ASK, name: 'Ask' }] });
  expect(code).toBe(EXIT.failed);
  expect(err).toEqual([expect.stringMatching(/^Discord refuses the commands: .*0\.name/s)]);
});

it('says that nobody answers', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server's address, not a pipe's.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const api = `http://127.0.0.1:${port}/api`;
  const { code, err } = await register({ DISCORD_API_URL: api, DISCORD_TOKEN: 'a.b.c' });
  expect(code).toBe(EXIT.unreachable);
  expect(err).toEqual([expect.stringContaining(`Discord cannot be reached at ${api}`)]);
});

it('names wrong settings and wrong arguments', async () => {
  expect(await register({ GUILD_ID: 'here' })).toMatchObject({
    code: EXIT.usage,
    err: [expect.stringContaining('GUILD_ID=here')],
  });
  expect(await register({}, { argv: ['--all'] })).toEqual({
    code: EXIT.usage,
    out: [],
    err: ['Usage: npm run register [-- --remove]'],
  });
});
