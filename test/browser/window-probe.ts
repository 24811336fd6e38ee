import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { source as axeSource, type AxeResults } from 'axe-core';
import { transform } from 'esbuild';
import type { Page } from 'playwright-core';

/** What looks at the page from the inside, as JavaScript. */
export const probeScript: Promise<string> = compileProbe();

export interface Markup {
  /** Local names, each once. */
  readonly elements: readonly string[];
  readonly attributes: readonly string[];
  /** All values of `href`. */
  readonly links: readonly string[];
}

/** What elements, attributes and links the page consists of now. */
export function markupOf(page: Page): Promise<Markup> {
  return page.evaluate<Markup>('probe.markup()');
}

/** How far things have moved by themselves since the page began (cumulative layout shift), and which. */
export function layoutShiftOf(
  page: Page,
): Promise<{ readonly score: number; readonly moved: readonly string[] }> {
  return page.evaluate('probe.layoutShift()');
}

/** What reaches beyond the window to the left or right. */
export function outsideWindow(page: Page): Promise<readonly string[]> {
  return page.evaluate('probe.outside()');
}

/** What axe calls serious or critical: a line for each rule with the elements that break it. */
export async function seriousViolations(page: Page): Promise<readonly string[]> {
  // Not a script tag: the page's security policy allows only its own.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate<AxeResults>(
    "axe.run({ resultTypes: ['violations'], preload: false })",
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Size and number of different colours of a PNG. */
export function lookAt(
  page: Page,
  picture: Buffer,
): Promise<{ readonly width: number; readonly height: number; readonly colours: number }> {
  return page.evaluate(`probe.picture(${JSON.stringify(picture.toString('base64'))})`);
}

async function compileProbe(): Promise<string> {
  const path = join(import.meta.dirname, 'in-page', 'probe.ts');
  const { code } = await transform(await readFile(path, 'utf8'), { loader: 'ts' });
  return code;
}
