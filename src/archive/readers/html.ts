import type { DraftParagraph } from '../article.ts';
import { cleanText, hasWords } from '../clean-text.ts';
import { MAX_ARTICLE_CHARACTERS } from '../draft.ts';
import { collectParagraphs } from './html-blocks.ts';
import {
  extractMainContent,
  type HtmlDocument,
  type HtmlElement,
  type MainContent,
  parsePage,
} from './html-document.ts';
import { type HtmlMetadata, readHtmlMetadata } from './html-metadata.ts';
import { prepareHtml } from './html-source.ts';
import { liftHeaderLines } from './lifted-lines.ts';
import { type Reading, refuse, tooLong } from './reading.ts';
import { EMPTY_SKETCH, type Sketch } from './sketch.ts';

/** A page: Readability finds the article in it, metadata and JSON-LD say the rest. `address` resolves relative links. */
export function readHtml(text: string, address: string | null): Reading {
  const source = prepareHtml(text);
  if ('problem' in source) return refuse(source.problem);
  try {
    const page = parsePage(source.html);
    if ('problem' in page) return refuse(page.problem);
    const words = page.body.textContent;
    if (words.length > MAX_ARTICLE_CHARACTERS) return refuse(tooLong(words.length));
    if (!hasWords(words)) return refuse('no text found');
    return { sketches: [readPage(page, source.jsonLd, address)], problems: [] };
  } catch (error) {
    // Two libraries that we do not own meet whatever the web holds; a page they fail on is a bad page.
    return refuse(`the page could not be parsed: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  // The parser hands the children of one element over as the arguments of one call.
  if (error instanceof RangeError) return 'one of its elements holds too many others';
  return error instanceof Error ? error.message : 'unknown reason';
}

/** The paragraphs of a piece of HTML that is all article, such as the body field of a JSON record. Null where it cannot be parsed. */
export function readHtmlFragment(html: string): readonly DraftParagraph[] | null {
  const source = prepareHtml(html);
  if ('problem' in source) return null;
  try {
    const page = parsePage(source.html);
    return 'problem' in page ? null : collectParagraphs(page.body);
  } catch {
    return null;
  }
}

function readPage(
  document: HtmlDocument,
  jsonLd: readonly string[],
  address: string | null,
): Sketch {
  const metadata = readHtmlMetadata(document, jsonLd, address);
  dropClutter(document);
  const photoCaption = takeCaptions(document);
  const visible = collectParagraphs(document.body);
  const article = document.querySelector('article, main');
  const marked = article === null ? [] : collectParagraphs(article);
  const h1 = cleanText(document.querySelector('h1')?.textContent ?? '');
  const main = extractMainContent(document);

  const headline = metadata.headline ?? (h1 === '' ? titleOf(main) : h1);
  const lifted = liftHeaderLines(
    withoutHeadline(mainParagraphs(main, marked, visible), [headline, h1]),
  );
  return {
    ...EMPTY_SKETCH,
    ...metadata,
    headline,
    publishedAt: metadata.publishedAt ?? lifted.date,
    byline: metadata.byline ?? lifted.byline ?? usableByline(main),
    photoCaption: photoCaption ?? lifted.caption,
    paragraphs: markStandfirst(lifted.paragraphs, visible, metadata),
  };
}

function titleOf(main: MainContent | null): string | null {
  return main?.title ?? null;
}

/** Banners and dialogues about cookies and consent, by the names that the common makers give them. */
const BANNER =
  /(?:cookie|consent|gdpr)[-_]?(?:banner|bar|notice|consent|popup|modal|overlay|wall|dialog|message|policy)|onetrust|didomi|cybotcookiebot|usercentrics|qc-cmp|sp_message/i;

/** In characters of text; what is longer is no banner, whatever it is called. */
const MAX_BANNER = 3_000;

function dropClutter(document: HtmlDocument): void {
  for (const element of document.querySelectorAll('noscript, template, svg, iframe'))
    element.remove();
  for (const element of document.querySelectorAll(
    'nav, dialog, [role="dialog"], [role="navigation"], [aria-modal="true"]',
  )) {
    if (!holdsArticle(element)) element.remove();
  }
  for (const element of document.querySelectorAll(
    'div[id], div[class], section[id], section[class], aside[id], aside[class]',
  )) {
    const names = `${element.getAttribute('id') ?? ''} ${element.getAttribute('class') ?? ''}`;
    if (!BANNER.test(names.slice(0, 500)) || holdsArticle(element)) continue;
    if (element.textContent.length <= MAX_BANNER) element.remove();
  }
}

function holdsArticle(element: HtmlElement): boolean {
  return element.querySelector('article, main, h1') !== null;
}

/** Captions are taken out of the tree, so that no extraction can take them for text; the first is kept. */
function takeCaptions(document: HtmlDocument): string | null {
  const captions = [...document.querySelectorAll('figcaption')];
  const [first] = captions
    .map((caption) => cleanText(caption.textContent))
    .filter((text) => text !== '');
  for (const caption of captions) caption.remove();
  return first ?? null;
}

/** In characters: below this Readability has often taken a part for the whole. */
const MIN_MAIN = 500;

/** Pages of a few lines are too short for Readability: what the page itself marks as its article serves them better. */
function mainParagraphs(
  main: MainContent | null,
  marked: readonly DraftParagraph[],
  visible: readonly DraftParagraph[],
): readonly DraftParagraph[] {
  const found = main === null ? [] : collectParagraphs(main.content);
  const size = characters(found);
  if (size < MIN_MAIN && characters(marked) > size) return marked;
  return size === 0 ? visible : found;
}

function characters(paragraphs: readonly DraftParagraph[]): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0);
}

function withoutHeadline(
  paragraphs: readonly DraftParagraph[],
  headlines: readonly (string | null)[],
): readonly DraftParagraph[] {
  const [first, ...rest] = paragraphs;
  return first !== undefined &&
    headlines.some((headline) => headline !== null && cleanText(headline) === first.text)
    ? rest
    : paragraphs;
}

/** Readability takes whole boxes for a byline now and then. */
function usableByline(main: MainContent | null): string | null {
  const byline = cleanText(main?.byline ?? '').replace(/^by:? /i, '');
  return byline === '' || byline.length > 150 ? null : byline;
}

/** The description is the standfirst only where the page prints it: search engines are told other things than readers. */
function markStandfirst(
  paragraphs: readonly DraftParagraph[],
  visible: readonly DraftParagraph[],
  metadata: HtmlMetadata,
): readonly DraftParagraph[] {
  const standfirst = cleanText(metadata.description ?? '');
  if (standfirst === '' || !visible.some(({ text }) => text === standfirst)) return paragraphs;
  const rest = paragraphs.filter(({ text }, index) => index > 1 || text !== standfirst);
  if (rest.some(({ text }) => text === standfirst)) return paragraphs;
  return [{ kind: 'standfirst', text: standfirst }, ...rest];
}
