import type { Postings } from './postings.ts';
import type { CountArray } from './segment.ts';

/** Sums scores per document of one segment; used again for the next one. */
export class Accumulator {
  #scores = new Float64Array(0);
  #touched = new Uint32Array(0);
  #touchedCount = 0;

  /** Makes ready for a segment of `documents` documents, all at 0. */
  begin(documents: number): void {
    // Only what was touched has to be cleared: a rare word costs nothing in a large segment.
    for (let at = 0; at < this.#touchedCount; at++) this.#scores[this.#touched[at] ?? 0] = 0;
    this.#touchedCount = 0;
    if (this.#scores.length >= documents) return;
    this.#scores = new Float64Array(documents);
    this.#touched = new Uint32Array(documents);
  }

  /** Adds a term's share to the score of each document in its list, the entries from `start` to `end`. */
  add(
    postings: Postings,
    start: number,
    end: number,
    lengths: CountArray,
    { weight, floor, slope }: TermWeight,
  ): void {
    const { entries, countBits } = postings;
    const mask = 2 ** countBits - 1;
    const scores = this.#scores;
    const touched = this.#touched;
    let touchedCount = this.#touchedCount;
    for (let at = start; at < end; at++) {
      const entry = entries[at] ?? 0;
      const document = entry >>> countBits;
      const count = entry & mask;
      const before = scores[document] ?? 0;
      if (before === 0) touched[touchedCount++] = document;
      scores[document] =
        before + (weight * count) / (count + floor + slope * (lengths[document] ?? 0));
    }
    this.#touchedCount = touchedCount;
  }

  /** How many documents hold any of the terms. */
  get touchedCount(): number {
    return this.#touchedCount;
  }

  /** The ordinal of the `at`-th of them. */
  touched(at: number): number {
    return this.#touched[at] ?? 0;
  }

  score(document: number): number {
    return this.#scores[document] ?? 0;
  }
}

/**
 * BM25 of one term in one document is `weight * count / (count + floor + slope * length)`:
 * the formula's constants gathered, so that a posting costs one division.
 */
export interface TermWeight {
  /** idf · (k1 + 1) */
  readonly weight: number;
  /** k1 · (1 - b) */
  readonly floor: number;
  /** k1 · b / average length */
  readonly slope: number;
}
