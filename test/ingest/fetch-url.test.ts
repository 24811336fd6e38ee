import { gzipSync, brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { fetchUrl, lookupPublic } from '../../src/ingest/fetch-url.ts';
import { MAX_PAGE_BYTES } from '../../src/ingest/response-body.ts';
import { ManualClock } from '../fakes/manual-clock.ts';
import { startServer } from './local-server.ts';

const HTML = { 'content-type': 'text/html; charset=utf-8' };

function fetchLocally(url: string, clock = new ManualClock(), signal?: AbortSignal) {
  return fetchUrl(url, { clock, allowPrivateAddresses: true, ...(signal ? { signal } : {}) });
}

describe('fetchUrl', () => {
  it('returns the bytes as they came, the media type and the url', async () => {
    const bytes = Buffer.from('<p>Caf\xe9</p>', 'latin1');
    const root = await startServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=windows-1252' }).end(bytes);
    });
    const clock = new ManualClock();
    const page = await fetchLocally(`${root}/a`, clock);
    expect(page).toEqual({
      url: `${root}/a`,
      mediaType: 'text/html; charset=windows-1252',
      bytes,
    });
    expect(clock.sleeping).toBe(0);
  });

  it('says who asks', async () => {
    const root = await startServer((request, response) => {
      response.writeHead(200, HTML).end(request.headers['user-agent']);
    });
    expect(String((await fetchLocally(root)).bytes)).toMatch(/^Archivist\//);
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('unpacks %s', async (encoding, pack) => {
    const root = await startServer((_, response) => {
      response.writeHead(200, { ...HTML, 'content-encoding': encoding }).end(pack('<p>Hello</p>'));
    });
    expect(String((await fetchLocally(root)).bytes)).toBe('<p>Hello</p>');
  });

  it('follows redirects, relative ones too, and names the last url', async () => {
    const root = await startServer((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.writeHead(200, HTML).end('there');
      else response.writeHead(302, { location: `/${left - 1}` }).end();
    });
    expect((await fetchLocally(`${root}/5`)).url).toBe(`${root}/0`);
    await expect(fetchLocally(`${root}/6`)).rejects.toThrow('redirects more than 5 times');
  });

  it('gives up on a redirect loop', async () => {
    const root = await startServer((_, response) => {
      response.writeHead(301, { location: '/' }).end();
    });
    await expect(fetchLocally(root)).rejects.toThrow('redirects more than 5 times');
  });

  it.each([
    ['file:///etc/passwd', 'only http and https are fetched, not file:'],
    ['http://user:secret@example.org/', 'user name or password'],
  ])('refuses a redirect to %s', async (location, reason) => {
    const root = await startServer((_, response) => {
      response.writeHead(302, { location }).end();
    });
    await expect(fetchLocally(root)).rejects.toThrow(reason);
  });

  it('names the url, the reason and the way out', async () => {
    const root = await startServer((_, response) => {
      response.writeHead(404, HTML).end('no');
    });
    const failure = fetchLocally(`${root}/gone`);
    await expect(failure).rejects.toThrow(UserError);
    await expect(failure).rejects.toThrow(
      `${root}/gone could not be fetched: the server answered 404 Not Found. ` +
        'Check the address in a browser, or save the page and ingest the file.',
    );
  });

  it('stops at 5 MB, stated or not', async () => {
    const root = await startServer((request, response) => {
      if (request.url === '/stated') {
        response.writeHead(200, { ...HTML, 'content-length': MAX_PAGE_BYTES + 1 });
        response.write('x');
      } else {
        response.writeHead(200, HTML);
        response.write(Buffer.alloc(MAX_PAGE_BYTES));
        // One byte too many, and the answer never ends.
        response.write('x');
      }
    });
    await expect(fetchLocally(`${root}/stated`)).rejects.toThrow('larger than 5 MB');
    await expect(fetchLocally(`${root}/streamed`)).rejects.toThrow('larger than 5 MB');
  });

  it('stops unpacking a gzip bomb at 5 MB', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const root = await startServer((_, response) => {
      response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(bomb);
    });
    await expect(fetchLocally(root)).rejects.toThrow('larger than 5 MB');
  });

  it('reports a body that is not packed as it claims', async () => {
    const root = await startServer((_, response) => {
      response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end('plain');
    });
    await expect(fetchLocally(root)).rejects.toThrow('incorrect header check');
  });

  it.each([
    ['image/png', 'it is image/png, and only HTML, text and JSON are read'],
    ['', 'it is of no stated type'],
  ])('refuses the media type "%s"', async (type, reason) => {
    const root = await startServer((_, response) => {
      response.writeHead(200, type === '' ? {} : { 'content-type': type }).end('x');
    });
    await expect(fetchLocally(root)).rejects.toThrow(reason);
  });

  it('gives up after 15 seconds on a server that drips', async () => {
    const clock = new ManualClock();
    const root = await startServer((_, response) => {
      response.writeHead(200, HTML);
      response.write('one byte');
      response.once('close', () => response.destroy());
      clock.advance(14_999);
      setImmediate(() => {
        clock.advance(1);
      });
    });
    await expect(fetchLocally(root, clock)).rejects.toThrow('no complete answer within 15 seconds');
  });

  it('gives up after 15 seconds on a server that never answers', async () => {
    const clock = new ManualClock();
    const root = await startServer(() => {
      clock.advance(15_000);
    });
    await expect(fetchLocally(root, clock)).rejects.toThrow('no complete answer within 15 seconds');
  });

  it('stops when asked to, with the reason given', async () => {
    const stop = new AbortController();
    const root = await startServer(() => {
      stop.abort(new Error('enough'));
    });
    await expect(fetchLocally(root, new ManualClock(), stop.signal)).rejects.toThrow('enough');
  });

  it('reports a server that closes the connection', async () => {
    const root = await startServer((request) => {
      request.socket.destroy();
    });
    await expect(fetchLocally(root)).rejects.toThrow('the server closed the connection');
  });

  it('refuses what is no web address', async () => {
    await expect(fetchLocally('ftp://example.org/a')).rejects.toThrow('not ftp:');
    await expect(fetchLocally('http://')).rejects.toThrow('no complete address');
  });

  it.each([
    'http://127.0.0.1:9/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost/',
  ])('refuses %s unless private addresses are allowed', async (url) => {
    await expect(fetchUrl(url, { clock: new ManualClock() })).rejects.toThrow(
      'is not an address of the public internet',
    );
  });

  it('checks the address a name leads to, whichever way node asks for it', async () => {
    for (const all of [true, false]) {
      const error = await new Promise((resolve) => {
        lookupPublic('localhost', { all }, resolve);
      });
      expect(error).toBeInstanceOf(UserError);
    }
  });
});
