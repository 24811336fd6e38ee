import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openHistory } from '../../src/cli/history.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';

describe('the history of questions', () => {
  it('is empty at first and comes back newest first', async () => {
    const file = join(await temporaryFolder(), 'data', 'history');
    const history = await openHistory(file);
    expect(history.newestFirst()).toEqual([]);
    await history.add('one');
    await history.add('two');
    expect((await openHistory(file)).newestFirst()).toEqual(['two', 'one']);
  });

  it('keeps a repeated question once, at its latest place', async () => {
    const history = await openHistory(join(await temporaryFolder(), 'history'));
    for (const question of ['one', 'two', 'one']) await history.add(question);
    expect(history.newestFirst()).toEqual(['one', 'two']);
  });

  it('keeps the last 500', async () => {
    const file = join(await temporaryFolder(), 'history');
    const lines = Array.from({ length: 600 }, (_, at) => `question ${at}`);
    await writeFile(file, lines.join('\n'));
    const history = await openHistory(file);
    await history.add('the last one');
    const kept = (await readFile(file, 'utf8')).trimEnd().split('\n');
    expect(kept.length).toBe(500);
    expect([kept[0], kept.at(-1)]).toEqual(['question 101', 'the last one']);
  });

  it('is for its owner only, even where the file was not, and leaves nothing else behind', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'history');
    await writeFile(file, 'old\n', { mode: 0o644 });
    await (await openHistory(file)).add('new');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['history']);
  });
});
