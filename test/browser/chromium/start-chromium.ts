import { chromium, type BrowserServer, type LaunchOptions } from 'playwright-core';
import { hasBundledChromium, unpackChromium } from './bundled-chromium.ts';

const SYSTEM_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'];
/** Browsers that Playwright finds by itself where they are usually installed, on every system. */
const CHANNELS = ['chrome', 'msedge'];

/**
 * Starts a headless browser that tests connect to: the one of `CHROMIUM_PATH`, else one of the system, else the one that
 * comes with npm.
 * @returns instead of throwing, why there is none: a line for each that was tried.
 */
export async function startChromium(): Promise<BrowserServer | string> {
  const reasons: string[] = [];
  for (const options of candidates()) {
    try {
      return await launch(await options());
    } catch (error) {
      reasons.push(firstLine(error));
    }
  }
  return reasons.join('\n');
}

type Candidate = () => LaunchOptions | Promise<LaunchOptions>;

function candidates(): Candidate[] {
  const own = process.env['CHROMIUM_PATH'];
  if (own !== undefined) return [() => ({ executablePath: own })];
  return [
    ...SYSTEM_PATHS.map((executablePath) => () => ({ executablePath })),
    ...CHANNELS.map((channel) => () => ({ channel })),
    ...(hasBundledChromium ? [bundled, bundledWithLibraries] : []),
  ];
}

async function bundled(): Promise<LaunchOptions> {
  const { executablePath, fontconfig } = await unpackChromium();
  return { executablePath, env: { ...process.env, FONTCONFIG_FILE: fontconfig } };
}

async function bundledWithLibraries(): Promise<LaunchOptions> {
  const { env, ...options } = await bundled();
  const { libraries } = await unpackChromium();
  return { ...options, env: { ...env, LD_LIBRARY_PATH: libraries } };
}

/** With its sandbox, unless the system allows none: as root and in most containers. */
async function launch(options: LaunchOptions): Promise<BrowserServer> {
  const all = { ...options, args: ['--disable-gpu'] };
  if (process.getuid?.() !== 0) {
    try {
      return await chromium.launchServer({ ...all, chromiumSandbox: true });
    } catch {
      // What else may be wrong is told by the attempt without.
    }
  }
  return await chromium.launchServer({ ...all, chromiumSandbox: false });
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
