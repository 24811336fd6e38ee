import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { fetchUrl } from '../../src/ingest/fetch-url.ts';
import type { Input } from '../../src/ingest/input.ts';
import { findSources } from '../../src/ingest/sources.ts';
import { ManualClock } from '../fakes/manual-clock.ts';
import { startServer } from './local-server.ts';
import { temporaryFolder } from './temporary-folder.ts';

const options = {
  stdin: Readable.from([Buffer.from('typed in')]),
  fetchUrl: (url: string) =>
    fetchUrl(url, { clock: new ManualClock(), allowPrivateAddresses: true }),
};

async function find(...words: readonly string[]) {
  return findSources(words, options);
}

async function readAll(word: string): Promise<Input[]> {
  const inputs = [];
  for (const source of await find(word))
    for await (const input of source.read()) inputs.push(input);
  return inputs;
}

async function folderWith(...names: readonly string[]): Promise<string> {
  const folder = await temporaryFolder();
  for (const name of names) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), name);
  }
  return folder;
}

describe('findSources', () => {
  it('takes known kinds of files from a folder and those below it, sorted, without hidden ones', async () => {
    const folder = await folderWith(
      'b.txt',
      'a/z.HTML',
      'a/y.md',
      'c.png',
      '.hidden.txt',
      '.git/x.txt',
      'B.json',
    );
    expect((await find(folder)).map(({ name }) => name)).toEqual(
      ['B.json', 'a/y.md', 'a/z.HTML', 'b.txt'].map((name) => join(folder, name)),
    );
  });

  it('does not walk in circles', async () => {
    const folder = await folderWith('a.txt');
    await symlink(folder, join(folder, 'again'));
    expect((await find(folder)).map(({ name }) => name)).toEqual([join(folder, 'a.txt')]);
  });

  it('takes a file that is named, whatever it is called, and one that looks like a glob', async () => {
    const folder = await folderWith('notes.news', '[draft].txt');
    const paths = ['notes.news', '[draft].txt'].map((name) => join(folder, name));
    expect((await find(...paths)).map(({ name }) => name)).toEqual(paths);
  });

  it('expands a glob in order', async () => {
    const folder = await folderWith('2.txt', '1.txt', '1.md', 'sub/3.txt');
    expect((await find(`${folder}/**/*.txt`)).map(({ name }) => name)).toEqual(
      ['1.txt', '2.txt', 'sub/3.txt'].map((name) => join(folder, name)),
    );
  });

  it('reads each file once, however often it is named', async () => {
    const folder = await folderWith('a.txt', 'b.txt');
    const sources = await find(join(folder, 'b.txt'), folder, `${folder}/*.txt`);
    expect(sources.map(({ name }) => name)).toEqual(
      ['b.txt', 'a.txt'].map((name) => join(folder, name)),
    );
  });

  it('reads bytes of files, standard input and addresses', async () => {
    const folder = await folderWith('a.txt');
    const root = await startServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('page');
    });
    const inputs = [
      ...(await readAll(folder)),
      ...(await readAll('-')),
      ...(await readAll(`${root}/x`)),
    ];
    expect(
      inputs.map(({ bytes, ...rest }) => ({ ...rest, text: Buffer.from(bytes).toString() })),
    ).toEqual([
      { name: join(folder, 'a.txt'), text: 'a.txt' },
      { name: 'stdin', text: 'typed in' },
      { name: `${root}/x`, url: `${root}/x`, mediaType: 'text/html', text: 'page' },
    ]);
  });

  it('reads JSON Lines in blocks of whole lines', async () => {
    const folder = await temporaryFolder();
    const line = `${JSON.stringify({ text: 'x'.repeat(1000) })}\n`;
    await writeFile(join(folder, 'many.jsonl'), line.repeat(500));
    const inputs = await readAll(join(folder, 'many.jsonl'));
    expect(inputs.length).toBeGreaterThan(2);
    expect(Buffer.concat(inputs.map(({ bytes }) => bytes)).toString()).toBe(line.repeat(500));
    for (const { bytes, firstLine } of inputs) {
      expect(bytes.length % line.length).toBe(0);
      expect(firstLine).toBeGreaterThan(0);
    }
  });

  it('reads JSON Lines in UTF-16 in one piece', async () => {
    const folder = await temporaryFolder();
    const bytes = Buffer.from(`\ufeff${'{"a":"\u0a0a"}\n'.repeat(20_000)}`, 'utf16le');
    await writeFile(join(folder, 'wide.jsonl'), bytes);
    const inputs = await readAll(join(folder, 'wide.jsonl'));
    expect(inputs.map((input) => bytes.equals(input.bytes))).toEqual([true]);
  });

  it.each([
    ['missing.txt', 'there is no such file or folder'],
    ['*.nothing', 'no file matches'],
    ['ftp://example.org/a', 'only http and https are fetched'],
  ])('says what is wrong with %s when it is read, not before', async (word, reason) => {
    const [source] = await find(word);
    expect(source?.name).toBe(word);
    await expect(readAll(word)).rejects.toThrow(reason);
  });

  it('says so when a file is gone before its turn', async () => {
    const folder = await folderWith('a.txt');
    const path = join(folder, 'a.txt');
    const [source] = await find(path);
    const { rm } = await import('node:fs/promises');
    await rm(path);
    const reading = source?.read()[Symbol.asyncIterator]().next();
    await expect(reading).rejects.toThrow('there is no such file');
  });
});
