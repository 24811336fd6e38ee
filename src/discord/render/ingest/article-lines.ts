import type { ArticleDraft } from '../../../archive/article.ts';
import type { NearDuplicate } from '../../../archive/library.ts';
import type { DraftChange, DraftField, PendingArticle } from '../../../guild/guild-archive.ts';
import { startWithin } from '../../markdown/cut.ts';
import { link } from '../../markdown/link.ts';
import { bold, displayLine, literalLine, literalParagraphs } from '../../markdown/literal.ts';
import { quote } from '../../markdown/quote.ts';
import { timestamp } from '../../markdown/timestamp.ts';
import type { IngestTexts } from '../../texts/ingest/ingest-texts.ts';
import { readerWording } from '../../texts/ingest/reader-wording.ts';
import type { Language } from '../../texts/language.ts';
import { linesWithin } from './lines-within.ts';

/** Characters of each in a message, escapes included. */
const HEADLINE_LENGTH = 200;
const FIELD_LENGTH = 120;
const URL_LENGTH = 80;
const LINKED_URL_LENGTH = 250;
const NOTE_LENGTH = 250;
const CHANGES_ROOM = 400;
const NEAR_DUPLICATES_ROOM = 350;
const NOTES_ROOM = 350;

export function headlineLine(
  headline: string,
  texts: IngestTexts,
  maximum = HEADLINE_LENGTH,
): string {
  const line = literalLine(headline, maximum);
  return line === '' ? texts.preview.noHeadline : bold(line);
}

/** Date, section, byline, source, link and length, one a line; what the article does not have is left out. */
export function factLines(article: PendingArticle, texts: IngestTexts): string {
  const { draft } = article;
  const { labels } = texts.preview;
  const facts: readonly (readonly [string, string | null])[] = [
    [labels.publishedAt, shownField(draft, 'publishedAt') ?? texts.preview.absent],
    [labels.section, shownField(draft, 'section')],
    [labels.byline, shownField(draft, 'byline')],
    [labels.source, shownField(draft, 'source')],
    [labels.url, shownField(draft, 'url')],
    [labels.length, texts.preview.length(article.words, article.characters, article.passages)],
  ];
  return facts
    .flatMap(([label, value]) => (value === null ? [] : [`${bold(label)}: ${value}`]))
    .join('\n');
}

type Metadata = Exclude<DraftField, 'headline' | 'text'>;

function shownField(draft: ArticleDraft, field: Metadata): string | null {
  const value = draft[field];
  return value === null ? null : shownValue(field, value);
}

function shownValue(field: DraftField, value: string): string {
  if (field === 'publishedAt') return timestamp(value, value.includes('T') ? 'f' : 'D');
  if (field !== 'url') return literalLine(value, FIELD_LENGTH);
  return link(displayLine(value, URL_LENGTH), value.length > LINKED_URL_LENGTH ? null : value);
}

/** Field by field what a new version changes. */
export function changeLines(changes: readonly DraftChange[], texts: IngestTexts): string {
  const lines = changes.map(({ field, before, after, words }) => {
    const label = bold(texts.preview.labels[field]);
    if (words !== undefined)
      return `- ${label}: ${texts.preview.changedWords(words.added, words.removed)}`;
    const shown = (value: string | null): string =>
      value === null ? texts.preview.absent : shownValue(field, value);
    return `- ${label}: ${shown(before)} → ${shown(after)}`;
  });
  return linesWithin(lines, CHANGES_ROOM, (count) => `- ${texts.preview.more(count)}`);
}

/** Articles that are much like one, most alike first. */
export function nearDuplicateLines(
  nearDuplicates: readonly NearDuplicate[],
  texts: IngestTexts,
): string {
  const lines = nearDuplicates.map(
    ({ headline, likeness }) =>
      `- ${headlineLine(headline, texts, FIELD_LENGTH)} (${texts.preview.alike(likeness)})`,
  );
  return linesWithin(lines, NEAR_DUPLICATES_ROOM, (count) => `- ${texts.preview.more(count)}`);
}

/** What the readers guessed, filled in or left out; empty when nothing was. */
export function noteLines(
  notes: readonly string[],
  texts: IngestTexts,
  language: Language,
): string {
  if (notes.length === 0) return '';
  const lines = notes.map((note) => `- ${literalLine(readerWording(note, language), NOTE_LENGTH)}`);
  const shown = linesWithin(lines, NOTES_ROOM, (count) => `- ${texts.preview.more(count)}`);
  return `${bold(texts.preview.notes)}\n${shown}`;
}

/** The beginning of the text as a quote; empty where there is no room for any. @param room characters of the result. */
export function beginning(draft: ArticleDraft, room: number): string {
  if (room < LEAST_BEGINNING) return '';
  // What cannot fit need not be measured: the longest articles have millions of characters.
  const text = draft.paragraphs
    .slice(0, SHOWN_PARAGRAPHS)
    .map((paragraph) => paragraph.text.slice(0, room))
    .join('\n\n');
  const whole = draft.paragraphs.reduce((sum, paragraph) => sum + paragraph.text.length + 2, -2);
  const measure = (part: string): number => quote(literalParagraphs(part)).length;
  const start = startWithin(text, room - 2, measure);
  return `${quote(literalParagraphs(start))}${start.length < whole ? ' …' : ''}`;
}

const SHOWN_PARAGRAPHS = 3;
const LEAST_BEGINNING = 40;
