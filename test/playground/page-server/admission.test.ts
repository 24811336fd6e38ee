import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { send, startPage } from './page-kit.ts';

const PATHS = ['/', '/page/events', '/page/actions/post', '/api/v10/users/@me', '/attachments/1'];

describe('a request', () => {
  it.each(PATHS)('under a foreign name is refused at %s', async (path) => {
    const { discord } = await startPage();
    const url = new URL(path, discord.pageUrl);
    const { port } = url;
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', '127.0.0.1:1']) {
      const { status, text } = await send(url.href, { headers: { Host: host } });
      expect([host, status, text]).toEqual([
        ...[host, 421],
        'Only 127.0.0.1 and localhost are served here.',
      ]);
    }
  });

  it('under the names of this machine is answered', async () => {
    const { discord } = await startPage();
    const { port } = new URL(discord.pageUrl);
    const user = `${discord.apiUrl}/v10/users/@me`;
    for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
      const headers = { Host: `${name}:${port}` };
      expect((await send(user, { headers })).status).toBe(401);
    }
  });

  it.each(['/page/events', '/page/actions/post', '/api/v10/users/@me', '/'])(
    'that another site makes is refused at %s',
    async (path) => {
      const { discord } = await startPage();
      const url = new URL(path, discord.pageUrl).href;
      for (const headers of [
        { Origin: 'https://evil.example' },
        { Origin: 'null' },
        { Origin: discord.pageUrl.replace('127.0.0.1', 'localhost').slice(0, -1) },
        { 'Sec-Fetch-Site': 'cross-site' },
        { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Dest': 'iframe' },
      ]) {
        const { status, text } = await send(url, { method: 'POST', headers }, 'x');
        expect([status, text]).toEqual([403, 'Other sites may not use this server.']);
      }
    },
  );

  it('that follows a link to the page is answered', async () => {
    const { discord } = await startPage();
    const headers = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'document' };
    expect((await send(discord.pageUrl, { headers })).status).toBe(200);
    expect((await send(`${discord.pageUrl}page/events`, { headers })).status).toBe(403);
  });

  it('of any path is answered with a sentence', async () => {
    const { discord } = await startPage();
    const port = Number(new URL(discord.pageUrl).port);
    const path = fc.oneof(
      fc.webPath(),
      fc.stringMatching(/^\/[!-~]*$/),
      fc.constantFrom(
        '*',
        '//',
        '//evil.example/',
        '/%',
        '/attachments/%E0%A4%A',
        '/page/%ff',
        '/api/v10/%',
      ),
    );
    await fc.assert(
      fc.asyncProperty(path, async (raw) => {
        const answer = await send(discord.pageUrl, { path: raw === '' ? '/' : raw, port });
        expect(answer.status).toBeLessThan(500);
        expect(answer.text).not.toMatch(/\bat .*\.ts:/);
      }),
    );
    expect(await send(discord.pageUrl, { path: '/attachments/%E0%A4%A' })).toMatchObject({
      ...{ status: 400, text: 'The address is malformed.' },
    });
  });
});

describe('a connection to the gateway', () => {
  async function connect(headers: Record<string, string>): Promise<string> {
    const { discord } = await startPage();
    const url = `${discord.pageUrl.replace('http', 'ws')}?v=10&encoding=json`;
    const socket = new WebSocket(url, { headers });
    return await new Promise((resolve) => {
      socket.on('open', () => {
        socket.close();
        resolve('open');
      });
      socket.on('error', ({ message }) => {
        resolve(message);
      });
    });
  }

  it('is refused under a foreign name and to the pages of other sites', async () => {
    expect(await connect({})).toBe('open');
    expect(await connect({ Host: 'evil.example' })).toContain('421');
    expect(await connect({ Origin: 'https://evil.example' })).toContain('403');
  });
});
