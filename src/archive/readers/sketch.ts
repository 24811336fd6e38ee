import { parseUrl } from '../../web-address.ts';
import type { ArticleDraft, DraftParagraph } from '../article.ts';
import { cleanText, hasWords } from '../clean-text.ts';
import {
  canonicalLanguage,
  checkDraft,
  MAX_ARTICLE_CHARACTERS,
  MAX_METADATA_CHARACTERS,
} from '../draft.ts';
import { readDate } from './dates.ts';
import { type ReadInput, tooLong } from './reading.ts';

/** What a format reader found, as it stood there: untrimmed, unchecked, the date still in the source's own words. */
export interface Sketch {
  /** 1-based line of the input where the article starts. */
  readonly line: number;
  readonly headline: string | null;
  readonly publishedAt: string | null;
  readonly section: string | null;
  readonly byline: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly externalId: string | null;
  readonly language: string | null;
  readonly photoCaption: string | null;
  readonly paragraphs: readonly DraftParagraph[];
  readonly notes: readonly string[];
}

export const EMPTY_SKETCH: Sketch = {
  line: 1,
  headline: null,
  publishedAt: null,
  section: null,
  byline: null,
  source: null,
  url: null,
  externalId: null,
  language: null,
  photoCaption: null,
  paragraphs: [],
  notes: [],
};

export type Finished =
  { readonly draft: ArticleDraft } | { readonly line: number; readonly message: string };

/** Cleans and checks a sketch, fills in the defaults, and says in the notes what was guessed, filled in or left out. */
export function finishSketch(
  sketch: Sketch,
  defaults: NonNullable<ReadInput['defaults']>,
  today: Date | undefined,
): Finished {
  const paragraphs = cleanParagraphs(sketch.paragraphs);
  const size = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  if (size === 0) return { line: sketch.line, message: 'no text found' };
  if (size > MAX_ARTICLE_CHARACTERS) return { line: sketch.line, message: tooLong(size) };

  const notes = [...sketch.notes];
  const published = finishDate(sketch.publishedAt, defaults.publishedAt ?? null, today);
  if ('impossible' in published) return { line: sketch.line, message: published.impossible };
  notes.push(...published.notes);

  const field = (name: string, value: string | null, fallback?: string | null): string | null => {
    const found = finishField(name, value, notes);
    if (found !== null || fallback === undefined || fallback === null) return found;
    notes.push(`no ${name} in the source: "${fallback}" was filled in`);
    return finishField(name, fallback, notes);
  };

  const headline = cleanText(sketch.headline ?? '');
  if (headline === '') notes.push('no headline in the source');
  const check = checkDraft({
    headline,
    publishedAt: published.date,
    section: field('section', sketch.section, defaults.section),
    byline: field('byline', sketch.byline),
    source: field('source', sketch.source, defaults.source),
    url: finishUrl(field('url', sketch.url), notes),
    externalId: field('id', sketch.externalId),
    language: finishLanguage(sketch.language, notes),
    photoCaption: field('photo caption', sketch.photoCaption),
    paragraphs,
    notes,
  });
  return check.ok
    ? { draft: check.draft }
    : { line: sketch.line, message: check.problems.join('; ') };
}

function cleanParagraphs(paragraphs: readonly DraftParagraph[]): readonly DraftParagraph[] {
  return paragraphs
    .map(({ kind, text }) => ({ kind, text: cleanText(text) }))
    .filter(({ text }) => hasWords(text))
    .map(({ kind, text }, index) => ({
      // A standfirst that is not first (the words before it were none, or the source has several) is plain text.
      kind: kind === 'standfirst' && index > 0 ? 'text' : kind,
      text,
    }));
}

function finishField(name: string, value: string | null, notes: string[]): string | null {
  const text = cleanText(value ?? '');
  if (text.length > MAX_METADATA_CHARACTERS) {
    notes.push(
      `the ${name} was left out: ${text.length} characters, at most ${MAX_METADATA_CHARACTERS} are kept`,
    );
    return null;
  }
  return text === '' ? null : text;
}

function finishUrl(url: string | null, notes: string[]): string | null {
  if (url === null) return null;
  const parsed = parseUrl(url);
  if (parsed !== null) {
    // The fragment names a place on the page, not another article.
    parsed.hash = '';
    if (/^https?:$/.test(parsed.protocol) && parsed.href.length <= MAX_METADATA_CHARACTERS)
      return parsed.href;
  }
  notes.push(`the url "${shorten(url)}" was left out: it is not an http or https address`);
  return null;
}

function finishLanguage(language: string | null, notes: string[]): string {
  if (language === null || cleanText(language) === '') return 'en';
  const canonical = canonicalLanguage(cleanText(language));
  if (canonical === null)
    notes.push(`the language "${shorten(language)}" is not a language tag: en was assumed`);
  return canonical ?? 'en';
}

type FinishedDate =
  | { readonly date: string | null; readonly notes: readonly string[] }
  | { readonly impossible: string };

function finishDate(
  own: string | null,
  fallback: string | null,
  today: Date | undefined,
): FinishedDate {
  const notes: string[] = [];
  for (const text of [own, fallback]) {
    if (text === null || cleanText(text) === '') continue;
    const reading = readDate(text);
    if (reading.kind === 'impossible')
      return { impossible: `the date "${shorten(text)}" does not exist` };
    if (reading.kind === 'date') {
      if (text === fallback && text !== own)
        notes.push(`no date in the source: "${text}" was filled in`);
      if (isAfter(reading.iso, today)) notes.push(`the date ${reading.iso} lies in the future`);
      return { date: reading.iso, notes };
    }
    notes.push(
      reading.kind === 'ambiguous'
        ? `the date "${shorten(text)}" was left out: it can be read as ${reading.readings.join(' or ')}`
        : `the date "${shorten(text)}" was left out: it is not a date we can read`,
    );
  }
  return { date: null, notes };
}

/** A day of grace, as it is tomorrow already in some time zones. */
function isAfter(iso: string, today: Date | undefined): boolean {
  return today !== undefined && Date.parse(iso) > today.getTime() + 86_400_000;
}

/** For messages: foreign text cut to something that fits on a line. */
export function shorten(text: string): string {
  const clean = cleanText(text.slice(0, 300));
  return clean.length > 80 ? `${clean.slice(0, 80)}…` : clean;
}
