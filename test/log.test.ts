import { DiscordAPIError } from 'discord.js';
import { expect, test } from 'vitest';
import { createLog, type Log } from '../src/log.ts';

const BOT_TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789AB';
const INTERACTION_TOKEN = 'aW50ZXJhY3Rpb246MTIz';

function recordingLog(secrets: readonly string[] = []): { log: Log; lines: string[] } {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  return { log: createLog('debug', { secrets, destination }), lines };
}

test.each([
  ['in a path of a webhook', `PATCH /webhooks/1234/${INTERACTION_TOKEN}/messages/@original`],
  [
    'in a path of a callback',
    `https://discord.com/api/v10/interactions/1234/${INTERACTION_TOKEN}/callback`,
  ],
  ['in a path with a query', `/webhooks/1234/${INTERACTION_TOKEN}?wait=true`],
])('an interaction token %s is not logged', (_where, url) => {
  const { log, lines } = recordingLog();
  log.error({ url, err: new Error(`POST ${url} failed`) }, `trouble with ${url}`);
  expect(lines.join('')).toContain('/1234/[redacted]');
  expect(lines.join('')).not.toContain(INTERACTION_TOKEN);
});

test('tokens and authorization headers are not logged, wherever they stand', () => {
  const { log, lines } = recordingLog(['short secret']);
  log.info({ token: 'a"b', request: { headers: { Authorization: 'Bot x.y.z' } } }, BOT_TOKEN);
  log.warn({ note: 'with the short secret in it' });
  const text = lines.join('');
  for (const secret of ['a\\"b', 'Bot x.y.z', BOT_TOKEN, 'short secret']) {
    expect(text).not.toContain(secret);
  }
  for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
});

test('an error of Discord’s API is logged without what was sent', () => {
  const { log, lines } = recordingLog();
  const url = `https://discord.com/api/v10/webhooks/1/${INTERACTION_TOKEN}`;
  const body = { files: undefined, body: { content: 'what a person wrote' } };
  const raw = { message: 'Invalid Form Body', code: 50035 };
  log.error({ err: new DiscordAPIError(raw, 50035, 400, 'POST', url, body) }, 'a request failed');
  const text = lines.join('');
  expect(text).toContain('Invalid Form Body');
  expect(text).not.toContain('what a person wrote');
  expect(text).not.toContain(INTERACTION_TOKEN);
});
