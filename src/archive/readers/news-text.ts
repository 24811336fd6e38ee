import type { DraftParagraph } from '../article.ts';
import { readDate } from './dates.ts';
import {
  bylineNames,
  isByline,
  isDateLine,
  isHeaderCaption,
  isMarkedCaption,
  looksLikeNames,
} from './header-lines.ts';
import { joinParagraphs, type Line, splitLines } from './lines.ts';
import { assignKinds } from './paragraph-kinds.ts';
import { EMPTY_SKETCH, type Sketch } from './sketch.ts';

/**
 * News as a site's text export gives it: ` date 2024-02-10 WORLD`, headline, standfirst, photo caption with credit,
 * byline, date line, then the body. Any of these lines may be missing; what stands in the header is told by its marks
 * and its place.
 */
export function readNewsText(text: string): Sketch {
  const lines = splitLines(text);
  const first = readDateAndSection(lines[0]?.text ?? '');
  const header = readHeader(first === null ? lines : lines.slice(1));
  const { body, captions, source } = liftMetadata(joinParagraphs(header.body));
  return {
    ...EMPTY_SKETCH,
    line: lines[0]?.number ?? 1,
    headline: header.headline,
    publishedAt: first?.date ?? header.date,
    section: first?.section ?? null,
    byline: header.byline,
    source,
    photoCaption: [...header.captions, ...captions].join(' | '),
    paragraphs: [...header.paragraphs, ...assignKinds(body)],
    notes: header.notes,
  };
}

/** Is the text of that shape: its first line says so, or a byline or date line stands between headline and body? */
export function looksLikeNewsText(text: string): boolean {
  const lines = splitLines(text.slice(0, HEADER_CHARACTERS));
  if (readDateAndSection(lines[0]?.text ?? '') !== null) return true;
  const { byline, date, captions } = readHeader(lines);
  return byline !== null || date !== null || captions.length > 0;
}

/** More than any header has; keeps the look at a huge file short. */
const HEADER_CHARACTERS = 10_000;

function readDateAndSection(line: string): { date: string; section: string | null } | null {
  const { date, section } =
    /^date[: ] ?(?<date>\d\S{0,40})(?: (?<section>.{1,80}))?$/i.exec(line)?.groups ?? {};
  if (date === undefined || readDate(date).kind === 'none') return null;
  return { date, section: section ?? null };
}

interface Header {
  readonly headline: string | null;
  readonly byline: string | null;
  readonly date: string | null;
  readonly captions: readonly string[];
  /** The standfirst, and what else stands in the header and is no metadata. */
  readonly paragraphs: readonly DraftParagraph[];
  readonly body: readonly Line[];
  readonly notes: readonly string[];
}

type Part = 'headline' | 'prose' | 'caption' | 'byline' | 'date';

/** Headline, standfirst and an unmarked caption: with more prose than that, the body has begun. */
const MAX_HEADER_PROSE = 3;

/** Captions may be several; beyond this the lines are no header any more. */
const MAX_HEADER_LINES = 12;

function readHeader(lines: readonly Line[]): Header {
  const parts = classifyLines(lines);
  const head = parts.indexOf('headline');
  const end = headerEnd(lines, parts);
  const texts = (part: Part): readonly string[] =>
    lines.slice(0, end).flatMap(({ text }, index) => (parts[index] === part ? [text] : []));

  const [byline] = texts('byline');
  const unmarked = texts('caption').length === 0 ? unmarkedCaption(lines, parts, end) : null;
  return {
    headline: lines[head]?.text ?? null,
    byline: byline === undefined ? null : bylineNames(byline),
    date: texts('date')[0] ?? null,
    captions: unmarked === null ? texts('caption') : [unmarked],
    paragraphs: texts('prose')
      .filter((text) => text !== unmarked)
      .map((text, index) => ({ kind: index === 0 ? 'standfirst' : 'text', text })),
    body: lines.slice(end),
    notes: [
      ...(byline === undefined || isByline(byline) ? [] : [`"${byline}" was taken for the byline`]),
      ...(unmarked === null ? [] : [`"${unmarked}" was taken for a photo caption`]),
    ],
  };
}

/** The header goes as far as its metadata; without any, it is the headline and a standfirst that stands with it. */
function headerEnd(lines: readonly Line[], parts: readonly Part[]): number {
  const head = parts.indexOf('headline');
  const lastMark = parts.findLastIndex((part) => part !== 'headline' && part !== 'prose');
  if (lastMark > head) return lastMark + 1;
  return head + (standsAlone(lines.slice(head + 1)) ? 2 : 1);
}

/** What each line is, up to where the body must have begun. */
function classifyLines(lines: readonly Line[]): readonly Part[] {
  const parts: Part[] = [];
  let prose = 0;
  for (const [index, line] of lines.entries()) {
    const part = classifyLine(line, lines[index + 1], parts);
    if (part === 'headline' || part === 'prose') prose += 1;
    if (prose > MAX_HEADER_PROSE || index >= MAX_HEADER_LINES) break;
    parts.push(part);
  }
  return parts;
}

function classifyLine({ text }: Line, next: Line | undefined, before: readonly Part[]): Part {
  if (isDateLine(text) && !before.includes('date')) return 'date';
  // The first line that is no date is the headline, whatever else it looks like.
  if (!before.includes('headline')) return 'headline';
  if (isHeaderCaption(text)) return 'caption';
  if (before.includes('byline')) return 'prose';
  if (isByline(text)) return 'byline';
  return isPlacedByline(text, next, before) ? 'byline' : 'prose';
}

/** Names alone may be a headline's continuation; a date line below or a caption above tells them. */
function isPlacedByline(text: string, next: Line | undefined, before: readonly Part[]): boolean {
  const placed = (next !== undefined && isDateLine(next.text)) || before.at(-1) === 'caption';
  return placed && looksLikeNames(text);
}

/** The third line of an unbroken header that goes on with a byline or date line is a caption without its credit. */
function unmarkedCaption(
  lines: readonly Line[],
  parts: readonly Part[],
  end: number,
): string | null {
  const [, second] = parts
    .slice(0, end)
    .flatMap((part, index) => (part === 'prose' ? [index] : []));
  if (second === undefined) return null;
  const broken = lines
    .slice(parts.indexOf('headline') + 1, end)
    .some(({ afterBlank }) => afterBlank);
  return broken ? null : (lines[second]?.text ?? null);
}

/** Without any metadata below it, a standfirst is a line that follows the headline at once and ends its block. */
function standsAlone([line, next]: readonly Line[]): boolean {
  return line !== undefined && !line.afterBlank && next?.afterBlank === true;
}

/** Takes marked photo captions and a last line "Source: …" out of the body. */
function liftMetadata(body: readonly string[]): {
  readonly body: readonly string[];
  readonly captions: readonly string[];
  readonly source: string | null;
} {
  const source = /^source ?: ?(?<name>.{1,100})$/i.exec(body.at(-1) ?? '')?.groups?.['name'];
  const rest = source === undefined ? body : body.slice(0, -1);
  return {
    body: rest.filter((text) => !isMarkedCaption(text)),
    captions: rest.filter(isMarkedCaption),
    source: source ?? null,
  };
}
