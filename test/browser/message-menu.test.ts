import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { lastMessage, messageBox, messagesIn, send, tabTo } from './at-the-page.ts';
import { browserKit } from './browser-kit.ts';

const kit = browserKit();
const QUESTION = 'Where do the ministers of defence meet?';

async function withMessage(): Promise<Page> {
  const page = await kit.open();
  await send(page, QUESTION);
  await lastMessage(page).filter({ hasText: QUESTION }).waitFor();
  return page;
}

async function expectPrivateAnswer(page: Page): Promise<void> {
  const answer = messagesIn(page).filter({ hasText: 'Only you can see this' }).last();
  await answer.getByText('NATO defence ministers will meet in Brussels on February 15').waitFor();
}

test('a message is asked by right click', async () => {
  const page = await withMessage();
  await lastMessage(page).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Ask the archive' }).click();
  await expectPrivateAnswer(page);
});

test('a message is asked by keyboard', async () => {
  const page = await withMessage();
  await tabTo(page, page.getByRole('log'), 'Shift+Tab');
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+F10');
  const item = page.getByRole('menuitem', { name: 'Ask the archive' });
  await tabTo(page, item, 'ArrowDown');
  await page.keyboard.press('Enter');
  await expectPrivateAnswer(page);
});

test('the menu has for a member what a member may do, and closes with Escape', async () => {
  const page = await withMessage();
  await lastMessage(page).click({ button: 'right' });
  const menu = page.getByRole('menu');
  await menu.getByRole('menuitem', { name: 'Ask the archive' }).waitFor();
  expect(await menu.getByRole('menuitem', { name: 'Add to archive' }).count()).toBe(0);
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'hidden' });
  await messageBox(page).click();
});
