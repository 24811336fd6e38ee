import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { become, lastMessage, messageBox, send } from './at-the-page.ts';
import { browserKit } from './browser-kit.ts';

const kit = browserKit();
const TEXT = 'The lighthouse keeper installed a violet lamp on Tuesday.';

async function openForm(page: Page): Promise<Locator> {
  await send(page, '/ingest text');
  const form = page.getByRole('dialog', { name: 'Add an article' });
  await form.waitFor();
  return form;
}

test('a form that lacks something says where, and is not sent', async () => {
  const page = await kit.open();
  await become(page, 'Max');
  const form = await openForm(page);
  await form.getByLabel('Headline').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('A new lamp');
  await page.keyboard.press('Enter');
  await form.getByLabel('Text').and(page.locator(':focus')).waitFor();
  expect(await form.getByText('This field is required').count()).toBe(1);
  await page.keyboard.type(TEXT);
  await page.keyboard.press('Enter');
  await page.keyboard.type('A second line of the text.');
  await page.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'hidden' });
  await lastMessage(page).getByText('A new lamp').waitFor();
});

test('a form that is closed keeps what was typed, and gives the message box back', async () => {
  const page = await kit.open();
  await become(page, 'Max');
  const form = await openForm(page);
  await page.keyboard.type('A lamp of another kind');
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'hidden' });
  await page.keyboard.type('hello');
  expect(await messageBox(page).inputValue()).toBe('hello');
  await messageBox(page).fill('');
  await openForm(page);
  expect(await form.getByLabel('Headline').inputValue()).toBe('A lamp of another kind');
  await form.getByRole('button', { name: 'Start over' }).click();
  expect(await form.getByLabel('Headline').inputValue()).toBe('');
});

test('a form that does not reach the bot stays, with everything typed', async () => {
  const page = await kit.open({ expected: /Failed to load resource|net::ERR_FAILED/ });
  await become(page, 'Max');
  const form = await openForm(page);
  await form.getByLabel('Headline').fill('A new lamp');
  await form.getByLabel('Text').fill(TEXT);
  await page.route('**/page/actions/submit', (route) => route.abort());
  await page.keyboard.press('Control+Enter');
  await form.getByRole('alert').getByText('The playground does not answer').waitFor();
  expect(await form.getByLabel('Text').inputValue()).toBe(TEXT);
  await page.unroute('**/page/actions/submit');
  await form.getByRole('button', { name: 'Submit' }).click();
  await form.waitFor({ state: 'hidden' });
});
