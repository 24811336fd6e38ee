import { expect, test } from 'vitest';
import { SHARED_SCOPE } from '../../src/archive/article.ts';
import { HARBOUR } from '../commands/ask-bot.ts';
import {
  become,
  lastMessage,
  messagesIn,
  openChannel,
  scheduleDigest,
  send,
} from './at-the-page.ts';
import { browserKit } from './browser-kit.ts';

const kit = browserKit();

test('a digest is scheduled, previewed, and comes when time has passed', async () => {
  const page = await kit.open();
  await become(page, 'Max');
  await openChannel(page, 'newsroom');
  await scheduleDigest(page);
  const scheduled = lastMessage(page);
  expect(await scheduled.innerText()).toMatch(/Every day at 08:00 \(.*Lisbon.*\) in #digest/);

  const { library } = await kit.playground().bot.app;
  await library.add([HARBOUR], { scope: SHARED_SCOPE, by: 'terminal' });
  await send(page, '/digest preview');
  await page.keyboard.press('Enter');
  await lastMessage(page).getByText(HARBOUR.headline).first().waitFor();
  await lastMessage(page).getByText('Only you can see this').waitFor();

  await become(page, 'Mia');
  await page.getByRole('button', { name: /^Next digest: / }).click();
  await openChannel(page, 'digest');
  const digest = messagesIn(page).filter({ hasText: HARBOUR.headline });
  await digest.waitFor();
  await digest.getByRole('button', { name: 'Ask about these' }).waitFor();
  await page.getByText('Time in this playground').waitFor();
});
