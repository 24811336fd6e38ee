import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readArticles } from '../../src/archive/readers/read.ts';
import { readArchivedLines } from '../../src/ingest/archived-lines.ts';
import { ingest, type IngestOptions } from '../../src/ingest/ingest.ts';
import { addSeeds, needsSeeds } from '../../src/ingest/seeds.ts';
import { findSources } from '../../src/ingest/sources.ts';
import { MemoryLibrary } from '../fakes/memory-library.ts';
import { temporaryFolder } from './temporary-folder.ts';

const TODAY = new Date('2024-03-01T12:00:00Z');

function record(headline: string, text = `${headline} has a story to tell.`): string {
  return `${JSON.stringify({ headline, text, publishedAt: '2024-02-10' })}\n`;
}

async function ingestFiles(
  files: Readonly<Record<string, string>>,
  library = new MemoryLibrary(),
  options: Partial<IngestOptions> = {},
) {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return ingestFolder(folder, library, options);
}

async function ingestFolder(
  folder: string,
  library: MemoryLibrary,
  options: Partial<IngestOptions> = {},
) {
  const sources = await findSources([folder], {
    stdin: Readable.from([]),
    fetchUrl: () => Promise.reject(new Error('no network here')),
  });
  const report = await ingest(sources, {
    library,
    read: readArticles,
    scope: 'shared',
    by: 'test',
    today: TODAY,
    ...options,
  });
  const local = <T extends { readonly input: string }>(place: T): T => ({
    ...place,
    input: place.input.replace(`${folder}/`, ''),
  });
  return { ...report, failed: report.failed.map(local), articles: report.articles.map(local) };
}

describe('ingest', () => {
  it('adds every article and says where each came from', async () => {
    const report = await ingestFiles({
      'a.jsonl': record('One') + record('Two'),
      'b.json': record('Three'),
    });
    expect(report.articles.map(({ input, line, headline }) => [input, line, headline])).toEqual([
      ['a.jsonl', 1, 'One'],
      ['a.jsonl', 2, 'Two'],
      ['b.json', 1, 'Three'],
    ]);
    expect(report).toMatchObject({ unchanged: 0, failed: [], stopped: false, preview: null });
  });

  it('goes on after what cannot be read, and names file, line and reason', async () => {
    const report = await ingestFiles({
      'a.jsonl': `${record('One')}{broken\n${record('refused')}${record('Two')}`,
      'b.json': '{"title": "no text"}',
      'c.txt': '',
    });
    expect(report.articles.map(({ headline }) => headline)).toEqual(['One', 'Two']);
    expect(report.failed.map(({ input, line }) => [input, line])).toEqual([
      ['a.jsonl', 2],
      ['b.json', 1],
      ['c.txt', expect.anything()],
      ['a.jsonl', 3],
    ]);
    expect(report.failed[0]?.reason).toContain('not valid JSON');
    expect(report.failed[3]?.reason).toBe('it is refused');
  });

  it('counts lines over the blocks of a long file', async () => {
    const line = record('long', 'word '.repeat(1000));
    const report = await ingestFiles({ 'a.jsonl': `${line.repeat(120)}{broken\n` });
    expect(report.failed.map((failure) => failure.line)).toEqual([121]);
  });

  it('makes another content under the same url a revision', async () => {
    const library = new MemoryLibrary();
    const withUrl = (text: string): string =>
      JSON.stringify({ headline: 'One', text, url: 'https://example.org/one' });
    await ingestFiles({ 'a.json': withUrl('It was so.') }, library);
    const report = await ingestFiles({ 'a.json': withUrl('It was otherwise.') }, library);
    expect(report).toMatchObject({
      added: 0,
      revised: 1,
      articles: [{ status: 'revised', revision: 2 }],
    });
  });

  it('finds everything unchanged the second time', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a.jsonl'), record('One') + record('Two'));
    const library = new MemoryLibrary();
    await ingestFolder(folder, library);
    expect(await ingestFolder(folder, library)).toMatchObject({
      added: 0,
      articles: [],
      unchanged: 2,
    });
  });

  it('reports what is much like another article', async () => {
    const report = await ingestFiles({ 'a.jsonl': record('alike') });
    expect(report.nearDuplicates).toMatchObject([
      { line: 1, headline: 'alike', likeness: 0.87, like: { headline: 'The other one' } },
    ]);
  });

  it('adds in batches of 32 articles, or fewer long ones', async () => {
    const library = new MemoryLibrary();
    const many = Array.from({ length: 70 }, (_, at) => record(`Number ${at}`)).join('');
    await ingestFiles({ 'many.jsonl': many }, library);
    expect(library.batches.map((batch) => batch.length)).toEqual([32, 32, 6]);

    const long = new MemoryLibrary();
    const words = 'A sentence of words. '.repeat(6_000);
    await ingestFiles(
      { 'long.jsonl': ['A', 'B', 'C', 'D'].map((name) => record(name, words)).join('') },
      long,
    );
    expect(long.batches).toEqual([['A', 'B', 'C'], ['D']]);
  });

  it('reads on while a batch is being added, but not further than the next one', async () => {
    const library = new MemoryLibrary();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    library.beforeAdd = () => held;
    let read = 0;
    const many = Array.from({ length: 100 }, (_, at) => record(`Number ${at}`));
    const files = Object.fromEntries(
      many.map((text, at) => [`${String(at).padStart(3, '0')}.json`, text]),
    );
    const done = ingestFiles(files, library, {
      read: (bytes, input) => {
        read++;
        if (read === 64) setImmediate(() => setImmediate(release));
        return readArticles(bytes, input);
      },
    });
    await held;
    expect(read).toBe(64);
    expect((await done).added).toBe(100);
  });

  it('stops after the batch at work, and goes on from there the next time', async () => {
    const folder = await temporaryFolder();
    const many = Array.from({ length: 100 }, (_, at) => record(`Number ${at}`)).join('');
    await writeFile(join(folder, 'many.jsonl'), many);
    const library = new MemoryLibrary();
    const stop = new AbortController();
    library.beforeAdd = () => {
      if (library.batches.length === 1) stop.abort();
      return Promise.resolve();
    };
    const first = await ingestFolder(folder, library, { signal: stop.signal });
    expect(first.stopped).toBe(true);
    expect(first.added).toBe(64);
    const second = await ingestFolder(folder, library);
    expect([second.unchanged, second.added, second.stopped]).toEqual([64, 36, false]);
  });

  it('passes on a failure that is not the input’s, and keeps what was added before', async () => {
    const library = new MemoryLibrary();
    library.beforeAdd = () =>
      library.batches.length === 0
        ? Promise.resolve()
        : Promise.reject(new Error('the disk is full'));
    const many = Array.from({ length: 100 }, (_, at) => record(`Number ${at}`)).join('');
    await expect(ingestFiles({ 'many.jsonl': many }, library)).rejects.toThrow('the disk is full');
    expect(library.stored.length).toBe(32);
  });

  it('stores nothing in a dry run, and shows what it would have read', async () => {
    const library = new MemoryLibrary();
    const report = await ingestFiles({ 'a.jsonl': `${record('One')}{broken\n` }, library, {
      dryRun: true,
      defaults: { section: 'World' },
    });
    expect(library.stored).toEqual([]);
    expect(report.preview).toMatchObject([
      { line: 1, headline: 'One', section: 'World', publishedAt: '2024-02-10' },
    ]);
    expect(report.preview?.[0]?.notes.join()).toContain('"World" was filled in');
    expect(report.failed.length).toBe(1);
  });

  it('tells how far it is', async () => {
    const states: string[] = [];
    await ingestFiles({ 'a.json': record('One'), 'b.json': record('Two') }, new MemoryLibrary(), {
      onProgress: ({ done, sources, passages }) => states.push(`${done}/${sources} ${passages}`),
    });
    expect(states[0]).toBe('0/2 0');
    expect(states.at(-1)).toBe('2/2 2');
  });
});

