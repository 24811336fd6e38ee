import { createServer, type RequestListener } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { createDownloader, MAX_ATTACHMENT_BYTES } from '../../src/discord/attachments.ts';
import { ManualClock } from '../fakes/manual-clock.ts';

async function startStore(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const file = (name: string, size = 3) => ({
    name,
    size,
    url: `${origin}/attachments/1/2/${name}`,
    contentType: 'text/plain',
  });
  return { server, apiUrl: `${origin}/api`, file };
}

test('attachments come in order, with their bytes and types', async () => {
  const { apiUrl, file } = await startStore(({ url = '' }, response) =>
    response.end(url.slice(-5)),
  );
  const download = createDownloader(apiUrl, systemClock);
  const files = await download([file('a.txt'), { ...file('b.txt'), contentType: null }]);
  const texts = files.map(({ bytes }) => new TextDecoder().decode(bytes));
  expect(texts).toEqual(['a.txt', 'b.txt']);
  expect(files).toMatchObject([{ name: 'a.txt', mediaType: 'text/plain' }, { name: 'b.txt' }]);
  expect(files[1]).not.toHaveProperty('mediaType');
  expect(await download([])).toEqual([]);
});

test.each([
  'https://example.org/a.txt',
  'https://cdn.discordapp.com.example.org/a.txt',
  'https://user@example.org/cdn.discordapp.com',
  'http://cdn.discordapp.com/a.txt',
  'https://cdn.discordapp.com:8443/a.txt',
  'http://127.0.0.1:1/a.txt',
  'file:///etc/passwd',
  'no address',
])('nothing is fetched from elsewhere: %s', async (url) => {
  let requests = 0;
  const { apiUrl, file } = await startStore((_, response) => {
    requests++;
    response.end();
  });
  const download = createDownloader(apiUrl, systemClock);
  await expect(download([file('fine.txt'), { ...file('odd.txt'), url }])).rejects.toThrow(
    'The file “odd.txt” is not stored by Discord and cannot be taken.',
  );
  expect(requests).toBe(0);
});

test('with Discord’s own API only Discord’s hosts are taken', async () => {
  const { file } = await startStore((_, response) => response.end());
  const download = createDownloader('https://discord.com/api', systemClock);
  await expect(download([file('a.txt')])).rejects.toThrow('is not stored by Discord');
});

test.each([
  ['one too large', [10_000_001], 'is larger than 10 MB'],
  ['too much together', [9e6, 9e6, 9e6], 'have 27 MB together; at most 25 MB'],
  ['too many', Array.from({ length: 11 }, () => 1), 'These are 11 files; at most 10'],
])('%s is refused before anything is downloaded', async (_what, sizes, sentence) => {
  const { apiUrl, file } = await startStore((_, response) => response.end());
  const download = createDownloader(apiUrl, systemClock);
  await expect(download(sizes.map((size) => file('a.txt', size)))).rejects.toThrow(sentence);
});

test('a file that is larger than was announced is not taken', async () => {
  const { apiUrl, file } = await startStore((_, response) =>
    response.end(Buffer.alloc(MAX_ATTACHMENT_BYTES + 1)),
  );
  const download = createDownloader(apiUrl, systemClock);
  await expect(download([file('a.txt')])).rejects.toThrow('is larger than 10 MB');
});

test('a file that is gone is named', async () => {
  const { apiUrl, file } = await startStore((_, response) => response.writeHead(404).end());
  const download = createDownloader(apiUrl, systemClock);
  await expect(download([file('a.txt')])).rejects.toThrow(
    'does not hand over the file “a.txt” (status 404)',
  );
});

test('a store that does not answer is given up after 30 s', async () => {
  const { server, apiUrl, file } = await startStore(() => undefined);
  const clock = new ManualClock();
  const result = createDownloader(apiUrl, clock)([file('a.txt')]);
  const outcome = expect(result).rejects.toThrow('did not hand over the files in time');
  await once(server, 'request');
  clock.advance(30_000);
  await outcome;
  await setImmediate();
  expect(clock.sleeping).toBe(0);
});

test('an abort ends the download with its own reason', async () => {
  const { server, apiUrl, file } = await startStore(() => undefined);
  const stop = new AbortController();
  const result = createDownloader(apiUrl, systemClock)([file('a.txt')], stop.signal);
  const outcome = expect(result).rejects.toThrow('stopping');
  await once(server, 'request');
  stop.abort(new Error('stopping'));
  await outcome;
});
