import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bundlePage, pageAssets } from '../../../src/playground/page-server/bundle.ts';
import { rawFetch } from '../discord-kit.ts';
import { send, startPage } from './page-kit.ts';

const STRICT = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

describe('the page', () => {
  it('is a document without anything inline, and is not sent twice', async () => {
    const { discord } = await startPage();
    const { status, headers, text } = await send(discord.pageUrl);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      ...STRICT,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    });
    expect(text).toContain('<html lang="en">');
    expect(text).not.toMatch(/<script>|<style|style=|data:/);
    const again = await send(discord.pageUrl, { headers: { 'If-None-Match': headers.etag } });
    expect(again).toMatchObject({ status: 304, text: '', headers: STRICT });
    expect(await send(discord.pageUrl, { method: 'HEAD' })).toMatchObject({ text: '' });
  });

  it('names files that are there, and do not change', async () => {
    const { discord } = await startPage();
    const { text } = await send(discord.pageUrl);
    const paths = [...text.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, path = '']) => path);
    expect(paths.map((path) => path.replace(/-\w+\./, '.'))).toEqual([
      '/page/icon.svg',
      '/page/noto-sans-latin-wght-normal.woff2',
      '/page/styles.css',
      '/page/theme.js',
      '/page/main.js',
    ]);
    for (const path of paths) {
      const { status, headers } = await send(new URL(path, discord.pageUrl).href);
      expect([path, status]).toEqual([path, 200]);
      expect(headers).toMatchObject({
        ...STRICT,
        'cache-control': 'public, max-age=31536000, immutable',
      });
    }
  });

  it('is found at one address, where the files of messages are', async () => {
    const { discord } = await startPage();
    const { port } = new URL(discord.pageUrl);
    const { status, headers } = await send(discord.pageUrl, {
      headers: { Host: `localhost:${port}` },
    });
    expect([status, headers.location]).toEqual([307, discord.pageUrl]);
  });

  it('is compressed for who can read that', async () => {
    const { discord } = await startPage();
    const assets = await pageAssets();
    const name = [...assets.keys()].find((key) => key.startsWith('main-')) ?? '';
    const url = `${discord.pageUrl}page/${name}`;
    const plain = await send(url);
    expect(plain.headers).toMatchObject({ vary: 'Accept-Encoding' });
    expect(plain.headers).not.toHaveProperty('content-encoding');
    const refused = await send(url, { headers: { 'Accept-Encoding': 'br, gzip;q=0' } });
    expect(refused.headers).not.toHaveProperty('content-encoding');
    const zipped = await send(url, { headers: { 'Accept-Encoding': 'br, gzip;q=0.5' } });
    expect(zipped.headers).toMatchObject({ 'content-encoding': 'gzip' });
    const asset = assets.get(name);
    expect(gunzipSync(asset?.zipped ?? '').toString()).toBe(plain.text);
  });

  it('can only be read', async () => {
    const { discord } = await startPage();
    for (const [path, allowed] of [
      ['', 'GET, HEAD'],
      [`page/${[...(await pageAssets()).keys()][0] ?? ''}`, 'GET, HEAD'],
      ['page/events', 'GET'],
    ]) {
      const response = await rawFetch(`${discord.pageUrl}${path ?? ''}`, {
        method: 'POST',
        body: 'x',
      });
      expect([path, response.status, response.headers.get('allow')]).toEqual([path, 405, allowed]);
    }
  });

  it.each(['page/', 'page/none.js', 'page/../main.tsx', 'page/..%2fmain.tsx', 'page/events/1'])(
    'has nothing at %s',
    async (path) => {
      const { discord } = await startPage();
      const answer = await send(discord.pageUrl, { path: `/${path}` });
      expect(answer).toMatchObject({
        status: 404,
        headers: { 'x-content-type-options': 'nosniff' },
      });
    },
  );

  it('says where its sources are broken', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'page-'));
    await mkdir(join(folder, 'styles'));
    const sound = ['theme.ts', 'icon.svg', 'styles/styles.css'];
    for (const name of sound) await writeFile(join(folder, name), '');
    await writeFile(join(folder, 'tsconfig.json'), '{}');
    await writeFile(join(folder, 'main.tsx'), 'const a = ;');
    const broken = bundlePage(folder);
    await expect(broken).rejects.toThrow('The page could not be built.');
    await expect(broken).rejects.toThrow('main.tsx:1:10');
  });
});
