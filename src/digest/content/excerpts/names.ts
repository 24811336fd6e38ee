import { abbreviationRules } from '../../../archive/abbreviations.ts';
import type { SpeechToken } from './speech-tokens.ts';
import type { SpeechWords } from './speech-words.ts';

/** Words with capitals that stand together, with the particles between them; numbers of the first and last token. */
export interface NameRun {
  readonly first: number;
  readonly last: number;
}

/** What a text shows about which of its words are names. */
export interface NameSense {
  readonly words: SpeechWords;
  readonly language: string;
  /** Do the tokens go on with a sentence, so that not even the first owes its capital to its place? */
  readonly goesOn: boolean;
  /** Can the word, which has a capital, stand for a person all by itself? */
  isName(word: string): boolean;
}

/** Characters of a text that are looked at to learn its names. */
const LEARNT_FROM = 100_000;

/**
 * A word that only ever opens sentences owes its capital to that. Where all nouns have one, a word that ever stands behind an
 * article is a noun.
 */
export function nameSense(text: string, words: SpeechWords, language: string): NameSense {
  let inside: ReadonlySet<string> | null = null;
  return {
    words,
    language,
    goesOn: false,
    isName: (word) => {
      inside ??= capitalsInside(text.slice(0, LEARNT_FROM), words);
      return inside.has(word) !== words.capitalNouns;
    },
  };
}

/** Words with capitals behind a word without one; where all nouns have capitals, only those behind an article. */
function capitalsInside(text: string, { capitalNouns, determiners }: SpeechWords): Set<string> {
  const inside = new Set<string>();
  for (const [, before = '', word = ''] of text.matchAll(CAPITAL_INSIDE)) {
    if (!capitalNouns || determiners.has(before.toLowerCase())) inside.add(word);
  }
  return inside;
}

const CAPITAL_INSIDE = /(\p{L}+),?\s(?=(\p{Lu}[\p{L}\p{M}'’-]{0,40}))/gu;

/** The runs among the tokens, in order. */
export function nameRuns(tokens: readonly SpeechToken[], sense: NameSense): NameRun[] {
  const runs: NameRun[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!beginsName(tokens[at], sense)) continue;
    let last = at;
    for (
      let next = nextOfName(tokens, last, sense);
      next > last;
      next = nextOfName(tokens, last, sense)
    )
      last = next;
    runs.push({ first: at, last });
    at = last;
  }
  return runs;
}

function beginsName(token: SpeechToken | undefined, { words, language }: NameSense): boolean {
  if (token === undefined || !isCapital(token, words)) return false;
  return !abbreviationRules(language).openers.has(token.text) && !words.determiners.has(token.word);
}

function isCapital({ kind, text, word }: SpeechToken, words: SpeechWords): boolean {
  return (
    kind === 'word' &&
    /^\p{Lu}/u.test(text) &&
    !words.calendar.has(word) &&
    !words.pronouns.has(word)
  );
}

/** Number of the next token with a capital that belongs to the name, or `last` where it ends. */
function nextOfName(tokens: readonly SpeechToken[], last: number, { words }: NameSense): number {
  for (let at = last + 1; at <= last + 3; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') return last;
    if (isCapital(token, words)) return at;
    if (!isParticle(tokens, at, words)) return last;
  }
  return last;
}

function isParticle(tokens: readonly SpeechToken[], at: number, words: SpeechWords): boolean {
  const word = tokens[at]?.word ?? '';
  const before = tokens[at - 1]?.word ?? '';
  if (word === 'of' || word === 'for') return words.ranks.has(before);
  return PARTICLES.has(word) || SECOND_PARTICLES[word]?.includes(before) === true;
}

const PARTICLES: ReadonlySet<string> = new Set(
  'de del della di da dos das do du van von zu zur af av bin ben ibn al el ter ten'.split(' '),
);
/** Those that only follow another one: `van der Bellen`, `Secretary of the Treasury`. */
const SECOND_PARTICLES: Readonly<Record<string, readonly string[]>> = {
  der: ['van', 'von'],
  den: ['van', 'von'],
  la: ['de'],
  las: ['de'],
  los: ['de'],
  the: ['of', 'for'],
};

/** Can these words name a speaker? */
export function isSpeakerName(
  tokens: readonly SpeechToken[],
  { first, last }: NameRun,
  sense: NameSense,
): boolean {
  const start = tokens[first];
  const end = tokens[last];
  if (start === undefined || end === undefined || end.end - start.start > LONGEST_NAME)
    return false;
  const articled = hasArticle(tokens, first, sense);
  if (first < last) return !articled || (sense.words.capitalNouns && isTitled(tokens, first, last));
  return !articled && !ACRONYM.test(start.text) && standsAlone(tokens, first, sense);
}

/** `der CDU-Politiker Jan Roe` and neither `die Deutsche Bahn` nor `der Chef der Deutschen Bahn`. */
function isTitled(tokens: readonly SpeechToken[], first: number, last: number): boolean {
  const earlier = tokens.slice(0, first).some(({ text, word }) => text !== word);
  return last - first >= 2 && !earlier;
}

function hasArticle(tokens: readonly SpeechToken[], at: number, { words }: NameSense): boolean {
  const before = tokens[at - 1];
  return before?.kind === 'word' && words.determiners.has(before.word);
}

const LONGEST_NAME = 80;
/** Of an organisation; or a word in the possessive, which belongs to what follows. */
const ACRONYM = /^(?:\p{Lu}[\p{Lu}\p{N}.&-]*|.*['’]s)$/u;

/** One word with a capital in the middle of a sentence is a name, at its beginning only if the text shows it elsewhere. */
function standsAlone(tokens: readonly SpeechToken[], at: number, sense: NameSense): boolean {
  if (sense.words.ranks.has(tokens[at]?.word ?? '')) return false;
  const before = tokens[at - 1]?.kind;
  const inside = before === undefined ? sense.goesOn : before !== 'stop';
  return (inside && !sense.words.capitalNouns) || sense.isName(tokens[at]?.text ?? '');
}
