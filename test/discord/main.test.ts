import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { startLocalDiscord } from '../../src/playground/start-local-discord.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';
import { startBotProcess } from './bot-process.ts';

vi.setConfig({ testTimeout: 60_000 });

const TOKEN = `MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.${'x'.repeat(38)}`;

async function endOf(settings: Readonly<Record<string, string>>) {
  const DATA_DIR = await temporaryFolder();
  return startBotProcess({ DATA_DIR, ...settings }).ended;
}

async function localApi(): Promise<string> {
  const discord = await startLocalDiscord({ clock: systemClock });
  onTestFinished(() => discord.close());
  return discord.apiUrl;
}

/** Each ends with one sentence and its own exit code. */
const TROUBLE: readonly {
  readonly what: string;
  readonly code: number;
  readonly says: RegExp;
  readonly settings: () => Promise<Record<string, string>>;
}[] = [
  {
    what: 'a setting is wrong',
    code: 2,
    says: /ANSWER_RETENTION_DAYS=soon/,
    settings: () => Promise.resolve({ ANSWER_RETENTION_DAYS: 'soon' }),
  },
  {
    what: 'Discord refuses the token',
    code: 3,
    says: /^Discord refuses DISCORD_TOKEN\. [^\n]+\n$/,
    settings: async () => ({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: await localApi() }),
  },
  {
    what: 'the API cannot be reached',
    code: 5,
    says: /^Discord cannot be reached at http:\/\/127\.0\.0\.1:1\/api \([^\n]+\n$/,
    settings: () =>
      Promise.resolve({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: 'http://127.0.0.1:1/api' }),
  },
];

test.each(TROUBLE)(
  'when $what, one sentence says so and the exit code is $code',
  async (trouble) => {
    const { code, stdout, stderr } = await endOf(await trouble.settings());
    expect(stderr).toMatch(trouble.says);
    expect({ code, stdout }).toEqual({ code: trouble.code, stdout: '' });
    expect(stderr).not.toContain(TOKEN);
  },
);

test('an archive that cannot be opened is said in one sentence', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'archive.db'));
  await writeFile(join(folder, 'archive.db', 'file'), '');
  const discord = await startLocalDiscord({ clock: systemClock });
  onTestFinished(() => discord.close());
  const { code, stderr } = await startBotProcess({
    DATA_DIR: folder,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
  }).ended;
  expect(stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{'))).toHaveLength(1);
  expect(stderr).toContain('archive.db');
  expect(code).toBe(1);
});

test.each([
  { what: 'an unknown argument', argv: ['--help-me'], settings: {}, says: /^Usage: npm start / },
  {
    what: '--open with a bot on Discord',
    argv: ['--open'],
    settings: { DISCORD_TOKEN: TOKEN },
    says: /npm run playground -- --open\n$/,
  },
  { what: 'a PORT that is none', argv: [], settings: { PORT: '70000' }, says: /PORT=70000/ },
])('$what is refused', async ({ argv, settings, says }) => {
  const DATA_DIR = await temporaryFolder();
  const { code, stdout, stderr } = await startBotProcess({ DATA_DIR, ...settings }, argv).ended;
  expect(stderr).toMatch(says);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});
