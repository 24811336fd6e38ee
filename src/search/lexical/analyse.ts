import { stemmer } from 'stemmer';
import { STOP_WORDS } from './stop-words.ts';
import { scanWords } from './words.ts';

/** Stamped on every stored segment; raise it with any change to what `analyse` returns or to which texts are indexed. */
export const ANALYSIS_VERSION = 2;

/** A term and where it stands: UTF-16 offsets, end exclusive, of the whole word as written. */
export interface TermSpan {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The index terms of a text, in order, duplicates kept: its words (see `scanWords`) lower-cased, without accents,
 * possessive endings, thousands commas and inner stops, English stop words left out, English words stemmed (Porter).
 * Of a word longer than 64 characters only the first 64 count. Never throws.
 */
export function analyse(text: string): string[] {
  const terms: string[] = [];
  scanWords(text, (start, end) => {
    const term = termOf(text, start, end);
    if (term !== '') terms.push(term);
  });
  return terms;
}

/** As `analyse`, with the place of each term. */
export function analyseWithSpans(text: string): TermSpan[] {
  const spans: TermSpan[] = [];
  scanWords(text, (start, end) => {
    const term = termOf(text, start, end);
    if (term !== '') spans.push({ term, start, end });
  });
  return spans;
}

/** The terms of a text once each, in order of first occurrence. */
export function distinctTerms(text: string): string[] {
  return [...new Set(analyse(text))];
}

/** The terms of a question, duplicates kept. One made of stop words only keeps them, so that it still asks for something. */
export function analyseQuestion(text: string): string[] {
  const terms = analyse(text);
  if (terms.length > 0) return terms;
  scanWords(text, (start, end) => {
    const term = stem(fold(text.slice(start, Math.min(end, start + LONGEST_TERM))));
    if (term !== '') terms.push(term);
  });
  return terms;
}

/** UTF-16 units. Longer "words" are debris (base64, URLs without punctuation) and would only swell the dictionary. */
const LONGEST_TERM = 64;

/** Words as written to their terms, '' for stop words. Emptied when full: common words are back at once. */
const termsByWord = new Map<string, string>();
const MOST_CACHED_WORDS = 65_536;

function termOf(text: string, start: number, end: number): string {
  const word = text.slice(start, Math.min(end, start + LONGEST_TERM));
  const cached = termsByWord.get(word);
  if (cached !== undefined) return cached;
  const folded = fold(word);
  const term = STOP_WORDS.has(folded) ? '' : stem(folded);
  if (termsByWord.size >= MOST_CACHED_WORDS) termsByWord.clear();
  termsByWord.set(detached(word), term);
  return term;
}

/** A copy that does not keep alive the text it was cut from, as V8's slices do. */
function detached(word: string): string {
  return ` ${word}`.slice(1);
}

function fold(word: string): string {
  let folded = detached(word).toLowerCase();
  if (!IS_ASCII.test(folded)) folded = withoutAccents(folded);
  if (PLAIN.test(folded)) return folded;
  if (IS_NUMBER.test(folded)) return folded.replaceAll(',', '');
  return folded.replace(CONTRACTION, '').replace(INNER_MARKS, '');
}

const IS_ASCII = /^[\0-\x7f]*$/;
const PLAIN = /^[a-z0-9]+$/;
/** 1,200 and 3.5bn and 2024-02-10. */
const IS_NUMBER = /^\d[\d.,-]*[a-z]*$/;
/** he'll, they've, we're, she'd, I'm, Biden's; the negated verbs (don't, can't) go with all they have. */
const CONTRACTION = /'(?:s|ll|ve|re|d|m)$|^[a-z]+n't$/;
const INNER_MARKS = /[.,'&]/g;

function withoutAccents(word: string): string {
  const decomposed = word
    .replaceAll('\u2019', "'")
    .normalize('NFKD')
    .toLowerCase()
    .replace(NOT_IN_TERMS, '')
    .replace(UNDECOMPOSED, (letter) => DECOMPOSED[letter] ?? letter);
  const cut = decomposed.slice(0, LONGEST_TERM);
  // The cut may fall inside a surrogate pair.
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** Accents (the combining marks of Latin, Greek and Cyrillic) and whatever decomposition brings that is no word character. */
const NOT_IN_TERMS = /[\u0300-\u036f]|[^\p{L}\p{N}\p{M}.,'&-]/gu;
/** Letters with a stroke or a ligature, which Unicode does not decompose. */
const DECOMPOSED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
};
const UNDECOMPOSED = new RegExp(`[${Object.keys(DECOMPOSED).join('')}]`, 'g');

function stem(word: string): string {
  return IS_ENGLISH.test(word) ? stemmer(word) : word;
}

/** What the stemmer was made for. */
const IS_ENGLISH = /^[a-z]{3,}$/;
