import type { ArticleDraft } from '../../src/archive/article.ts';
import { Random } from '../bench/random.ts';

/** Articles that are published as a later version of another one: every fourth, of the one two before it. */
const VERSION_EVERY = 4;
const VERSION_OF = 2;
const MONTHS = 5;
const WORDS_PER_PARAGRAPH = 60;
/** Up to 420 words, which are up to four passages. */
const MAX_PARAGRAPHS = 7;

const ORDINARY =
  `bridge river market council winter harbour school train village garden window letter morning
evening teacher doctor farmer captain engine station library museum festival concert painter forest mountain island
lantern kitchen bakery orchard meadow valley tunnel signal journey weather summer autumn festival bicycle ladder
basket blanket candle mirror pocket ribbon saddle ticket`.split(/\s+/);
const SYLLABLES = 'bo da gi ku lo mi nu pa ro ti'.split(' ');

/** A word that occurs in article `at` and in no other: its number in made-up syllables. */
export function nameIn(at: number): string {
  const digits = Array.from(String(at).padStart(4, '0'), (digit) => SYLLABLES[Number(digit)] ?? '');
  return `z${digits.join('')}k`;
}

/** The other way round. */
export function numberOf(name: string): number {
  const digits = name.slice(1, -1).match(/../g) ?? [];
  return Number(digits.map((syllable) => SYLLABLES.indexOf(syllable)).join(''));
}

/** The number of the article's first version: its own, or that of the one it replaces. */
export function storyOf(at: number): number {
  return at % VERSION_EVERY === VERSION_EVERY - 1 ? at - VERSION_OF : at;
}

/** Article number `at`, always the same. Its name is in every paragraph; versions of a story share the address. */
export function madeUpArticle(at: number): ArticleDraft {
  const random = new Random(at);
  const name = nameIn(at);
  const paragraphs = Array.from({ length: 1 + random.below(MAX_PARAGRAPHS) }, () => {
    const words = Array.from({ length: WORDS_PER_PARAGRAPH }, () => random.pick(ORDINARY));
    const sentences = [words.slice(0, 20), words.slice(20, 40), words.slice(40)];
    return { kind: 'text' as const, text: sentences.map(sentence(name)).join(' ') };
  });
  return {
    headline: `News from ${name}`,
    publishedAt: `2024-0${1 + (at % MONTHS)}-10`,
    section: at % 2 === 0 ? 'World' : 'Local',
    byline: null,
    source: 'Gazette',
    url: `https://example.org/story/${storyOf(at)}`,
    externalId: null,
    language: 'en',
    photoCaption: null,
    paragraphs,
    notes: [],
  };
}

export function madeUpArticles(first: number, count: number): ArticleDraft[] {
  return Array.from({ length: count }, (_, at) => madeUpArticle(first + at));
}

function sentence(name: string) {
  return (words: readonly string[]): string => `In ${name} there is a ${words.join(' ')}.`;
}
