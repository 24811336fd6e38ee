import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MemoryTerminal } from '../fakes/memory-terminal.ts';
import { commandLine } from './command-line.ts';

describe('ask', () => {
  it('prints the excerpt, its citation and the time', async () => {
    const { run, terminal, app } = await commandLine();
    expect(await run('ask', 'what did NATO urge')).toBe(0);
    expect(terminal.stdout.text).toBe(`│ The ministers met.
> They urged Europe to make more shells.
[1] Ministers meet · World · 10 February 2024 · By Staff Reporter · Wire
    https://example.org/a

7 ms
`);
    expect(terminal.stderr.text).toBe('');
    expect(app.closed).toBe(true);
  });

  it('joins words that were not quoted', async () => {
    const { run, app } = await commandLine();
    await run('ask', 'what', 'did', 'NATO', 'urge');
    expect(app.asked[0]).toEqual({
      question: 'what did NATO urge',
      options: { scopes: ['shared'] },
    });
  });

  it('hands the filter on as days', async () => {
    const { run, app } = await commandLine();
    await run(
      'ask',
      'nato',
      '--after',
      '2024-02',
      '--before',
      'yesterday',
      '--section',
      'World',
      '--limit',
      '5',
    );
    expect(app.asked[0]?.options).toEqual({
      scopes: ['shared'],
      firstDay: Date.UTC(2024, 1, 1) / 86_400_000,
      lastDay: Date.UTC(2024, 1, 29) / 86_400_000,
      section: 'World',
      limit: 5,
    });
  });

  it('prints exactly the promised object with --json', async () => {
    const { run, terminal } = await commandLine();
    expect(await run('ask', '--json', 'what did NATO urge')).toBe(0);
    expect(terminal.stdout.text.split('\n').length).toBe(2);
    const text = 'The ministers met. They urged Europe to make more\u0085 shells.';
    expect(JSON.parse(terminal.stdout.text)).toEqual({
      question: 'what did NATO urge',
      outcome: 'answered',
      confidence: 0.75,
      excerpts: [
        {
          rank: 1,
          text,
          sentence: text.slice(19),
          start: 200,
          end: 200 + text.length,
          score: 1.25,
          article: {
            id: 'abcdefghijkl',
            headline: 'Ministers meet',
            section: 'World',
            publishedAt: '2024-02-10',
            url: 'https://example.org/a',
            source: 'Wire',
          },
        },
      ],
      timings: { embedMs: 1.24, searchMs: 2, totalMs: 6.5 },
    });
    // The terminal gets the control character as an escape only.
    expect(terminal.stdout.text).toContain(String.raw`more\u0085 shells`);
  });

  it('succeeds when the archive has nothing to say, and says so', async () => {
    const { run, terminal } = await commandLine();
    expect(await run('ask', 'how do I bake bread')).toBe(0);
    expect(terminal.stdout.text).toContain(
      'Nothing in the archive answers this. Not found anywhere in it: bread.',
    );
  });

  it('answers one question per line of a redirected input, and goes on after a bad one', async () => {
    const { run, terminal, app } = await commandLine();
    terminal.stdin.end('nato one\n\nbreak\u001b\r\nnato two');
    expect(await run('ask')).toBe(0);
    expect(app.asked.map(({ question }) => question)).toEqual([
      'nato one',
      'break\u001b',
      'nato two',
    ]);
    expect(terminal.stdout.text).toContain('break␛\n\nNothing in the archive');
  });

  it('prints one object per line of a redirected input with --json', async () => {
    const { run, terminal } = await commandLine();
    terminal.stdin.end('nato\nbread\n');
    expect(await run('ask', '--json')).toBe(0);
    const lines = terminal.stdout.text.trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { outcome: string }).outcome)).toEqual([
      'answered',
      'nothing',
    ]);
  });

  it('asks one question after another at the prompt and remembers them privately', async () => {
    const { run, terminal, app, folder } = await commandLine(
      new MemoryTerminal({ isTerminal: true }),
    );
    const done = run('ask');
    terminal.stdin.write('what did NATO urge\n');
    terminal.stdin.write('\n');
    terminal.stdin.end('who won\n');
    expect(await done).toBe(0);
    expect(app.asked.map(({ question }) => question)).toEqual(['what did NATO urge', 'who won']);
    const history = join(folder, 'data', 'history');
    expect(await readFile(history, 'utf8')).toBe('what did NATO urge\nwho won\n');
    expect((await stat(history)).mode & 0o777).toBe(0o600);
  });

  it('leaves the prompt on Ctrl-C', async () => {
    const { run, terminal, app } = await commandLine(new MemoryTerminal({ isTerminal: true }));
    const done = run('ask');
    terminal.stdin.write('nato\n');
    terminal.stdin.write('\u0003');
    expect(await done).toBe(0);
    expect(app.closed).toBe(true);
  });

  it('keeps standard output for the objects at the prompt with --json', async () => {
    const { run, terminal } = await commandLine(new MemoryTerminal({ isTerminal: true }));
    const done = run('ask', '--json');
    terminal.stdin.end('nato\n');
    expect(await done).toBe(0);
    expect(JSON.parse(terminal.stdout.text)).toMatchObject({ question: 'nato' });
  });

  it('adds the seed articles first when the archive is new', async () => {
    const { run, terminal, app, folder } = await commandLine();
    app.library.settings.clear();
    await mkdir(join(folder, 'seeds'));
    await writeFile(
      join(folder, 'seeds', 'a.json'),
      '{"headline": "Seed", "text": "It has a story."}',
    );
    await writeFile(join(folder, 'seeds', 'b.json'), '{');
    expect(await run('ask', '--json', 'nato')).toBe(0);
    expect(app.library.stored.map(({ article }) => article.headline)).toEqual(['Seed']);
    expect(terminal.stderr.text).toMatch(
      /^Adding the seed articles … done\n {2}.*b\.json:1: this is not valid JSON/,
    );
    expect(JSON.parse(terminal.stdout.text)).toMatchObject({ outcome: 'answered' });
  });
});
