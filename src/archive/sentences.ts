import { abbreviationRules, type AbbreviationRules } from './abbreviations.ts';
import type { Span } from './article.ts';

/**
 * The sentences of a text, in order: trimmed, not overlapping, and together covering every character that is not white
 * space. A blank line always ends a sentence, a single line break never does. A quotation goes on into the words that
 * attribute it: `"Is it over?" he asked.` is one sentence. A text without an end mark is one sentence, however long.
 *
 * @param language BCP 47 tag. Abbreviations are known for English, German, French and Spanish; an unusable tag counts
 * as English.
 */
export function splitSentences(text: string, language = 'en'): Span[] {
  return [...walkSentences(text, language)];
}

/** The same, one by one: a caller with a very long text can let other work run in between. */
export function* walkSentences(text: string, language = 'en'): Generator<Span, void, undefined> {
  const subtag = primarySubtag(language);
  const segmenter = segmenterFor(subtag);
  const rules = abbreviationRules(subtag);
  let start = 0;
  for (const match of text.matchAll(BLANK_LINES)) {
    yield* sentencesOfBlock(text.slice(start, match.index), start, segmenter, rules);
    start = match.index + match[0].length;
  }
  yield* sentencesOfBlock(text.slice(start), start, segmenter, rules);
}

const BLANK_LINES = /\n[^\S\n]*\n\s*|\u2029\s*/g;
const LINE_BREAK = /[\n\v\f\r\u0085\u2028]/g;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

function primarySubtag(language: string): string {
  return /^[a-z]{2,3}(?=$|[-_])/.exec(language.toLowerCase())?.[0] ?? 'en';
}

function* sentencesOfBlock(
  raw: string,
  offset: number,
  segmenter: Intl.Segmenter,
  rules: AbbreviationRules,
): Generator<Span, void, undefined> {
  const block = raw.replace(LINE_BREAK, ' ');
  let start = skipSpace(block, 0);
  for (const candidate of candidateEnds(block, segmenter)) {
    const end = trimmedEnd(block, start, candidate);
    const next = skipSpace(block, end);
    if (end === start || (next < block.length && isFalseEnd(block, start, end, next, rules)))
      continue;
    yield { start: offset + start, end: offset + end };
    start = next;
  }
}

/** The end of `block.slice(start, end)` without white space, and with the closing marks that stand apart (`. »`). */
function trimmedEnd(block: string, start: number, end: number): number {
  if (end <= start) return start;
  STRAY_CLOSERS.lastIndex = end;
  const stray = STRAY_CLOSERS.exec(block)?.[0].length ?? 0;
  let trimmed = end + stray;
  while (trimmed > start && isSpace(block, trimmed - 1)) trimmed--;
  return trimmed;
}

const STRAY_CLOSERS = /[”»)\]]+(?=\s|$)/y;

function skipSpace(text: string, from: number): number {
  let index = from;
  while (index < text.length && isSpace(text, index)) index++;
  return index;
}

function isSpace(text: string, index: number): boolean {
  return SPACE.test(text.charAt(index));
}

const SPACE = /\s/;

/** Code units given to the segmenter at once. It copies its whole input for every sentence: 1 MB at once took 53 s. */
const WINDOW = 4_096;
/** Bounds so near to a window's end are left to the next window, which sees what follows them. */
const MARGIN = 256;

/** Where sentences may end, white space that follows included, in order; the last is the end of the text. */
function* candidateEnds(
  text: string,
  segmenter: Intl.Segmenter,
): Generator<number, void, undefined> {
  let from = 0;
  let settled = 0;
  while (settled < text.length) {
    const last = from + WINDOW >= text.length;
    const limit = last ? text.length : from + WINDOW - MARGIN;
    const before = settled;
    for (const end of windowEnds(text.slice(from, from + WINDOW), segmenter)) {
      if (from + end > limit) break;
      if (from + end <= settled) continue;
      settled = from + end;
      yield settled;
    }
    from = settled > before ? settled : limit - MARGIN;
    settled = Math.max(settled, from);
  }
}

function windowEnds(window: string, segmenter: Intl.Segmenter): number[] {
  const ends = new Set<number>();
  for (const { index, segment } of segmenter.segment(window)) ends.add(index + segment.length);
  for (const missed of window.matchAll(MISSED_END)) ends.add(missed.index + missed[0].length);
  return [...ends].sort((a, b) => a - b);
}

/**
 * Ends the Unicode rules do not see: before a number (`… were counted. 35,064 households`), before a name like `iPhone`,
 * after `…` and after a footnote mark (`word.[12]`).
 */
