import { expect, test } from 'vitest';
import { lastMessage, messageBox, messagesIn, tabTo } from './at-the-page.ts';
import { browserKit } from './browser-kit.ts';

const kit = browserKit();

test('all of it goes by keyboard alone: ask, read, add, take back, move, become another', async () => {
  const page = await kit.open();
  const { keyboard } = page;
  await tabTo(page, messageBox(page));
  await keyboard.type('/ask Where do the ministers of defence meet?');
  await keyboard.press('Enter');
  await lastMessage(page).getByText('NATO defence ministers will meet in Brussels').waitFor();

  const read = lastMessage(page)
    .getByRole('button', { name: /^Read / })
    .first();
  await tabTo(page, read, 'Shift+Tab');
  await keyboard.press('Enter');
  const article = messagesIn(page).filter({ hasText: 'Only you can see this' });
  await article.waitFor();
  await tabTo(page, article.getByRole('button', { name: 'Dismiss message' }), 'Tab');
  await keyboard.press('Enter');
  await article.waitFor({ state: 'detached' });

  await tabTo(page, page.getByRole('button', { name: 'Switch to Max' }), 'Shift+Tab');
  await keyboard.press('Enter');
  await tabTo(page, page.getByRole('link', { name: 'newsroom' }), 'Shift+Tab');
  await keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'newsroom' }).waitFor();

  await tabTo(page, messageBox(page));
  await keyboard.type('/ingest text');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  const form = page.getByRole('dialog');
  await tabTo(page, form.getByLabel('Headline'));
  await keyboard.type('The dentist of Warnemünde retires');
  await tabTo(page, form.getByLabel('Text'));
  await keyboard.type('The dentist of Warnemünde retires in May after forty years.');
  await tabTo(page, form.getByRole('button', { name: 'Submit' }));
  await keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Add', exact: true }), 'Shift+Tab');
  await keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Undo' }), 'Shift+Tab');
  await keyboard.press('Enter');
  await page.getByText('1 article removed again').waitFor();
});

test('the focus can be seen wherever Tab leads', async () => {
  const page = await kit.open();
  await messageBox(page).waitFor();
  const names = new Set<string>();
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Tab');
    const { name, isMarked } = await page.evaluate<{ name: string; isMarked: boolean }>(
      'probe.focus()',
    );
    names.add(name);
    expect(isMarked, name).toBe(true);
  }
  expect(names.size).toBeGreaterThan(8);
});
