import type { TestProject } from 'vitest/node';
import { startChromium } from './start-chromium.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where tests connect to the browser, or why there is none. */
    browser: { readonly endpoint: string } | { readonly missing: string };
  }
}

/** Starts one browser for all files. */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const browser = await startChromium();
  if (typeof browser === 'string') {
    provide('browser', { missing: `There is no Chromium to test with:\n${browser}` });
    return () => Promise.resolve();
  }
  provide('browser', { endpoint: browser.wsEndpoint() });
  return () => browser.close();
}
