import { expect, test } from 'vitest';
import { ask, become, messagesIn, send } from './at-the-page.ts';
import { browserKit } from './browser-kit.ts';

const kit = browserKit();

test('a bot that does not answer in time is told of where it was asked', async () => {
  const page = await kit.open();
  const { faults } = kit.playground().discord;
  faults.answer(
    { method: 'POST', path: /^\/interactions\/.*\/callback$/ },
    { kind: 'drop', times: 9 },
  );
  await send(page, '/ask Are you there?');
  await page.getByText('The application did not respond').waitFor();
  faults.clear();
  await ask(page, 'And now?');
});

test('a lost connection is told, and found again with everything there was', async () => {
  const page = await kit.open({ expected: /Failed to load resource|ERR_|EventSource/ });
  await become(page, 'Max');
  await ask(page, 'What did NATO urge Europe to do?');
  await kit.restart(async () => {
    await page.getByRole('alert').filter({ hasText: 'Connection lost' }).waitFor();
  });
  await page.getByRole('alert').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Switch to Mia' }).waitFor();
  const before = await messagesIn(page).filter({ hasText: 'What did NATO urge' }).count();
  expect(before).toBe(1);
  await ask(page, 'Where do the ministers of defence meet?');
});
