import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import { MemoryTerminal } from '../fakes/memory-terminal.ts';
import { commandLine } from './command-line.ts';

describe('a command line', () => {
  it.each([
    [[], 'Usage: npm run'],
    [['frobnicate'], "unknown command 'frobnicate'"],
    [['ask', '--colour', 'nato'], "unknown option '--colour'"],
    [['ask', '--limit', '0', 'nato'], 'Expected a whole number from 1 to 10.'],
    [['ask', '--limit', '3.5', 'nato'], 'Expected a whole number from 1 to 10.'],
    [['ask', '--after', '30 Feb 2024', 'nato'], '2024-02 has days 1 to 29, not 30'],
    [['ask', '--after', '2024', '--before', '2023', 'nato'], 'No day is both'],
    [['ingest'], "missing required argument 'inputs'"],
    [['ingest', '--date', '2024', 'x.txt'], '"2024" is more than one day'],
    [['archive'], 'Usage: npm run archive'],
    [['archive', 'show'], "missing required argument 'id'"],
    [['archive', 'list', '--offset', 'x'], 'Expected a whole number from 0 up.'],
    [['archive', 'export', '--json'], '--json needs a file'],
    [['digest', '--dry-run'], "required option '--guild <id>' not specified"],
    [['digest', '--guild', 'ours', '--dry-run'], 'Expected the id of a Discord server'],
    [['digest', '--guild', '100000000000000001'], 'Add --dry-run to see what would be posted.'],
    [['eval'], "missing required argument 'folders'"],
  ])('%j is wrong usage: exit code 2 and the reason', async (argv, reason) => {
    const { run, terminal, app } = await commandLine();
    expect(await run(...argv)).toBe(2);
    expect(terminal.stderr.text).toContain(reason);
    expect(terminal.stdout.text).toBe('');
    expect(app.asked).toEqual([]);
  });

  it.each([
    'ask',
    'ingest',
    'eval',
    'digest',
    'archive',
    'archive stats',
    'archive list',
    'archive show',
    'archive remove',
    'archive restore',
    'archive export',
    'archive import',
    'archive reindex',
  ])('%s explains itself with --help', async (command) => {
    const { run, terminal } = await commandLine(new MemoryTerminal(), {
      loadConfig: () => Promise.reject(new Error('help needs no settings')),
    });
    expect(await run(...command.split(' '), '--help')).toBe(0);
    const [script, ...rest] = command.split(' ');
    expect(terminal.stdout.text).toContain(
      `Usage: ${['npm run', script, '--', ...rest].join(' ')} `,
    );
    expect(terminal.stdout.text).toContain(command === 'archive' ? 'stats' : '--json');
  });

  it('shows a failure the person can mend as it is, with exit code 1', async () => {
    const { run, terminal, app } = await commandLine();
    expect(await run('ask', '')).toBe(1);
    expect(terminal.stderr.text).toBe('Ask a question.\n');
    expect(app.closed).toBe(true);
  });

  it('shows no stack trace for a fault of ours, and logs the details for LOG_LEVEL=debug', async () => {
    const logged: unknown[] = [];
    const log: Log = {
      debug: (detail: unknown) => logged.push(detail),
      info: () => undefined,
      warn: () => undefined,
      error: () => undefined,
    };
    const { run, terminal, app } = await commandLine(new MemoryTerminal(), {
      createLog: () => Promise.resolve(log),
    });
    expect(await run('ask', 'break')).toBe(1);
    expect(terminal.stderr.text).toBe(
      'Something went wrong inside Archivist. Set LOG_LEVEL=debug to see the details.\n',
    );
    expect(logged).toMatchObject([{ err: { name: 'TypeError' } }]);
    expect(app.closed).toBe(true);
  });

  it('reports settings that are wrong', async () => {
    const { run, terminal } = await commandLine(new MemoryTerminal(), {
      loadConfig: () => Promise.reject(new UserError('EMBEDDING_DTYPE=int7 is not valid')),
    });
    expect(await run('ask', 'nato')).toBe(1);
    expect(terminal.stderr.text).toBe('EMBEDDING_DTYPE=int7 is not valid\n');
  });

  it('ends quietly when the reader of its output has gone', async () => {
    const closed = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      },
    });
    closed.on('error', () => undefined);
    const terminal = Object.assign(new MemoryTerminal(), { stdout: closed });
    const { run } = await commandLine(terminal);
    expect(await run('ask', 'nato')).toBe(0);
    expect(terminal.stderr.text).toBe('');
  });

  it('shows the stages of opening, each on a line', async () => {
    const { run, terminal } = await commandLine(new MemoryTerminal(), {
      openApp: ({ onProgress }) => {
        onProgress?.({ stage: 'model', done: 0, total: 2, label: 'Building the model' });
        onProgress?.({ stage: 'model', done: 2, total: 2, label: 'Building the model' });
        onProgress?.({ stage: 'repair', done: 0, total: 1, label: 'Repairing the index' });
        return Promise.reject(new UserError('no'));
      },
    });
    expect(await run('ask', 'nato')).toBe(1);
    expect(terminal.stderr.text).toBe(
      'Building the model … done\nRepairing the index … failed\nno\n',
    );
  });

  it('neutralises control characters in messages', async () => {
    const { run, terminal } = await commandLine();
    expect(await run('archive', 'show', '\u001b[31mx')).toBe(1);
    expect(terminal.stderr.text).toContain('There is no article "␛[31mx".');
  });
});
