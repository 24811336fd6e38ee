import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { silentLog } from '../../src/log.ts';
import { runPlayground, type RunPlaygroundOptions } from '../../src/start/run-playground.ts';
import { eventually } from '../discord/eventually.ts';
import { HashEmbedder } from '../fakes/hash-embedder.ts';
import { MemoryTerminal } from '../fakes/memory-terminal.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';
import { guildSeen } from './playground-kit.ts';

async function run(
  settings: Readonly<Record<string, string>> = {},
  openInBrowser: RunPlaygroundOptions['openInBrowser'] = null,
) {
  const terminal = new MemoryTerminal();
  const interrupt = new AbortController();
  const ended = runPlayground({
    config: readConfig({ DATA_DIR: await temporaryFolder(), ...settings }),
    log: silentLog,
    clock: systemClock,
    terminal,
    interrupted: interrupt.signal,
    embedder: new HashEmbedder(),
    openInBrowser,
  });
  onTestFinished(async () => {
    interrupt.abort();
    await ended;
  });
  return {
    terminal,
    ended,
    interrupt: () => {
      interrupt.abort();
    },
    /** Resolves with the address once it is printed. */
    opened: async () => {
      await eventually(() => {
        expect(terminal.stdout.text).toContain('open at');
      });
      return /http:\S+/.exec(terminal.stdout.text)?.[0] ?? '';
    },
  };
}

test('it says why it starts, how far it is, where it is and how it is stopped; and ends with 0', async () => {
  const { terminal, ended, interrupt, opened } = await run();
  const address = await opened();
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect((await guildSeen(address)).guild.name).toBe('The Newsroom');
  expect(terminal.stdout.text.split('\n')).toEqual([
    'DISCORD_TOKEN is not set: starting the playground, a Discord of its own in your browser.',
    `The playground is open at ${address}`,
    expect.stringMatching(/^Ctrl\+C stops it/),
    '',
  ]);
  expect(terminal.stderr.text).toBe('Adding the seed articles … done\n');
  interrupt();
  expect(await ended).toBe(0);
});

test('a token is left alone, and said to be', async () => {
  const { terminal, opened } = await run({ DISCORD_TOKEN: 'secret' });
  await opened();
  expect(terminal.stdout.text).toMatch(/^[^\n]*DISCORD_TOKEN is not used\.\n/);
});

test('the browser is opened only when asked for, and that it cannot be opened is a sentence', async () => {
  const asked: string[] = [];
  const { terminal, opened } = await run({}, (address) => {
    asked.push(address);
    return Promise.reject(new Error('there is none'));
  });
  const address = await opened();
  await eventually(() => {
    expect(terminal.stderr.text).toMatch(/done\nThe browser could not be opened\.[^\n]+\n$/);
  });
  expect(asked).toEqual([address]);
});

test('a port that is taken is named in a sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  // A TCP server's address, not a pipe's.
  const { port } = other.address() as AddressInfo;
  const { terminal, ended } = await run({ PORT: String(port) });
  expect(await ended).toBe(6);
  expect(terminal.stderr.text).toMatch(new RegExp(`^Port ${port} [^\\n]+PORT[^\\n]+\\n$`));
});

test('an interruption while it starts ends it with 0', async () => {
  const { terminal, ended, interrupt } = await run();
  interrupt();
  expect(await ended).toBe(0);
  expect(terminal.stdout.text).not.toContain('open at');
});
