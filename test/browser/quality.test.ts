import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ask, become, messageBox, openChannel } from './at-the-page.ts';
import { browserKit } from './browser-kit.ts';
import { layoutShiftOf, outsideWindow, seriousViolations } from './window-probe.ts';

const kit = browserKit();

/** States that look different from each other, and how one gets there. */
const STATES: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'an empty channel': (page) => openChannel(page, 'digest'),
  'an answer': (page) => ask(page, 'What did NATO urge Europe to do?'),
  'a question without an answer': (page) => ask(page, 'How do I bake bread?'),
  'the list of commands': async (page) => {
    await messageBox(page).click();
    await page.keyboard.type('/');
    await page.getByRole('listbox', { name: 'Commands' }).waitFor();
  },
  'options of a command': async (page) => {
    await messageBox(page).click();
    await page.keyboard.type('/ask how long');
  },
  'a form': async (page) => {
    await become(page, 'Max');
    await messageBox(page).click();
    await page.keyboard.type('/ingest text');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
  },
};

/** From phones to 4K. */
const SIZES = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
  { width: 3840, height: 2160 },
];

describe.each(['dark', 'light'] as const)('in the %s theme', (colorScheme) => {
  test.each(Object.entries(STATES))('%s has no serious problem for axe', async (_, reach) => {
    // Colours that fade in are not the colours to judge.
    const page = await kit.open({ colorScheme, reducedMotion: 'reduce' });
    await reach(page);
    expect(await seriousViolations(page)).toEqual([]);
  });
});

test.each(Object.entries(STATES))('%s fits into windows of every width', async (_, reach) => {
  const page = await kit.open();
  await reach(page);
  const outside: Record<number, readonly string[]> = {};
  for (const size of SIZES) {
    await page.setViewportSize(size);
    outside[size.width] = await outsideWindow(page);
  }
  expect(outside).toEqual({ 360: [], 768: [], 1280: [], 3840: [] });
});

test('nothing jumps while the page begins, and while an answer comes', async () => {
  const page = await kit.open();
  await page.getByRole('log').waitFor();
  await ask(page, 'How long could the confrontation with Moscow last?');
  const { score, moved } = await layoutShiftOf(page);
  expect({ score, moved }).toEqual({ score: 0, moved: [] });
});