describe('readArchivedLines', () => {
  const read = (text: string) => readArchivedLines(Buffer.from(text), { name: 'x.jsonl' });

  it('takes back what an export wrote, whole', async () => {
    const library = new MemoryLibrary();
    await ingestFiles({ 'a.jsonl': record('One') + record('Two') }, library);
    const exported = [];
    for await (const article of library.exportArticles(['shared'])) exported.push(article);
    const { drafts, problems } = read(exported.map((line) => JSON.stringify(line)).join('\n'));
    expect(problems).toEqual([]);
    expect(drafts.map(({ draft }) => draft)).toEqual(exported);
  });

  it('names the line and the field of what is no export', () => {
    const { drafts, problems } = read(`not json\n\n${record('plain')}{"archived":{"id":"x"}}`);
    expect(drafts).toEqual([]);
    expect(problems.map(({ line }) => line)).toEqual([1, 3, 4]);
    expect(problems[2]?.message).toContain('archived.id');
  });
});

describe('the seeds', () => {
  async function seedFolder(): Promise<string> {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a.json'), record('Seed'));
    await writeFile(join(folder, 'README.md'), 'Where the seeds are from.');
    return folder;
  }

  it('are added once to an empty archive', async () => {
    const library = new MemoryLibrary();
    expect(needsSeeds(library)).toBe(true);
    const report = await addSeeds({ library, folder: await seedFolder(), today: TODAY });
    expect(report.articles.map(({ headline }) => headline)).toEqual(['Seed']);
    expect(library.stored[0]?.article).toMatchObject({ ingestedBy: 'seeds', scope: 'shared' });
    expect(needsSeeds(library)).toBe(false);
  });

  it('do not come back after somebody removed them', async () => {
    const library = new MemoryLibrary();
    await addSeeds({ library, folder: await seedFolder(), today: TODAY });
    await library.remove(library.stored[0]?.article.id ?? '');
    expect(needsSeeds(library)).toBe(false);
  });

  it('are not wanted where somebody has added or removed articles', async () => {
    const library = new MemoryLibrary();
    await ingestFiles({ 'a.json': record('Own') }, library);
    expect(needsSeeds(library)).toBe(false);
    await library.remove(library.stored[0]?.article.id ?? '');
    expect(needsSeeds(library)).toBe(false);
  });

  it('are finished when adding them was cut off', async () => {
    const library = new MemoryLibrary();
    const folder = await seedFolder();
    library.beforeAdd = () => Promise.reject(new Error('killed'));
    await expect(addSeeds({ library, folder, today: TODAY })).rejects.toThrow('killed');
    expect(needsSeeds(library)).toBe(true);
  });

  it('may come later where the folder is missing', async () => {
    const library = new MemoryLibrary();
    const folder = join(await temporaryFolder(), 'missing');
    const report = await addSeeds({ library, folder, today: TODAY });
    expect(report.failed).toEqual([
      { input: folder, line: null, reason: 'there is no such file or folder' },
    ]);
    expect(needsSeeds(library)).toBe(true);
  });
});
