import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { savedAs } from '../../../src/playground/rest/content-disposition.ts';
import { send, startPage } from './page-kit.ts';

describe('a file that was uploaded', () => {
  it('never runs as a document of the page, and keeps its bytes', async () => {
    const { discord, mia, general } = await startPage();
    const data = Buffer.from('<script>alert(1)</script>');
    const { attachments } = await discord.as(mia, general).post('', [
      { name: 'a.html', data, contentType: 'text/html' },
      { name: 'b.png', data, contentType: 'image/png' },
      { name: 'c.txt', data, contentType: 'text/plain\nX-Evil: ☃' },
    ]);
    const types = [];
    for (const { url, filename } of attachments) {
      const { status, headers, text } = await send(url);
      expect([status, text]).toEqual([200, data.toString()]);
      expect(headers).toMatchObject({
        'content-disposition': `attachment; filename="${filename}"; filename*=UTF-8''${filename}`,
        'content-security-policy': "sandbox; default-src 'none'",
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      });
      expect(headers).not.toHaveProperty('x-evil');
      types.push(headers['content-type']);
    }
    expect(types).toEqual(['text/html', 'image/png', 'application/octet-stream']);
  });

  it('can only be read', async () => {
    const { discord, mia, general } = await startPage();
    const file = { name: 'a.txt', data: Buffer.from('abc') };
    const { attachments } = await discord.as(mia, general).post('', [file]);
    const url = attachments[0]?.url ?? '';
    expect(await send(url, { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
    const posted = await send(url, { method: 'POST' });
    expect(posted).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });
});

describe('the name under which a file is saved', () => {
  it.each([
    ['a.txt', `attachment; filename="a.txt"; filename*=UTF-8''a.txt`],
    ['a"b\\c.txt', `attachment; filename="a_b_c.txt"; filename*=UTF-8''a%22b%5Cc.txt`],
    ['a\r\nX: y', `attachment; filename="a__X: y"; filename*=UTF-8''a%0D%0AX%3A%20y`],
    ["it's (1).md", `attachment; filename="it's (1).md"; filename*=UTF-8''it%27s%20%281%29.md`],
    ['日本.md', `attachment; filename="__.md"; filename*=UTF-8''%E6%97%A5%E6%9C%AC.md`],
  ])('%j is written so that it says nothing else', (name, header) => {
    expect(savedAs(name)).toBe(header);
  });

  it('is always one header of three parts that gives the name back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const parts =
          /^attachment; filename="([ !#-[\]-~]*)"; filename\*=UTF-8''([\w.!~%#-]*)$/.exec(
            savedAs(name),
          );
        expect(decodeURIComponent(parts?.[2] ?? '')).toBe(Buffer.from(name).toString());
      }),
    );
  });
});
