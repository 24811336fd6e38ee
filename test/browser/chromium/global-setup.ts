import type { TestProject } from 'vitest/node';
import { startChromium } from './start-chromium.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where tests connect to the browser, or why there is none. */
    browser: { readonly endpoint: string } | { readonly missing: string };
  }
}

/**
 * Starts one browser for all files. Without one, the tests are skipped and the reason is printed.
 * @throws {Error} when the one of `CHROMIUM_PATH` cannot be started.
 */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const browser = await startChromium();
  if (typeof browser !== 'string') {
    provide('browser', { endpoint: browser.wsEndpoint() });
    return () => browser.close();
  }
  const missing = `There is no Chromium to test the page with:\n${browser}\n`;
  if (process.env['CHROMIUM_PATH'] !== undefined) throw new Error(missing);
  process.stderr.write(missing);
  provide('browser', { missing });
  return () => Promise.resolve();
}
