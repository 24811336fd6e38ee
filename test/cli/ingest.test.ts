import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine, type CommandLine } from './command-line.ts';

function record(headline: string): string {
  return `${JSON.stringify({ headline, text: 'It has a story.', publishedAt: '2024-02-10' })}\n`;
}

async function withFile(text: string): Promise<CommandLine & { readonly file: string }> {
  const line = await commandLine();
  await mkdir(join(line.folder, 'news'));
  const file = join(line.folder, 'news', 'a.jsonl');
  await writeFile(file, text);
  return { ...line, file };
}

describe('ingest', () => {
  it('reports what was added', async () => {
    const { run, terminal, folder } = await withFile(record('One') + record('alike'));
    expect(await run('ingest', join(folder, 'news'))).toBe(0);
    expect(terminal.stdout.text).toBe(`2 articles added, 0 revised, 0 unchanged, 0 failed.
  id0000000000  One
  id0000000001  alike

Added, though much like another one (archive remove takes it out again):
  id0000000001  alike
  is 87% like otherarticle  The other one
`);
    expect(terminal.stderr.text).toBe('Adding articles … done\n');
  });

  it('fails when something failed, naming file, line and reason', async () => {
    const { run, terminal, file } = await withFile(`${record('One')}{\n`);
    expect(await run('ingest', file, 'missing.txt')).toBe(1);
    expect(terminal.stdout.text).toContain('1 article added, 0 revised, 0 unchanged, 2 failed.');
    expect(terminal.stdout.text).toContain(`  ${file}:2: this is not valid JSON`);
    expect(terminal.stdout.text).toContain('  missing.txt: there is no such file or folder\n');
  });

  it('prints the whole report with --json', async () => {
    const { run, terminal, file } = await withFile(record('One'));
    expect(await run('ingest', '--json', file)).toBe(0);
    expect(JSON.parse(terminal.stdout.text)).toEqual({
      added: 1,
      revised: 0,
      unchanged: 0,
      articles: [
        { input: file, line: 1, status: 'added', id: 'id0000000000', headline: 'One', revision: 1 },
      ],
      nearDuplicates: [],
      failed: [],
      preview: null,
      passages: 1,
      stopped: false,
    });
  });

  it('reads standard input and fills in what articles leave open', async () => {
    const { run, terminal, app } = await commandLine();
    terminal.stdin.end('{"headline": "Piped", "text": "It has a story."}');
    expect(
      await run('ingest', '-', '--section', 'World', '--date', 'yesterday', '--source', 'Wire'),
    ).toBe(0);
    expect(app.library.stored[0]?.article).toMatchObject({
      headline: 'Piped',
      section: 'World',
      source: 'Wire',
      publishedAt: '2024-02-29',
      ingestedBy: 'terminal',
    });
  });

  it('stores nothing with --dry-run', async () => {
    const { run, terminal, file, app } = await withFile(record('One'));
    expect(await run('ingest', '--dry-run', '--section', 'World', file)).toBe(0);
    expect(terminal.stdout.text).toContain('1 article readable, 0 failed. Nothing was stored.');
    expect(terminal.stdout.text).toContain(`  ${file}:1: One · World · 10 February 2024\n`);
    expect(app.library.stored).toEqual([]);
  });

  it('stops on Ctrl-C after the batch at work, and says how to go on', async () => {
    const many = Array.from({ length: 40 }, (_, at) => record(`Number ${at}`)).join('');
    const { run, terminal, file, app } = await withFile(many);
    app.library.beforeAdd = () => {
      expect(terminal.interrupt()).toBe(true);
      return Promise.resolve();
    };
    expect(await run('ingest', file)).toBe(1);
    expect(app.library.stored.length).toBe(32);
    expect(terminal.stderr.text).toContain('Stopping after this batch; Ctrl-C again ends at once.');
    expect(terminal.stdout.text).toContain(
      'Stopped. What was added is kept; the same command again goes on from there.',
    );
    expect(terminal.interrupt()).toBe(false);
  });

  it('refuses addresses of the private network', async () => {
    const { run, terminal } = await commandLine();
    expect(await run('ingest', 'http://127.0.0.1:1/x')).toBe(1);
    expect(terminal.stdout.text).toContain(
      '  http://127.0.0.1:1/x could not be fetched: 127.0.0.1 is not an address of the public internet.',
    );
  });
});
