import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { SHARED_SCOPE } from '../../src/archive/article.ts';
import { systemClock } from '../../src/clock.ts';
import { draftAbout } from '../archive/archive-kit.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';
import { ask, become, lastMessage, messageBox, openChannel, send } from './at-the-page.ts';
import { browserKit, type OpenOptions } from './browser-kit.ts';
import { lookAt } from './window-probe.ts';

/*
 * The pictures of README. `npm run screenshots` writes them to `.github`; every other run to a temporary folder.
 */

/** A Monday morning soon after the seed article. */
const START = new Date('2024-02-12T09:30:00Z');
const begun = systemClock.elapsed();
const QUESTION = 'what did NATO urge Europe to do';
/** Two device pixels for each of the page's, so that text is sharp. */
const SCALE = 2;
/** Bytes of a picture in the repository. */
const MOST_BYTES = 400_000;

const kit = browserKit({
  realModel: true,
  clock: {
    ...systemClock,
    now: () => new Date(START.getTime() + systemClock.elapsed() - begun),
  },
});

async function open(options: OpenOptions = {}): Promise<Page> {
  return await kit.open({
    now: START,
    deviceScaleFactor: SCALE,
    reducedMotion: 'reduce',
    ...options,
  });
}

async function take(page: Page, name: string): Promise<void> {
  const wanted = process.env['SCREENSHOTS'];
  const folder = wanted ?? (await temporaryFolder());
  await mkdir(folder, { recursive: true });
  await page.mouse.move(0, 0);
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const path = join(folder, `${name}.png`);
  await writeFile(path, picture);
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const seen = await lookAt(page, picture);
  expect(seen).toMatchObject({ width: width * SCALE, height: height * SCALE });
  expect(seen.colours).toBeGreaterThan(100);
  expect((await stat(path)).size).toBeLessThan(MOST_BYTES);
}

const LOCAL_NEWS = [
  {
    headline: 'First electric ferry crosses the bay in eleven minutes',
    section: 'Local',
    text: 'The first electric ferry crossed the bay on Monday in eleven minutes, four fewer than the old one needed.',
  },
  {
    headline: 'Library stays open until midnight before exams',
    section: 'Local',
    text: 'The city library will stay open until midnight in the two weeks before exams, its director said.',
  },
  {
    headline: 'Striker returns after eight months',
    section: 'Sport',
    text: 'After eight months without a match, the striker trained with the team again and may play on Saturday.',
  },
].map(({ headline, section, text }) =>
  draftAbout('', { headline, section, paragraphs: [{ kind: 'text', text }] }),
);

test('an answer with its excerpts and citation', async () => {
  const page = await open({ viewport: { width: 1280, height: 1000 } });
  await ask(page, QUESTION);
  await take(page, 'playground');
});

test('the same on a phone, and in the light theme with the list of commands', async () => {
  const phone = await open({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await lastMessage(phone).waitFor();
  await phone.evaluate(`document.querySelector('li[id^="message-"]').scrollIntoView()`);
  await take(phone, 'playground-phone');
  const light = await open({ colorScheme: 'light' });
  await lastMessage(light).waitFor();
  await messageBox(light).click();
  await light.keyboard.type('/');
  await light.getByRole('listbox', { name: 'Commands' }).waitFor();
  await take(light, 'playground-light');
});

test('an article before it is added', async () => {
  const page = await open();
  await become(page, 'Max');
  await openChannel(page, 'newsroom');
  await send(page, '/ingest text');
  const form = page.getByRole('dialog', { name: 'Add an article' });
  await form.getByLabel('Headline').fill('Ferry line across the bay opens in spring');
  await form.getByLabel('Date').fill('yesterday');
  await form.getByLabel('Section').fill('LOCAL');
  await form
    .getByLabel('Text')
    .fill(
      'The first electric ferry across the bay will run from 1 April, the harbour office said on Sunday. ' +
        'It takes eleven minutes and carries 120 people.\n\nTickets cost as much as a ride on the bus.',
    );
  await form.getByRole('button', { name: 'Submit' }).click();
  await lastMessage(page).getByText('Nothing is in the archive until you press Add.').waitFor();
  await take(page, 'playground-ingest');
});

test('a digest', async () => {
  const page = await open();
  await become(page, 'Max');
  await openChannel(page, 'digest');
  await page.getByRole('button', { name: 'Post a digest here every day' }).click();
  await page
    .getByLabel(/^Add an option/)
    .and(page.locator(':focus'))
    .waitFor();
  await page.keyboard.press('Enter');
  await lastMessage(page).getByText('The digest is scheduled').waitFor();
  const { library } = await kit.playground().bot.app;
  await library.add(LOCAL_NEWS, { scope: SHARED_SCOPE, by: 'terminal' });
  await page.getByRole('button', { name: 'Dismiss message' }).click();
  await page.getByRole('button', { name: /^Next digest: / }).click();
  await lastMessage(page).getByText('3 new articles').waitFor();
  await take(page, 'playground-digest');
});
