import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ask, become, lastMessage, openChannel, send } from './at-the-page.ts';
import { browserKit } from './browser-kit.ts';
import { layoutShiftOf, outsideWindow, seriousViolations } from './window-probe.ts';

const kit = browserKit();

/** States that look different from each other, and how one gets there. */
const STATES: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'an empty channel': (page) => openChannel(page, 'digest'),
  'an answer': (page) => ask(page, 'What did NATO urge Europe to do?'),
  'a question without an answer': (page) => ask(page, 'How do I bake bread?'),
  'an article in full': async (page) => {
    const answer = await ask(page, 'Where do the ministers of defence meet?');
    await answer
      .getByRole('button', { name: /^Read / })
      .first()
      .click();
    await lastMessage(page).getByText('Only you can see this').waitFor();
  },
  'the menu of a message': async (page) => {
    await ask(page, 'Who urged Europe?');
    await lastMessage(page).click({ button: 'right' });
    await page.getByRole('menu').waitFor();
  },
  suggestions: async (page) => {
    await page.getByRole('button', { name: 'Suggestions' }).click();
    await page.getByRole('group', { name: 'Suggestions' }).waitFor();
  },
  'a form': async (page) => {
    await become(page, 'Max');
    await send(page, '/ingest text');
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
  test.each(Object.entries(STATES))(
    '%s has no serious problem for axe, and fits into windows of every width',
    async (_, reach) => {
      // Colours that fade in are not the colours to judge.
      const page = await kit.open({ colorScheme, reducedMotion: 'reduce' });
      await reach(page);
      expect(await seriousViolations(page)).toEqual([]);
      const outside: Record<number, readonly string[]> = {};
      for (const size of SIZES) {
        await page.setViewportSize(size);
        outside[size.width] = await outsideWindow(page);
      }
      expect(outside).toEqual({ 360: [], 768: [], 1280: [], 3840: [] });
    },
  );
});

test('nothing jumps while the page begins, and while an answer comes', async () => {
  const page = await kit.open();
  await page.getByRole('log').waitFor();
  await ask(page, 'How long could the confrontation with Moscow last?');
  const { score, moved } = await layoutShiftOf(page);
  expect({ score, moved }).toEqual({ score: 0, moved: [] });
});
