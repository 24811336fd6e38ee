import { EventEmitter, once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { describe, expect, onTestFinished, test } from 'vitest';
import { nextTurn } from '../../../src/event-loop.ts';
import { systemClock } from '../../../src/clock.ts';
import {
  openReader,
  type InputReader,
  type ReaderOptions,
} from '../../../src/ingest/reading/open-reader.ts';
import { startWorker } from '../../../src/worker.ts';
import { ManualClock } from '../../fakes/manual-clock.ts';
import { zipOf } from '../zip-file.ts';

const SETTINGS = {
  today: new Date('2024-03-01T12:00:00Z'),
  maxCharacters: 1_000,
  maxArticles: 100,
};

function open(given: Partial<ReaderOptions> = {}): InputReader {
  const reader = openReader({ clock: systemClock, ...given });
  onTestFinished(() => reader.close());
  return reader;
}

function input(name: string, content: string | Buffer = 'x') {
  return { name, bytes: Buffer.from(content) };
}

function text(headline: string): string {
  return `${headline}\n\nThe first paragraph of the text, with words in it.\n`;
}

describe('a thread of its own', () => {
  test('reads texts, pages, records and archives of them', async () => {
    const reader = open();
    const line = (at: number) =>
      JSON.stringify({ headline: `Line ${at}`, text: `The text of line ${at}, with words.` });
    const lines = Array.from({ length: 120 }, (_, at) => line(at)).join('\n');
    const zip = await zipOf({
      'a.txt': text('From the archive'),
      'b.html':
        '<html><body><article><h1>From a page</h1><p>A text with words in it.</p></article>',
      'c.txt': Buffer.from([0, 1, 2, 3]),
    });
    const inputs = [input('a.txt', text('A text')), input('l.jsonl', lines), input('z.zip', zip)];
    const results = await Promise.all(
      inputs.map((each) => reader.read(each, { ...SETTINGS, maxArticles: 200 })),
    );
    expect(results.map(({ drafts }) => drafts.length)).toEqual([1, 120, 2]);
    expect(results[1]?.drafts[119]?.draft.headline).toBe('Line 119');
    expect(results[2]?.drafts.map((each) => [each.input, each.draft.headline])).toEqual([
      ['z.zip/a.txt', 'From the archive'],
      ['z.zip/b.html', 'From a page'],
    ]);
    expect(results[2]?.failures).toMatchObject([{ input: 'z.zip/c.txt', line: null }]);
  });

  test('leaves the caller the bytes, and refuses what is too long or too many', async () => {
    const reader = open();
    const lines = Array.from({ length: 5 }, (_, at) =>
      JSON.stringify({
        headline: `Line ${at}`,
        text: at === 1 ? 'word '.repeat(300) : 'Some words.',
      }),
    ).join('\n');
    const given = input('l.jsonl', lines);
    const { drafts, failures } = await reader.read(given, { ...SETTINGS, maxArticles: 3 });
    expect(given.bytes.toString()).toBe(lines);
    expect(drafts.map(({ draft }) => draft.headline)).toEqual(['Line 0', 'Line 2', 'Line 3']);
    expect(failures).toEqual([
      {
        input: 'l.jsonl',
        line: 2,
        reason: 'the article has 1,499 characters, at most 1,000 are allowed',
      },
      {
        input: 'l.jsonl',
        line: null,
        reason: 'only the first 3 articles are taken at once; send the rest in another file',
      },
    ]);
  });

  test('stops when nobody waits any more, and reads on with another thread', async () => {
    const reader = open({ threads: 1 });
    const stop = new AbortController();
    const reading = reader.read(input('a.txt', text('One')), SETTINGS, stop.signal);
    stop.abort(new Error('nobody waits'));
    await expect(reading).rejects.toThrow('nobody waits');
    const { drafts } = await reader.read(input('a.txt', text('Two')), SETTINGS);
    expect(drafts).toHaveLength(1);
  });
});

test('a thread that has nothing to read for a minute ends, and another one starts when there is', async () => {
  const clock = new ManualClock();
  const workers: Worker[] = [];
  const startCounted = () => {
    const worker = startWorker(new URL('./odd-worker.ts', import.meta.url), null);
    workers.push(worker);
    return worker;
  };
  const reader = open({ clock, startWorker: startCounted, threads: 1 });
  await reader.read(input('a.txt'), SETTINGS);
  await reader.read(input('b.txt'), SETTINGS);
  expect(workers).toHaveLength(1);
  const ended = once(workers[0] ?? new EventEmitter(), 'exit');
  clock.advance(60_000);
  await ended;
  expect((await reader.read(input('c.txt'), SETTINGS)).failures).toHaveLength(1);
  expect(workers).toHaveLength(2);
});

describe('a thread that hangs or dies', () => {
  const startOddWorker = () => startWorker(new URL('./odd-worker.ts', import.meta.url), null);

  /** Waits until the thread has begun and hangs, then lets the time pass. */
  async function readHanging(reader: InputReader, clock: ManualClock, name: string, ms: number) {
    const reading = reader.read(input(name), SETTINGS);
    const over = new AbortController();
    const ended = reading.finally(() => {
      over.abort();
    });
    while (!over.signal.aborted) {
      await nextTurn();
      if (clock.sleeping > 0) clock.advance(ms);
    }
    return ended;
  }

  test('costs the document that took too long', async () => {
    const clock = new ManualClock();
    const reader = open({ clock, startWorker: startOddWorker, threads: 1 });
    const { failures } = await readHanging(reader, clock, 'hang.txt', 20_000);
    expect(failures).toMatchObject([
      { reason: expect.stringContaining('took too long') as string },
    ]);
    expect((await reader.read(input('next.txt'), SETTINGS)).failures).toMatchObject([
      { reason: 'read' },
    ]);
  });

  test('costs one entry of an archive, and the rest is read', async () => {
    const reader = open({ startWorker: startOddWorker, threads: 1 });
    const { failures } = await reader.read(input('crash.zip'), SETTINGS);
    expect(failures).toEqual([
      {
        input: 'crash.zip/0',
        line: null,
        reason: 'it could not be read: it needs too much memory, or is damaged',
      },
      { input: 'crash.zip/1', line: null, reason: 'read' },
    ]);
  });

  test('is given up when every document of an archive makes it die and the time is over', async () => {
    const clock = new ManualClock();
    const reader = open({
      clock,
      startWorker: () => {
        clock.advance(100_000);
        return startOddWorker();
      },
      threads: 1,
    });
    const { failures } = await reader.read(input('throw.zip'), SETTINGS);
    expect(failures.at(-1)).toEqual({
      input: 'throw.zip',
      line: null,
      reason: 'it took too long; the rest of it was not read',
    });
  });

  test('is nobody to wait for once the reader is closed', async () => {
    const reader = open({ startWorker: startOddWorker });
    const reading = reader.read(input('hang.txt'), SETTINGS);
    const refused = expect(reading).rejects.toThrow('closed');
    await reader.close();
    await refused;
    await expect(reader.read(input('a.txt'), SETTINGS)).rejects.toThrow('closed');
  });
});
