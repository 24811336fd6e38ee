import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, onTestFinished } from 'vitest';
import { startPlayground, type Playground } from '../../src/bot-playground.ts';
import { systemClock, type Clock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { HashEmbedder } from '../fakes/hash-embedder.ts';
import { probeScript } from './window-probe.ts';

/** Questions of all tests of a file come from the same two people. */
const SETTINGS = { USER_QUESTIONS_PER_MINUTE: '1000', GUILD_QUESTIONS_PER_MINUTE: '1000' };
const TIMEOUT_MS = 8_000;

export interface BrowserKitOptions {
  /** The model of the settings instead of `HashEmbedder`. Default false. */
  readonly realModel?: boolean;
  /** Default: the system's. */
  readonly clock?: Clock;
  /** Environment variables over the kit's. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface BrowserKit {
  readonly playground: () => Playground;
  /** Stops the playground, and starts it again at the same address and on the same data. @param between when nothing runs. */
  readonly restart: (between: () => Promise<void>) => Promise<void>;
  /**
   * The playground in a window of its own, with nothing of other windows but the server they share. Whatever the page
   * complains about, and any request to another host, fails the test when it ends.
   */
  readonly open: (options?: OpenOptions) => Promise<Page>;
}

export interface OpenOptions extends BrowserContextOptions {
  /** Complaints that the test provokes. Default none. */
  readonly expected?: RegExp;
  /** Where the window's own clock stands still. Default: it is the machine's. */
  readonly now?: Date;
}

/**
 * The playground with the seed article and a browser, for all tests of a file; each test opens windows of its own. Where
 * no browser is to be had, the tests are skipped.
 */
export function browserKit(options: BrowserKitOptions = {}): BrowserKit {
  const wanted = inject('browser');
  let started: { readonly browser: Browser; playground: Playground } | null = null;
  let folder = '';
  const running = () => {
    if (started === null) throw new Error('The kit starts before the first test.');
    return started;
  };
  beforeAll(async () => {
    if ('missing' in wanted) return;
    const browser = await chromium.connect(wanted.endpoint);
    folder = await mkdtemp(join(tmpdir(), 'archivist-'));
    started = { browser, playground: await start(options, folder) };
  });
  beforeEach(({ skip }) => {
    if ('missing' in wanted) skip(wanted.missing);
  });
  afterAll(async () => {
    await started?.browser.close();
    await started?.playground.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    playground: () => running().playground,
    restart: async (between) => {
      const now = running();
      const { port } = new URL(now.playground.url);
      await now.playground.stop();
      await between();
      now.playground = await start(options, folder, port);
    },
    open: async (window = {}) => {
      const { browser, playground } = running();
      return await openPage(browser, playground.url, window);
    },
  };
}

async function start(
  { realModel, clock, settings }: BrowserKitOptions,
  folder: string,
  port = '0',
): Promise<Playground> {
  return await startPlayground({
    config: readConfig({ DATA_DIR: folder, PORT: port, ...SETTINGS, ...settings }),
    log: createLog('silent'),
    clock: clock ?? systemClock,
    ...(realModel === true ? {} : { embedder: new HashEmbedder() }),
  });
}

async function openPage(
  browser: Browser,
  url: string,
  { expected = /^$/, now, ...options }: OpenOptions,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme: 'dark',
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    ...options,
  });
  const complaints = listenForComplaints(context, new URL(url).origin);
  onTestFinished(async () => {
    await context.close();
    expect(complaints.filter((complaint) => !expected.test(complaint))).toEqual([]);
  });
  context.setDefaultTimeout(TIMEOUT_MS);
  await context.addInitScript({ content: await probeScript });
  if (now !== undefined) await context.clock.setFixedTime(now);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Errors, warnings and violations of the security policy arrive at the console; requests are looked at one by one. */
function listenForComplaints(context: BrowserContext, origin: string): readonly string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== 'data:')
      complaints.push(`request to ${url.href}`);
  });
  return complaints;
}
