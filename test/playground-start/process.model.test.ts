import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { startBotProcess, type BotProcess } from '../discord/bot-process.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';
import { guildSeen } from './playground-kit.ts';

async function addressOf(process: BotProcess): Promise<string> {
  return (await process.printed(/open at/)).replace(/^.* /, '');
}

test('npm start without a token opens the playground, twice the same, and leaves the archive beside it alone', async () => {
  const DATA_DIR = await temporaryFolder();
  await mkdir(join(DATA_DIR, 'index'));
  await writeFile(join(DATA_DIR, 'archive.db'), 'of a bot on Discord');
  const first = startBotProcess({ DATA_DIR });
  const address = await addressOf(first);
  const page = get(address);
  const [response] = (await once(page, 'response')) as [IncomingMessage];
  expect(response.statusCode).toBe(200);
  expect(await text(response)).toContain('<title>');
  const { guild } = await guildSeen(address);
  first.child.kill('SIGTERM');
  const { code, stdout, stderr } = await first.ended;
  expect(code).toBe(0);
  expect(stdout.split('\n')).toHaveLength(4);
  expect(stderr).toMatch(/^Preparing the model [^\n]+ … done\nAdding the seed articles … done\n$/);
  const second = startBotProcess({ DATA_DIR });
  expect((await guildSeen(await addressOf(second))).guild).toEqual(guild);
  second.child.kill('SIGINT');
  expect(await second.ended).toMatchObject({ code: 0, stderr: '' });
  expect(await readFile(join(DATA_DIR, 'archive.db'), 'utf8')).toBe('of a bot on Discord');
});

test('a signal while it starts ends it with 0', async () => {
  const starting = startBotProcess({ DATA_DIR: await temporaryFolder() });
  await starting.printed(/starting the playground/);
  starting.child.kill('SIGTERM');
  expect((await starting.ended).code).toBe(0);
});
