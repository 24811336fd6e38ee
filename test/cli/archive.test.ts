import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine, type CommandLine } from './command-line.ts';

async function withArticles(): Promise<CommandLine> {
  const line = await commandLine();
  const { library } = line.app;
  const draft = {
    headline: 'Council votes for the bridge',
    publishedAt: '2024-02-10',
    section: 'Local',
    byline: 'Staff Reporter',
    source: 'The Courier',
    url: 'https://example.org/bridge',
    externalId: null,
    language: 'en',
    photoCaption: 'The river',
    paragraphs: [
      { kind: 'text', text: 'The debate took six hours.' },
      { kind: 'subheading', text: 'What follows' },
      { kind: 'quotation', text: '"Work begins in May."' },
    ],
    notes: [],
  } as const;
  const options = { scope: 'shared', by: 'terminal' };
  await library.add([draft], options);
  await library.add([{ ...draft, headline: 'Council votes for two bridges' }], options);
  await library.add(
    [{ ...draft, headline: 'Rain\u001b[2J', url: null, section: null, publishedAt: null }],
    options,
  );
  return line;
}

describe('archive', () => {
  it('stats counts', async () => {
    const { run, terminal } = await withArticles();
    expect(await run('archive', 'stats')).toBe(0);
    expect(terminal.stdout.text).toBe(`2 articles, 22 words, 2 passages
from 10 February 2024 to 29 February 2024

articles  section
       2  World
`);
  });

  it('list shows a page and where the next one begins', async () => {
    const { run, terminal } = await withArticles();
    expect(await run('archive', 'list', '--limit', '1')).toBe(0);
    expect(terminal.stdout.text).toBe(`id            date        section  headline
id0000000000  2024-02-10  Local    Council votes for two bridges

1 to 1 of 2; --offset 1 shows the next
`);
  });

  it('list filters, and makes headlines harmless', async () => {
    const { run, terminal } = await withArticles();
    expect(await run('archive', 'list', '--offset', '1')).toBe(0);
    expect(terminal.stdout.text).toContain('id0000000002                 Rain␛[2J\n');
    expect(await run('archive', 'list', '--section', 'sport')).toBe(0);
    expect(terminal.stdout.text).toMatch(/No articles\.\n$/);
  });

  it('show prints the article to be read', async () => {
    const { run, terminal } = await withArticles();
    expect(await run('archive', 'show', 'id0000000000')).toBe(0);
    expect(terminal.stdout.text).toBe(`Council votes for two bridges

Local · 10 February 2024 · Staff Reporter · The Courier

https://example.org/bridge

The debate took six hours.

What follows

  "Work begins in May."

Photo: The river

id id0000000000 · revision 2 (current) · added 1 March 2024 by terminal
`);
  });

  it('show prints an earlier revision, and names those there are', async () => {
    const { run, terminal } = await withArticles();
    expect(await run('archive', 'show', 'id0000000000', '--revision', '1')).toBe(0);
    expect(terminal.stdout.text).toContain('Council votes for the bridge\n');
    expect(terminal.stdout.text).toContain('revision 1 (superseded)');
    expect(await run('archive', 'show', 'id0000000000', '--revision', '7')).toBe(1);
    expect(terminal.stderr.text).toBe(
      'The article "id0000000000" has no revision 7; it has 2, 1.\n',
    );
  });

  it('remove takes an article away and restore brings it back', async () => {
    const { run, terminal } = await withArticles();
    expect(await run('archive', 'remove', 'id0000000002')).toBe(0);
    expect(await run('archive', 'remove', 'id0000000002')).toBe(1);
    expect(await run('archive', 'list', '--removed', '--json')).toBe(0);
    expect(await run('archive', 'restore', 'id0000000002')).toBe(0);
    const [removed, list, restored] = terminal.stdout.text.split('\n');
    expect([removed, restored]).toEqual(['Removed: Rain␛[2J', 'Restored: Rain␛[2J']);
    expect(JSON.parse(list ?? '')).toMatchObject({ total: 1, articles: [{ id: 'id0000000002' }] });
  });

  it('export and import move everything into another archive', async () => {
    const from = await withArticles();
    // A headline with control characters could not have been added to a real archive.
    await from.app.library.remove('id0000000002');
    const file = join(from.folder, 'backup.txt');
    expect(await from.run('archive', 'export', file)).toBe(0);
    expect(from.terminal.stdout.text).toBe(`1 article written to ${file}.\n`);

    const to = await commandLine();
    expect(await to.run('archive', 'import', file)).toBe(0);
    const facts = ({ app }: CommandLine) =>
      app.library.stored
        .filter(({ state }) => state === 'current')
        .map(({ article }) => ({ ...article, key: 0 }));
    expect(facts(to)).toEqual(facts(from));
  });

  it('export prints what ingest reads, too', async () => {
    const from = await withArticles();
    expect(await from.run('archive', 'export')).toBe(0);
    const to = await commandLine();
    const file = join(to.folder, 'a.jsonl');
    await writeFile(file, from.terminal.stdout.text);
    expect(await to.run('ingest', file)).toBe(0);
    expect(to.app.library.stored[0]?.article.canonical).toBe(
      from.app.library.stored[1]?.article.canonical,
    );
  });

  it('export --guild writes the articles of one Discord server, and no others', async () => {
    const { run, app, terminal } = await withArticles();
    const { draft } = app.library.stored[0] ?? {};
    if (draft === undefined) throw new Error('nothing is stored');
    const scope = '123456789012345678';
    await app.library.add([{ ...draft, headline: 'Only here', url: null }], { scope, by: '1' });
    expect(await run('archive', 'export', '--guild', scope)).toBe(0);
    const lines = terminal.stdout.text.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({ headline: 'Only here' }),
    ]);
  });

  it('export leaves the old file when it fails', async () => {
    const { run, app, folder } = await withArticles();
    const file = join(folder, 'backup.jsonl');
    await writeFile(file, 'old');
    app.library.exportArticles = async function* fail() {
      yield await Promise.reject(new Error('the disk broke'));
    };
    expect(await run('archive', 'export', file)).toBe(1);
    expect(await readFile(file, 'utf8')).toBe('old');
  });

  it('import fails for what is no export', async () => {
    const { run, terminal, folder } = await commandLine();
    const file = join(folder, 'a.jsonl');
    await writeFile(file, '{"headline": "x", "text": "y"}\n');
    expect(await run('archive', 'import', file)).toBe(1);
    expect(terminal.stdout.text).toContain(`  ${file}:1: this is no line of "archive export"`);
  });

  it('reindex opens the archive with a new index', async () => {
    const line = await withArticles();
    const asked: unknown[] = [];
    const { run, terminal } = await commandLine(line.terminal, {
      openApp: ({ rebuildIndex }) => {
        asked.push(rebuildIndex);
        return Promise.resolve(line.app);
      },
    });
    expect(await run('archive', 'reindex')).toBe(0);
    expect(asked).toEqual([true]);
    expect(terminal.stdout.text).toBe('The index is new: 2 articles, 2 passages.\n');
  });
});
