import picocolors from 'picocolors';
import type { Answer, Citation, Excerpt } from '../answer/answer.ts';
import { displayText, displayWords, splitAtGaps } from './display-text.ts';
import { formatDate, formatDuration } from './format.ts';
import { joinWords, wrapText, wrapWords, type Word } from './word-wrap.ts';

export interface RenderOptions {
  /** Width of the terminal in cells. Lines are at most 100 cells, for reading. */
  readonly columns: number;
  readonly colours: boolean;
}

const MAX_COLUMNS = 100;
/** Narrower than this nothing is readable; the terminal may break the lines itself. */
const MIN_COLUMNS = 24;
const CITATION_INDENT = '    ';

type Styles = ReturnType<typeof picocolors.createColors>;

interface Page {
  readonly width: number;
  readonly colours: boolean;
  readonly styles: Styles;
}

/** An answer as lines for a terminal, the last one ending in a line break. Text of articles and questions is made harmless. */
export function renderAnswer(answer: Answer, { columns, colours }: RenderOptions): string {
  const width = readingWidth(columns);
  const page = { width, colours, styles: picocolors.createColors(colours) };
  const blocks = [
    ...opening(answer, page),
    ...answer.excerpts.map((excerpt) => renderExcerpt(excerpt, page)),
    page.styles.dim(formatDuration(answer.timings.totalMs)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Cells of a line that is pleasant to read on a terminal of that width. */
export function readingWidth(columns: number): number {
  return Math.max(MIN_COLUMNS, Math.min(columns, MAX_COLUMNS));
}

/** What comes before the excerpts; nothing where they answer. */
function opening({ outcome, unknownWords }: Answer, { width }: Page): string[] {
  if (outcome === 'answered') return [];
  const first =
    outcome === 'related'
      ? 'Nothing in the archive answers this directly; nearest:'
      : 'Nothing in the archive answers this.';
  const unknown =
    unknownWords.length === 0
      ? ''
      : `Not found anywhere in it: ${unknownWords.map((word) => displayText(word)).join(', ')}.`;
  const sentences = outcome === 'related' ? [unknown, first] : [first, unknown];
  return [wrapText(sentences.flatMap(displayWords), width).join('\n')];
}

function renderExcerpt(excerpt: Excerpt, page: Page): string {
  const lines = paragraphsOf(excerpt).map((words) => renderParagraph(words, page));
  const between = `\n${page.styles.dim('│')}\n`;
  return `${lines.join(between)}\n${renderCitation(excerpt.rank, excerpt.article, page)}`;
}

function renderParagraph(words: readonly Word[], { width, colours, styles }: Page): string {
  return wrapWords(words, width - 2, !colours)
    .map((line) => {
      if (colours) return `${styles.dim('│')} ${emphasise(line, styles)}`;
      return `${line[0]?.marked ? '>' : '│'} ${joinWords(line)}`;
    })
    .join('\n');
}

/** The line with its marked words bold, each run switched on and off within the line. */
function emphasise(line: readonly Word[], styles: Styles): string {
  const from = line.findIndex(({ marked }) => marked);
  if (from < 0) return joinWords(line);
  const to = line.findLastIndex(({ marked }) => marked) + 1;
  const gapAt = (at: number): string => (at > 0 && line[at]?.spaceBefore ? ' ' : '');
  return [
    joinWords(line.slice(0, from)),
    gapAt(from),
    styles.bold(joinWords(line.slice(from, to))),
    to < line.length ? gapAt(to) : '',
    joinWords(line.slice(to)),
  ].join('');
}

/** The excerpt's paragraphs as words, those of the answering sentence marked. */
function paragraphsOf({ text, start, sentenceStart, sentenceEnd }: Excerpt): Word[][] {
  const bounds = [0, sentenceStart - start, sentenceEnd - start, text.length];
  const paragraphs: Word[][] = [];
  let paragraph: Word[] = [];
  let spaceBefore = false;
  for (const [part, from] of bounds.slice(0, -1).entries()) {
    for (const [at, piece] of splitAtGaps(text.slice(from, bounds[part + 1])).entries()) {
      if (at % 2 === 1) {
        spaceBefore = true;
        if (!piece.includes('\n\n')) continue;
        paragraphs.push(paragraph);
        paragraph = [];
      } else if (piece !== '') {
        paragraph.push({ text: displayText(piece), marked: part === ANSWERING_PART, spaceBefore });
        spaceBefore = false;
      }
    }
  }
  return [...paragraphs, paragraph].filter((words) => words.length > 0);
}

/** Of what stands before, in, and after the answering sentence. */
const ANSWERING_PART = 1;

function renderCitation(rank: number, article: Citation, { width, styles }: Page): string {
  const { headline, section, publishedAt, byline, source, url } = article;
  const facts = [
    headline,
    section,
    publishedAt === null ? null : formatDate(publishedAt),
    byline,
    source === byline ? null : source,
  ].filter((fact) => fact !== null && fact !== '');
  const lines = wrapText(
    displayWords(`[${rank}] ${facts.join(' · ')}`),
    width - CITATION_INDENT.length,
  );
  if (url !== null) lines.push(displayText(url));
  return lines
    .map((line, at) => styles.cyan(at === 0 ? line : `${CITATION_INDENT}${line}`))
    .join('\n');
}
