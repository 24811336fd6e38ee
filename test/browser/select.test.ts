import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  become,
  lastMessage,
  messageBox,
  messagesIn,
  openChannel,
  scheduleDigest,
  send,
} from './at-the-page.ts';
import { browserKit } from './browser-kit.ts';

const kit = browserKit();
const HEADLINE = 'NATO calls on Europe to increase arms production';

async function articleSelect(page: Page): Promise<Locator> {
  await send(page, '/archive list');
  await page.keyboard.press('Enter');
  const select = page.getByRole('combobox', { name: 'Open an article' }).last();
  await select.waitFor();
  return select;
}

test('an article is opened by a select, by keyboard', async () => {
  const page = await kit.open();
  const select = await articleSelect(page);
  await select.focus();
  await page.keyboard.press('ArrowDown');
  const option = page.getByRole('option', { name: HEADLINE });
  await option.waitFor();
  await page.keyboard.press('Enter');
  await messagesIn(page).getByText('Page 1 of').waitFor();
  expect(await page.getByRole('listbox').count()).toBe(0);
  // The focus stays where the choice was made.
  await select.and(page.locator(':focus')).waitFor();
});

test('the list of a select is as high as what it offers, and closes without a choice', async () => {
  const page = await kit.open();
  const select = await articleSelect(page);
  await select.click();
  const list = page.getByRole('listbox');
  const option = page.getByRole('option', { name: HEADLINE });
  expect((await list.boundingBox())?.height).toBe((await option.boundingBox())?.height);
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'hidden' });
  await select.click();
  await list.waitFor();
  await messageBox(page).click();
  await list.waitFor({ state: 'hidden' });
});

test('sections of a digest are muted by a select for several', async () => {
  const page = await kit.open();
  await become(page, 'Max');
  await openChannel(page, 'newsroom');
  await scheduleDigest(page);
  await addArticle(
    page,
    'Harbour news',
    'A ferry with violet lamps reached the harbour on Tuesday.',
  );
  await addArticle(
    page,
    'Sport',
    'The chess club won its last match on Monday, against the bakers of Ghent.',
  );
  await page.getByRole('button', { name: /^Next digest: / }).click();
  await openChannel(page, 'digest');
  await lastMessage(page).getByRole('button', { name: 'Mute section' }).click();
  const select = lastMessage(page).getByRole('combobox');
  await select.click();
  const muted = ['Sport', 'Harbour news'];
  for (const section of muted) {
    const option = page.getByRole('option', { name: section });
    await option.click();
    expect(await option.getAttribute('aria-selected')).toBe('true');
  }
  await page.keyboard.press('Escape');
  await select.filter({ hasText: muted.join(', ') }).waitFor();
  await page.reload();
  await select.filter({ hasText: muted.join(', ') }).waitFor();
});

async function addArticle(page: Page, section: string, text: string): Promise<void> {
  await send(page, '/ingest text');
  const form = page.getByRole('dialog');
  const [headline = text] = text.split(' on ');
  await form.getByLabel('Headline').fill(headline);
  await form.getByLabel('Section').fill(section);
  await form.getByLabel('Text').fill(text);
  await page.keyboard.press('Control+Enter');
  await lastMessage(page).getByRole('button', { name: 'Add', exact: true }).click();
  await messagesIn(page)
    .filter({ hasText: 'Added to the archive' })
    .filter({ hasText: headline })
    .last()
    .waitFor();
  await form.waitFor({ state: 'hidden' });
}
