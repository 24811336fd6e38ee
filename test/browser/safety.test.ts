import { request } from 'node:http';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ask } from './at-the-page.ts';
import { browserKit } from './browser-kit.ts';
import { markupOf } from './window-probe.ts';

const kit = browserKit();

test('the policy of the page allows what it brings itself, and no inline script or style', async () => {
  const page = await kit.open();
  const policy = await policyOf(page);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("style-src 'self'");
  expect(policy).not.toContain('unsafe');
});

test('no script of an element in the page is run', async () => {
  const page = await kit.open({ expected: /Content Security Policy/ });
  await page.evaluate(`
    const script = document.createElement('script');
    script.textContent = 'globalThis.ran = true';
    document.body.append(script);
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="globalThis.ran = true">');
  `);
  await expect.poll(() => page.evaluate('globalThis.ran === undefined')).toBe(true);
});

test.each(['evil.example', 'localhost.evil.example', '192.168.1.2', '127.0.0.1.evil.example'])(
  'a request whose Host is %s is refused, whatever it asks for',
  async (host) => {
    const { url } = kit.playground();
    for (const path of ['/', '/page/events', '/page/actions/post', '/attachments/1/2/a.txt']) {
      expect(await statusFor(new URL(path, url), host)).toBeGreaterThanOrEqual(400);
    }
    expect(await statusFor(new URL('/', url), new URL(url).host)).toBe(200);
  },
);

test('nothing the page is sent holds the token of the bot', async () => {
  const { url, discord } = kit.playground();
  const page = await kit.open();
  const answered = page.waitForResponse(/actions\/slash/);
  await ask(page, 'Where do the ministers meet?');
  const html = await received(new URL('/', url), /<\/html>/);
  const files = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path = '']) => path);
  const all = [
    html,
    await (await answered).text(),
    await received(new URL('/page/events', url), /event: messages\n.*\n\n/),
    ...(await Promise.all(files.map((path) => received(new URL(path, url))))),
  ];
  expect(files.length).toBeGreaterThan(1);
  expect(all.filter((text) => text === '' || text.includes(discord.token))).toEqual([]);
});

test('links of the page lead to its own places, and are no script', async () => {
  const page = await kit.open();
  await ask(page, 'What did NATO urge Europe to do?');
  for (const link of (await markupOf(page)).links) {
    expect(['http:', 'https:', 'data:']).toContain(new URL(link, page.url()).protocol);
  }
});

async function policyOf(page: Page): Promise<string> {
  const response = await page.reload();
  return response?.headers()['content-security-policy'] ?? '';
}

function statusFor(url: URL, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      response.destroy();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

/** What is sent from there, up to its end or to `enough`. */
function received(url: URL, enough?: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    request(url, (response) => {
      let text = '';
      response
        .setEncoding('latin1')
        .on('data', (chunk: string) => {
          text += chunk;
          if (enough?.test(text) !== true) return;
          resolve(text);
          response.destroy();
        })
        .on('end', () => {
          resolve(text);
        });
    })
      .on('error', reject)
      .end();
  });
}
