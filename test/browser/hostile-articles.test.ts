import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { SHARED_SCOPE, type ArticleDraft } from '../../src/archive/article.ts';
import { draftAbout } from '../archive/archive-kit.ts';
import { QUESTION } from '../commands/ask-bot.ts';
import { ask, become, dropFile, lastMessage, messageBox, send } from './at-the-page.ts';
import { browserKit } from './browser-kit.ts';
import { markupOf, outsideWindow } from './window-probe.ts';

const kit = browserKit();

/** Would set `globalThis.ran` if any of it were taken for HTML or a script address. */
const ATTACKS = {
  script: '<script>globalThis.ran=1</script>',
  image: '<img src=x onerror="globalThis.ran=1">',
  frame: '<iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
  closing: '</textarea></title></style></script><svg onload=globalThis.ran=1>',
  link: '[press](javascript:globalThis.ran=1) <javascript:globalThis.ran=1>',
  data: '[press](data:text/html,<script>1</script>)',
  template: '{{constructor.constructor("globalThis.ran=1")()}} ${globalThis.ran=1}',
};

/** Turns the direction of what follows, and hides between letters. The archive takes them out; a message may have them. */
const DIRECTION = 'safe \u202Egpj.exe\u202C and zero\u200Bwidth\u2060joined \u2066isolated';

/** What is heavy to draw. */
const ODDITIES = {
  nesting: `Deep ${'> '.repeat(200).trim()}${'**__*||'.repeat(300)}`,
  brackets: `Open ${'['.repeat(1_000)}${'('.repeat(1_000)}`,
  word: 'w'.repeat(4_000),
};

function textsOf(texts: readonly string[]): ArticleDraft['paragraphs'] {
  return texts.map((text) => ({ kind: 'text', text }));
}

const ANSWER = 'The harbour was opened on Monday by the minister of harbour affairs.';

const DRAFT: ArticleDraft = draftAbout('harbour', {
  headline: `Harbour ${ATTACKS.script} ${ATTACKS.image}`,
  section: '<b onmouseover=globalThis.ran=1>WORLD</b>',
  byline: ATTACKS.link,
  source: `"><script src=//evil.example/a.js></script>`,
  url: 'https://example.org/"onmouseover="globalThis.ran=1',
  paragraphs: textsOf([ANSWER, ...Object.values(ATTACKS)]),
});

const ODD_DRAFT = draftAbout('lighthouse', {
  headline: `Lighthouse ${'**'.repeat(40)}`,
  paragraphs: textsOf(Object.values(ODDITIES)),
});

/** The page without any article: elements that come with articles are the same ones, and no more. */
const OWN_ELEMENTS =
  /^(html|head|meta|title|link|script|body|main|header|footer|nav|noscript|aside|section|article|dialog|form|fieldset|legend|label|input|textarea|button|select|option|output|progress|ul|ol|li|dl|dt|dd|div|span|p|h[1-6]|a|strong|b|em|i|u|s|small|mark|code|pre|kbd|blockquote|time|hr|br|img|svg|path|g|circle|rect|line|polyline|polygon|ellipse|mask|defs|use|symbol)$/;

async function expectHarmless(page: Page): Promise<void> {
  const { elements, attributes, links } = await markupOf(page);
  expect(elements.filter((name) => !OWN_ELEMENTS.test(name))).toEqual([]);
  expect(attributes.filter((name) => /^on|^srcdoc$/.test(name))).toEqual([]);
  for (const link of links) {
    expect(['http:', 'https:', 'data:']).toContain(new URL(link, page.url()).protocol);
  }
  expect(await page.locator('body script, body link, iframe, object, embed').count()).toBe(0);
  expect(await page.evaluate('globalThis.ran === undefined')).toBe(true);
  expect(await outsideWindow(page)).toEqual([]);
}

test('an answer from a hostile article shows its words, and runs none of them', async () => {
  const { library } = await kit.playground().bot.app;
  await library.add([DRAFT], { scope: SHARED_SCOPE, by: 'terminal' });
  const page = await kit.open();
  const answer = await ask(page, QUESTION);
  await answer.getByText('From 1 article').waitFor();
  expect(await answer.innerText()).toContain('<script>globalThis.ran=1</script>');
  await expectHarmless(page);
  await answer
    .getByRole('button', { name: /^Read / })
    .first()
    .click();
  const article = lastMessage(page);
  await article.getByText('Only you can see this').waitFor();
  await article.getByText(ATTACKS.frame).waitFor();
  await expectHarmless(page);
});

test('an article that is hard to draw keeps its place in the window, on a phone too', async () => {
  const { library } = await kit.playground().bot.app;
  const [added] = await library.add([ODD_DRAFT], { scope: SHARED_SCOPE, by: 'terminal' });
  expect(added).toMatchObject({ status: 'added' });
  const page = await kit.open();
  await messageBox(page).click();
  await page.keyboard.type('/archive show Lighthouse');

  await page.getByRole('option', { name: /^Lighthouse/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await lastMessage(page)
    .getByText(/Page 1 of/)
    .waitFor();
  await expectHarmless(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectHarmless(page);
});

test('a hostile question is shown as it was typed', async () => {
  const page = await kit.open();
  const question = `What about ${ATTACKS.image} and ${ATTACKS.closing}?`;
  const answer = await ask(page, question);
  expect(await answer.innerText()).toContain(question);
  await expectHarmless(page);
});

test('a hostile message is shown as it was typed', async () => {
  const page = await kit.open();
  for (const text of [DIRECTION, ...Object.values(ATTACKS)]) {
    await send(page, text);
    await lastMessage(page).waitFor();
  }
  await lastMessage(page).filter({ hasText: ATTACKS.template }).waitFor();
  await expectHarmless(page);
});

test('a hostile file is previewed, listed and edited as text', async () => {
  const page = await kit.open();
  await become(page, 'Max');
  await messageBox(page).click();
  await page.keyboard.type('/ingest file ');
  const name = `"><img src=x onerror=globalThis.ran=1>.txt`;
  await dropFile(
    page,
    name,
    `Lamp ${ATTACKS.closing}\n\nThe lamp was lit. ${Object.values(ATTACKS).join(' ')}\n`,
  );
  await page.getByText(name).first().waitFor();
  await expectHarmless(page);
  await page.getByRole('button', { name: 'Send' }).click();
  const preview = lastMessage(page);
  await preview.getByText('New article').waitFor();
  expect(await preview.innerText()).toContain(ATTACKS.image);
  await expectHarmless(page);
  await preview.getByRole('button', { name: 'Edit' }).click();
  const headline = page.getByRole('dialog').getByLabel('Headline');
  expect(await headline.inputValue()).toContain('</textarea>');
  await expectHarmless(page);
});
