import picocolors from 'picocolors';
import type { Citation } from '../answer/answer.ts';
import type { Digest, DigestEntry, DigestSection, Quotation } from '../digest/digest.ts';
import type { DigestView } from '../digest/digests.ts';
import { displayText, displayWords } from './display-text.ts';
import { digestFacts } from './digest-facts.ts';
import { formatCount, formatDate } from './format.ts';
import { readingWidth, type RenderOptions } from './render-answer.ts';
import { wrapText } from './word-wrap.ts';

interface Page {
  readonly width: number;
  readonly styles: ReturnType<typeof picocolors.createColors>;
}

const INDENT = '  ';

/** A digest and what it would post now, for people; ends in a blank line. Text of articles is made harmless. */
export function renderDigest(
  view: DigestView,
  digest: Digest,
  { columns, colours }: RenderOptions,
): string {
  const page = { width: readingWidth(columns), styles: picocolors.createColors(colours) };
  const blocks = [
    headOf(view, page),
    wrap(`${formatDate(digest.date)}: ${countsOf(digest, view)}`, page),
    ...digest.sections.flatMap((section) => renderSection(section, page)),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n\n`;
}

function headOf(view: DigestView, page: Page): string[] {
  const [title = '', ...facts] = digestFacts(view);
  return [
    ...wrap(title, page).map((line) => page.styles.bold(line)),
    ...facts.flatMap((fact) => wrap(fact, page)),
  ];
}

function countsOf(
  { articles, corrected, omitted }: Digest,
  { schedule: { whenEmpty } }: DigestView,
): string {
  if (articles === 0) {
    const then = whenEmpty === 'say' ? 'The post would say so.' : 'Nothing would be posted.';
    return `nothing is new. ${then}`;
  }
  const facts = [
    formatCount(articles, 'article'),
    ...(corrected === 0 ? [] : [`${corrected.toLocaleString('en-US')} corrected`]),
    ...(omitted === 0 ? [] : [`${omitted.toLocaleString('en-US')} too many to be shown`]),
  ];
  return facts.join(', ');
}

function renderSection({ section, entries }: DigestSection, page: Page): string[][] {
  const title = section === null ? 'Without a section' : displayText(section);
  const heading = page.styles.bold(`${title} (${entries.length})`);
  return [[heading], ...entries.map((entry) => renderEntry(entry, page))];
}

function renderEntry({ article, corrected, lead, quotation, alsoIn }: DigestEntry, page: Page) {
  const { cyan, dim } = page.styles;
  const headline = `${article.headline}${corrected ? ' (corrected)' : ''}`;
  return [
    ...indented(headline, page).map((line) => cyan(line)),
    ...indented(sourceOf(article), page).map((line) => dim(line)),
    ...(article.url === null ? [] : [dim(INDENT + displayText(article.url))]),
    ...(lead === null ? [] : marked(lead.text, page)),
    ...(quotation === null ? [] : quoted(quotation, page)),
    ...(alsoIn.length === 0 ? [] : indented(`also in: ${alsoIn.map(named).join('; ')}`, page)),
  ];
}

function sourceOf({ publishedAt, source, byline }: Citation): string {
  const date = publishedAt === null ? null : formatDate(publishedAt);
  return [date, byline, source === byline ? null : source]
    .filter((fact) => fact !== null)
    .join(' · ');
}

function named(article: Citation): string {
  const source = sourceOf(article);
  return source === '' ? article.headline : `${article.headline} (${source})`;
}

function quoted({ text, speaker }: Quotation, page: Page): string[] {
  return [...marked(text, page), ...indented(`— ${speaker.text}`, page)];
}

/** Words of an article, told from ours by a line at their left. */
function marked(text: string, page: Page): string[] {
  const bar = `${INDENT}${page.styles.dim('│')} `;
  return wrap(text, page, INDENT.length + 2).map((line) => bar + line);
}

function indented(text: string, page: Page): string[] {
  return wrap(text, page, INDENT.length).map((line) => INDENT + line);
}

function wrap(text: string, { width }: Page, used = 0): string[] {
  return wrapText(displayWords(text), width - used);
}
