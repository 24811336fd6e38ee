import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ask, become, dropFile, lastMessage, messageBox, messagesIn, send } from './at-the-page.ts';
import { browserKit } from './browser-kit.ts';

const kit = browserKit();

async function asModerator(): Promise<Page> {
  const page = await kit.open();
  await become(page, 'Max');
  return page;
}

async function fillIn(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  const form = page.getByRole('dialog', { name: 'Add an article' });
  for (const [name, value] of Object.entries(fields)) await form.getByLabel(name).fill(value);
  await form.getByRole('button', { name: 'Submit' }).click();
  await form.waitFor({ state: 'hidden' });
}

/** Takes what is proposed last, and gives the receipt. */
async function add(page: Page): Promise<Locator> {
  await lastMessage(page).getByRole('button', { name: 'Add', exact: true }).click();
  const receipt = messagesIn(page).filter({ hasText: 'Added to the archive' }).last();
  await receipt.waitFor();
  return receipt;
}

test('a text is added through a form, found, taken back, and not found any more', async () => {
  const page = await asModerator();
  await send(page, '/ingest text');
  await fillIn(page, {
    Headline: 'Lighthouse of Kap Arkona gets a new lamp',
    Text: 'The lighthouse keeper installed a violet lamp on Tuesday. It can be seen for forty miles.',
  });
  await lastMessage(page).getByText('Nothing is in the archive until you press Add.').waitFor();
  const receipt = await add(page);
  const found = await ask(page, 'Which lamp did the lighthouse keeper install?');
  await found.getByText('The lighthouse keeper installed a violet lamp on Tuesday.').waitFor();
  await receipt.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('1 article removed again').waitFor();
  const gone = await ask(page, 'Which violet lamp did the keeper install on Tuesday?');
  await gone.getByText('Nothing in the archive answers').waitFor();
  expect(await gone.getByText('It can be seen for forty miles').count()).toBe(0);
});

test('a file is dropped, added and found by a member', async () => {
  const page = await asModerator();
  await messageBox(page).click();
  await page.keyboard.type('/ingest file ');
  await dropFile(page, 'bridge.txt', BRIDGE);
  await page.getByRole('button', { name: 'file bridge.txt' }).waitFor();
  await page.getByRole('button', { name: 'Send' }).click();
  await lastMessage(page).getByText('New article').waitFor();
  await add(page);
  await become(page, 'Mia');
  const found = await ask(page, 'Who paid for the drawbridge over the Warnow?');
  await found.getByText('The drawbridge over the Warnow was paid for by the fishermen.').waitFor();
  expect(await page.getByText('Added to the archive').count()).toBe(0);
});

test('a member cannot add: the command is not in the list, and cannot be typed', async () => {
  const page = await kit.open();
  await messageBox(page).click();
  await page.keyboard.type('/');
  const commands = page.getByRole('listbox', { name: 'Commands' });
  await commands.getByRole('option', { name: '/ask' }).waitFor();
  expect(await commands.getByRole('option', { name: 'ingest' }).count()).toBe(0);
  const before = kit.playground().discord.traffic.interactions.length;
  await page.keyboard.type('ingest text');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(kit.playground().discord.traffic.interactions).toHaveLength(before);
});

const BRIDGE = `The drawbridge of Warnow opens

The drawbridge over the Warnow was paid for by the fishermen. It opens on Sunday.
`;