const MISSED_END =
  /(?:(?<=\p{Ll}{3})\.[\p{Pe}\p{Pf}"']*\s+(?=\p{Nd})|\.[\p{Pe}\p{Pf}"']*\s+(?=\p{Ll}\p{Lu})|…[\p{Pe}\p{Pf}"']*\s+(?=[\p{Pi}\p{Ps}"']*\p{Lu})|[.!?](?:\[\d{1,3}\])+\s+)/gu;

/** Characters looked at on either side of a bound; more than any abbreviation or attribution needs. */
const CONTEXT = 80;

/** Does the sentence go on although a bound was found? `end` is behind its last mark, `next` at the following word. */
function isFalseEnd(
  block: string,
  start: number,
  end: number,
  next: number,
  rules: AbbreviationRules,
): boolean {
  const before = block.slice(Math.max(start, end - CONTEXT), end);
  const after = block.slice(next, next + CONTEXT);
  if (!WESTERN_END.test(before)) return false;
  if (next === end || CONTINUATION.test(after)) return true;
  if (end - start <= MARKER_LENGTH && LIST_MARKER.test(before)) return true;
  return isAttribution(before, after, rules) || isAbbreviation(before, after, rules);
}

/** Marks of other scripts (。।؟) are never part of an abbreviation and need no space behind them. */
const WESTERN_END = /[.!?…][\p{Pe}\p{Pf}"'\d[\]]*$/u;
const CONTINUATION = /^[\p{Pi}\p{Ps}"']*\p{Ll}(?!\p{Lu})/u;
const MARKER_LENGTH = 6;
/** `1.`, `(a).`, `iv.`, and marks without any word such as `[...]`: they belong to what follows. */
const LIST_MARKER = /^(?:[([]?(?:\d{1,3}|\p{L}|[ivx]{2,4})[.)]{1,2}|[^\p{L}\p{N}]+)$/u;

function isAttribution(before: string, after: string, rules: AbbreviationRules): boolean {
  if (!QUESTION_QUOTED.test(before)) return false;
  const opening = after.split(/\s+/, ATTRIBUTION_WORDS);
  const verb = opening.findIndex((word) => rules.speech.has(word.replace(/\P{L}+$/u, '')));
  return verb > 0 && opening.slice(0, verb).every((word) => /^\p{Lu}/u.test(word));
}

const QUESTION_QUOTED = /[?!][”’»"']+$/;
const ATTRIBUTION_WORDS = 5;

function isAbbreviation(before: string, after: string, rules: AbbreviationRules): boolean {
  const word = DOTTED_WORD.exec(before)?.[1];
  if (word === undefined) return false;
  if (rules.introducing.has(word)) return true;
  if (rules.numbered.has(word) && NUMBER.test(after)) return true;
  if (rules.timesOfDay.has(word)) return rules.calendar.has(firstWord(after));
  return isAmbiguous(word, before, after, rules) && !opensSentence(after, rules);
}

/** Could the full stop be that of an initial, an ordinal or an abbreviation that stands anywhere? */
function isAmbiguous(
  word: string,
  before: string,
  after: string,
  rules: AbbreviationRules,
): boolean {
  if (INITIAL.test(word)) return isInitial(word, before);
  if (ORDINAL.test(word)) return rules.dottedOrdinals;
  return (rules.ambiguous.has(word) || DOTTED_CAPITALS.test(word)) && !QUOTED.test(after);
}

const DOTTED_WORD =
  /(?:^|[^\p{L}\p{M}\p{N}.&])((?:[\p{L}\p{M}\p{N}&]+\.-?)*[\p{L}\p{M}\p{N}&º]+)\.$/u;
const NUMBER = /^(?:\p{Nd}|[IVXLC]{2,}\b)/u;
const ORDINAL = /^\d{1,2}$/;
const INITIAL = /^\p{Lu}\p{M}*$/u;
const DOTTED_CAPITALS = /^(?:\p{Lu}\.-?)+\p{Lu}$/u;
const QUOTED = /^[\p{Pi}"']/u;

/** `Robert I. Sutton`, but not `so do I.`: the pronoun follows a word without a capital. */
function isInitial(letter: string, before: string): boolean {
  return letter !== 'I' || /(?:^|\p{Lu}[\p{L}\p{M}]*\.?\s+)I\.$/u.test(before);
}

/** A word that opens sentences follows; `A.` or `I.` does not count: those are further initials. */
function opensSentence(after: string, rules: AbbreviationRules): boolean {
  const word = firstWord(after);
  return rules.openers.has(word) && after.charAt(word.length) !== '.';
}

function firstWord(after: string): string {
  return /^\p{L}+/u.exec(after)?.[0] ?? '';
}
