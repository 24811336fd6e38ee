import { expect, test } from 'vitest';
import { SHARED_SCOPE } from '../../src/archive/article.ts';
import { harbours, QUESTION, withSecondAnswer } from '../commands/ask-bot.ts';
import { ask, become, lastMessage, messagesIn, openChannel, send } from './at-the-page.ts';
import { browserKit } from './browser-kit.ts';

const kit = browserKit({ realModel: true });

const NATO = 'what did NATO urge Europe to do';
const EXCERPT =
  "NATO's secretary general has called on Europe to increase its arms production to support Ukraine and prevent " +
  '"potentially decades of confrontation" with Moscow, in an interview published by German media.';
const CITATION =
  '[1] NATO calls on Europe to increase arms production for Ukraine · WORLD · February 10, 2024 · Staff Reporter';

test('an empty channel suggests three questions that are answered and one that is not', async () => {
  const page = await kit.open();
  const start = page.getByRole('region', { name: 'Start of the channel' });
  await start.getByRole('heading', { name: 'Ask the archive' }).waitFor();
  const questions = await start.locator('.hint-label').allInnerTexts();
  expect(questions).toHaveLength(4);
  const answered: boolean[] = [];
  for (const question of questions) {
    const given = messagesIn(page).filter({ hasText: question });
    const menu = page.getByRole('button', { name: 'Suggestions' });
    if (answered.length > 0) await menu.click();
    await page.getByRole('button', { name: question }).click();
    await given.getByText(/From 1 article|Nothing in the archive/).waitFor();
    answered.push((await given.getByText('Nothing in the archive').count()) === 0);
  }
  expect(answered).toEqual([true, true, true, false]);
});

test('a question typed with /ask is answered with the words of the article and their citation', async () => {
  const page = await kit.open();
  const answer = await ask(page, NATO);
  await answer.getByRole('blockquote').filter({ hasText: EXCERPT }).waitFor();
  expect(await answer.innerText()).toContain(CITATION);
  expect(await answer.getByText('APP', { exact: true }).count()).toBe(1);
});

test('an article is read in full, by the one who asks to alone', async () => {
  const page = await kit.open();
  const answer = await ask(page, NATO);
  await answer.getByRole('button', { name: 'Read [1]' }).click();
  const article = lastMessage(page);
  await article.getByText('Only you can see this').waitFor();
  expect(await article.innerText()).toContain(
    '"This means shifting from slow peacetime to high-tempo conflict production,"',
  );
  await article.getByRole('button', { name: '▶️' }).click();
  await article.getByText('Page 2 of 2').waitFor();
  await article.getByText('A meeting of the Ukraine Defense Contact Group').waitFor();
  await become(page, 'Max');
  await messagesIn(page).filter({ hasText: NATO }).first().waitFor();
  expect(await page.getByText('Page 2 of 2').count()).toBe(0);
  expect(await page.getByText('Only you can see this').count()).toBe(0);
});

test('further evidence is paged through, to the end and back', async () => {
  const { library } = await kit.playground().bot.app;
  await library.add(harbours(5).map(withSecondAnswer), { scope: SHARED_SCOPE, by: 'terminal' });
  const page = await kit.open();
  const answer = await ask(page, QUESTION);
  await answer.getByRole('button', { name: 'More' }).click();
  const further = lastMessage(page);
  await further.getByText('Further evidence').waitFor();
  await further.getByText('[4]', { exact: true }).waitFor();
  await further.getByRole('button', { name: 'More' }).click();
  await further.getByText('[7]', { exact: true }).waitFor();
  expect(await further.getByText('[4]', { exact: true }).count()).toBe(0);
  await further.getByRole('button', { name: '◀️' }).click();
  await further.getByText('[4]', { exact: true }).waitFor();
});

test('after a reload everything is still there: messages, person and channel', async () => {
  const page = await kit.open();
  await become(page, 'Max');
  await openChannel(page, 'newsroom');
  await send(page, 'Is anybody here?');
  await lastMessage(page).filter({ hasText: 'Is anybody here?' }).waitFor();
  await page.reload();
  await lastMessage(page).filter({ hasText: 'Is anybody here?' }).waitFor();
  await page.getByRole('button', { name: 'Switch to Mia' }).waitFor();
  await page.getByRole('heading', { level: 1, name: 'newsroom' }).waitFor();
  expect(await lastMessage(page).innerText()).toContain('Max');
});

test('a member does not see the channel of the moderators', async () => {
  const page = await kit.open();
  const channels = page.getByRole('navigation', { name: 'Channels' });
  await channels.getByRole('link', { name: 'general' }).waitFor();
  expect(await channels.getByRole('link', { name: 'newsroom' }).count()).toBe(0);
  await become(page, 'Max');
  await channels.getByRole('link', { name: 'newsroom' }).waitFor();
});
