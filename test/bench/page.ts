import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { startPlayground } from '../../src/bot-playground.ts';
import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { startChromium } from '../browser/chromium/start-chromium.ts';
import { HashEmbedder } from '../fakes/hash-embedder.ts';
import type { Bench } from './bench.ts';
import { median } from './measure.ts';
import { row } from './report.ts';

/** The playground's page in a real browser whose cache is empty. */
export const measurePage: Bench = async ({ quick, note }) => {
  const server = await startChromium();
  if (typeof server === 'string') {
    note(server);
    return [];
  }
  const folder = await mkdtemp(join(tmpdir(), 'archivist-'));
  const playground = await startPlayground({
    config: readConfig({ DATA_DIR: folder }),
    log: createLog('silent'),
    clock: systemClock,
    embedder: new HashEmbedder(),
  });
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const visits: Visit[] = [];
    for (let round = 0; round <= (quick ? 3 : 10); round++) {
      visits.push(await visit(browser, playground.url));
    }
    // The first one also starts what the browser shares between windows.
    const counted = visits.slice(1);
    return [
      row({
        name: 'first contentful paint of the playground',
        value: median(counted.map(({ paintMs }) => paintMs)),
        unit: 'ms',
        target: { of: 'value', bound: '≤', limit: 1_000 },
      }),
      row({
        name: 'until its channels and messages are there',
        value: median(counted.map(({ filledMs }) => filledMs)),
        unit: 'ms',
      }),
      row({
        name: 'bytes over the wire for it',
        value: median(counted.map(({ bytes }) => bytes)) / 1000,
        unit: 'kB',
      }),
    ];
  } finally {
    await playground.stop();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
};

interface Visit {
  /** From the start of the navigation. */
  readonly paintMs: number;
  readonly filledMs: number;
  readonly bytes: number;
}

async function visit(browser: Browser, url: string): Promise<Visit> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const filledMs = await page.evaluate<number>('performance.now()');
  const paintMs = await page.evaluate<number>(
    "performance.getEntriesByName('first-contentful-paint')[0].startTime",
  );
  const bytes = await page.evaluate<number>(
    "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]" +
      '.reduce((sum, { transferSize }) => sum + transferSize, 0)',
  );
  await page.close();
  return { paintMs, filledMs, bytes };
}
