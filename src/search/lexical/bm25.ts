/** Saturation of repeated words, for passages and articles. */
export const K1 = 1.2;

/** How far a text's length counts, 0 (not at all) to 1. Whole articles differ in length for better reasons than passages. */
export const LENGTH_SHARE = { passage: 0.75, article: 0.5 } as const;

/**
 * How much a term tells that `frequency` of `documents` hold: ln(1 + (N - n + 0.5) / (n + 0.5)), Lucene's form of the
 * Robertson-Spärck Jones weight. Never negative; a word seen nowhere (0) weighs most.
 */
export function inverseDocumentFrequency(documents: number, frequency: number): number {
  return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}
