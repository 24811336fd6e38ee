import type { Locator, Page } from 'playwright-core';

/** Far more than any way at the page takes. */
const MOST_PRESSES = 60;

/** What a person does at the page, by the keyboard where Discord has it so. */

export function messageBox(page: Page): Locator {
  return page.getByRole('combobox', { name: /^Message / });
}

/** Messages of the open channel, oldest first. */
export function messagesIn(page: Page): Locator {
  return page.getByRole('log').locator('li[id^="message-"]');
}

export function lastMessage(page: Page): Locator {
  return messagesIn(page).last();
}

/** Types into the message box and sends it: plain text, or a command with its first option (`/ask how long`). */
export async function send(page: Page, text: string): Promise<void> {
  await messageBox(page).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Sends `/ask` and gives the answer, when it is there. */
export async function ask(page: Page, question: string): Promise<Locator> {
  const alike = messagesIn(page).filter({ hasText: question });
  const answer = alike.nth(await alike.count());
  await send(page, `/ask ${question}`);
  await answer.waitFor();
  return answer;
}

/** Schedules a digest for #digest, every day at 08:00 in Lisbon, found by what is typed of it. */
export async function scheduleDigest(page: Page): Promise<void> {
  await messageBox(page).click();
  await page.keyboard.type('/digest schedule digest');
  await page.keyboard.press('Tab');
  await page.keyboard.type('8am');
  await page.keyboard.press('Tab');
  await page.keyboard.type('lisb');
  await page
    .getByRole('option', { name: /Lisbon/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await lastMessage(page).getByText('The digest is scheduled').waitFor();
}

export async function become(page: Page, name: string): Promise<void> {
  await openDrawer(page);
  await page.getByRole('button', { name: `Switch to ${name}` }).click();
  await page
    .getByRole('status')
    .filter({ hasText: `You are ${name} now.` })
    .waitFor();
  await closeDrawer(page);
}

export async function openChannel(page: Page, name: string): Promise<void> {
  await openDrawer(page);
  await page.getByRole('navigation', { name: 'Channels' }).getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** On a narrow window the channels are behind a button. */
async function openDrawer(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Channels' });
  if (await button.isVisible()) await button.click();
}

async function closeDrawer(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Close' });
  if (await button.isVisible()) await button.click();
}

/** Drops a file on the page, as a person drags it there from a folder. */
export async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle<unknown>(
    `(() => {
      const data = new DataTransfer();
      data.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}, { type: 'text/plain' }));
      return data;
    })()`,
  );
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.locator('body').dispatchEvent(type, { dataTransfer: data });
  }
}

/** Presses `key` until `target` has the focus. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor();
  const focused = target.and(page.locator(':focus'));
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    if ((await focused.count()) > 0) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${MOST_PRESSES} times ${key} did not lead to ${String(target)}.`);
}
