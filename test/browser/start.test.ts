import { expect, test } from 'vitest';
import { browserKit } from './browser-kit.ts';

const kit = browserKit();

test('the page opens in the first channel', async () => {
  const page = await kit.open();
  await page.getByRole('navigation', { name: 'Channels' }).waitFor();
  expect(await page.title()).toContain('The Newsroom');
});
