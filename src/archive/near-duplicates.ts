/**
 * How alike two texts are: the share of word 5-grams they have in common (Jaccard). MinHash finds the candidates without
 * comparing with every article (Broder 1997): bands of 4 of 64 minima are stored, and two texts with likeness s share one
 * of the 16 bands with probability 1 - (1 - s^4)^16: .89 at .6, .9998 at .8, .02 at .2. Candidates are then compared.
 */
export interface TextSketch {
  /** See `shinglesOf`. */
  readonly shingles: Uint32Array;
  /** 16 integers below 2^36. */
  readonly bands: readonly number[];
}

/** Reported from this likeness on. */
export const NEAR_DUPLICATE_LIKENESS = 0.6;

/** Only so many words are looked at, which bounds the time for a whole book to some milliseconds. */
const MAX_WORDS = 20_000;
const WORDS_PER_SHINGLE = 5;
const BANDS = 16;
const ROWS_PER_BAND = 4;

/** @param words in the order of the text, as `wordsOf` gives them. */
export function sketchText(words: readonly string[]): TextSketch {
  const shingles = shinglesOf(words);
  const bands: number[] = [];
  for (let band = 0; band < BANDS; band++) {
    let hash = 0;
    for (let row = 0; row < ROWS_PER_BAND; row++) {
      hash = mix(hash ^ minimum(shingles, band * ROWS_PER_BAND + row));
    }
    bands.push(band * 2 ** 32 + hash);
  }
  return { shingles, bands };
}

/** Of two texts' shingles; 0 to 1. */
export function likeness(a: Uint32Array, b: Uint32Array): number {
  let common = 0;
  let at = 0;
  for (const shingle of a) {
    while (at < b.length && (b[at] ?? 0) < shingle) at++;
    if (b[at] === shingle) common++;
  }
  const union = a.length + b.length - common;
  return union === 0 ? 0 : common / union;
}

/** Letters and digits in runs, lower-cased. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Distinct hashes of the word 5-grams, ascending. A text of fewer words is one 5-gram, one without words none. */
export function shinglesOf(words: readonly string[]): Uint32Array {
  const hashes = words.slice(0, MAX_WORDS).map(hashWord);
  const count = Math.max(Math.min(hashes.length, 1), hashes.length - WORDS_PER_SHINGLE + 1);
  const shingles = new Uint32Array(count);
  for (let start = 0; start < count; start++) {
    let hash = 0;
    const end = Math.min(hashes.length, start + WORDS_PER_SHINGLE);
    for (let at = start; at < end; at++) hash = mix(hash ^ (hashes[at] ?? 0)) + at - start;
    shingles[start] = hash;
  }
  shingles.sort();
  return shingles.filter((shingle, at) => at === 0 || shingle !== shingles[at - 1]);
}

/** The smallest of the shingles under the permutation of this number. */
function minimum(shingles: Uint32Array, number: number): number {
  const seed = mix(2 * number + 1);
  // An odd factor permutes the 32-bit integers; its high bits, which decide, depend on all of the shingle's.
  const factor = mix(2 * number + 2) | 1;
  let smallest = 0x7fffffff;
  for (const shingle of shingles) {
    const hash = Math.imul(shingle ^ seed, factor);
    if (hash < smallest) smallest = hash;
  }
  return smallest;
}

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** The finisher of MurmurHash3: a permutation of the 32-bit integers that spreads every bit. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
