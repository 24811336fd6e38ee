import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../src/clock.ts';
import { startLocalDiscord } from '../../../src/playground/start-local-discord.ts';

const PROJECT = join(import.meta.dirname, '..', '..', '..');

/** `npm run register` as a process of its own. */
async function npmRunRegister(settings: Readonly<Record<string, string>>) {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/register.ts'], {
    cwd: PROJECT,
    env: { PATH, ...settings },
  });
  const [out, err] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { code: child.exitCode, out, err };
}

it('registers the commands of the bot, which are up to date from then on', async () => {
  const discord = await startLocalDiscord({ clock: systemClock });
  onTestFinished(() => discord.close());
  const { id } = discord.world.addGuild({ name: 'Newsroom' });
  const settings = { DISCORD_API_URL: discord.apiUrl, DISCORD_TOKEN: discord.token };

  const first = await npmRunRegister(settings);
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toMatch(/^Registered \d+ commands globally: added .*\/help.*\.\n$/);
  const names = discord.world.commands(id).map(({ name }) => name);
  expect(names).toContain('Add to archive');

  const second = await npmRunRegister(settings);
  expect(second).toEqual({
    code: 0,
    out: `All ${names.length} commands are registered globally as they should be; nothing was to be done.\n`,
    err: '',
  });
  expect(discord.traffic.violations).toEqual([]);
}, 60_000);
