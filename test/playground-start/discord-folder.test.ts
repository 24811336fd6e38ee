import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { DiscordFolder } from '../../src/newsroom/discord-folder.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);

test('what is saved is found again, what is not retained is gone, and so is what a crash has left', async () => {
  const path = join(await temporaryFolder(), 'discord');
  const folder = new DiscordFolder(path, Promise.resolve(true));
  expect(await folder.load('state')).toBeNull();
  await folder.save('state', bytes('first'));
  await folder.save('state', bytes('second'));
  await folder.save('file-1', bytes('file'));
  await writeFile(join(path, 'state.0123.tmp'), 'half');
  await folder.retain(new Set(['state']));
  expect(await readdir(path)).toEqual(['state']);
  expect(String(await folder.load('state'))).toBe('second');
});

test('nothing is written before it is known that no other process has it, and never when one has', async () => {
  const path = join(await temporaryFolder(), 'discord');
  let know: (isOurs: boolean) => void = () => undefined;
  const folder = new DiscordFolder(path, new Promise((resolve) => (know = resolve)));
  const saving = folder.save('state', bytes('mine'));
  expect(await folder.load('state')).toBeNull();
  know(false);
  await saving;
  await folder.retain(new Set());
  expect(await folder.load('state')).toBeNull();
});

test('what is put aside makes room, also a second time', async () => {
  const path = join(await temporaryFolder(), 'discord');
  const folder = new DiscordFolder(path, Promise.resolve(true));
  for (const text of ['one', 'two']) {
    await folder.save('state', bytes(text));
    expect(await folder.putAside()).toBe(`${path}.damaged`);
    expect(await folder.load('state')).toBeNull();
  }
  expect(await readdir(`${path}.damaged`)).toEqual(['state']);
});

test('a failure of the disk is a sentence that names the place', async () => {
  const path = join(await temporaryFolder(), 'discord');
  const folder = new DiscordFolder(path, Promise.resolve(true));
  await mkdir(join(path, 'state', 'inside'), { recursive: true });
  const saving = folder.save('state', bytes('text'));
  await expect(saving).rejects.toThrow(UserError);
  await expect(saving).rejects.toThrow(path);
});
