import type { TermWeight } from './accumulator.ts';
import { inverseDocumentFrequency, K1, LENGTH_SHARE } from './bm25.ts';
import { ARTICLES_START, PASSAGES_START, TERM_FIELDS, type Segment } from './segment.ts';
import { termKey } from './term-key.ts';

/** What some terms and all visible segments have to do with each other. */
export interface Collection {
  readonly passages: LevelStatistics;
  readonly articles: LevelStatistics;
  /** Ordinal of term `t` in segment `s` at `s * terms + t`, -1 where the segment lacks it. */
  readonly ordinals: Int32Array;
}

export interface LevelStatistics {
  readonly documents: number;
  readonly totalLength: number;
  /** Documents that hold each term. */
  readonly frequencies: readonly number[];
}

/** Looks every term up in every segment and adds up what BM25 needs to know of the whole. */
export function surveyCollection(
  segments: readonly Segment[],
  terms: readonly string[],
): Collection {
  const keys = terms.map(termKey);
  const ordinals = new Int32Array(segments.length * keys.length);
  const passageFrequencies = new Array<number>(keys.length).fill(0);
  const articleFrequencies = new Array<number>(keys.length).fill(0);
  let cell = 0;
  for (const segment of segments) {
    const { dictionary } = segment.columns;
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at];
      const ordinal = key === undefined ? -1 : segment.find(key);
      ordinals[cell++] = ordinal;
      if (ordinal < 0) continue;
      passageFrequencies[at] =
        (passageFrequencies[at] ?? 0) + listLength(dictionary, ordinal, PASSAGES_START);
      articleFrequencies[at] =
        (articleFrequencies[at] ?? 0) + listLength(dictionary, ordinal, ARTICLES_START);
    }
  }
  return {
    passages: {
      documents: total(segments, ({ passages }) => passages),
      totalLength: total(segments, ({ totalPassageLength }) => totalPassageLength),
      frequencies: passageFrequencies,
    },
    articles: {
      documents: total(segments, ({ articles }) => articles),
      totalLength: total(segments, ({ totalArticleLength }) => totalArticleLength),
      frequencies: articleFrequencies,
    },
    ordinals,
  };
}

/** What each term weighs, in the order of the terms. */
export function termWeights(
  { documents, totalLength, frequencies }: LevelStatistics,
  level: keyof typeof LENGTH_SHARE,
): TermWeight[] {
  const share = LENGTH_SHARE[level];
  return frequencies.map((frequency) => ({
    weight: inverseDocumentFrequency(documents, frequency) * (K1 + 1),
    floor: K1 * (1 - share),
    // Where nothing has any length there are no postings either, and the slope is never used.
    slope: (K1 * share * documents) / totalLength,
  }));
}

function listLength(dictionary: Uint32Array, term: number, field: number): number {
  const at = term * TERM_FIELDS + field;
  return (dictionary[at + TERM_FIELDS] ?? 0) - (dictionary[at] ?? 0);
}

function total(segments: readonly Segment[], value: (segment: Segment) => number): number {
  return segments.reduce((sum, segment) => sum + value(segment), 0);
}
