import type { CountArray } from './segment.ts';

/**
 * Lists of documents, one after the other, each entry a document's ordinal and, in the lowest `countBits` bits, how
 * often it holds the term (at least 1). A usual partition packs both into 16 bits, so that a list lies in few cache lines.
 */
export interface Postings {
  readonly entries: CountArray;
  /** 1 to 31 */
  readonly countBits: number;
}

/** Postings that know where each term's begin. */
export interface PostingsByTerm extends Postings {
  /** Index of the first entry of a term; the next term's is where they end. */
  start(term: number): number;
}

export const NO_POSTINGS: Postings = { entries: new Uint16Array(0), countBits: 1 };

/**
 * @throws {RangeError} when a document's ordinal and a count do not fit in 32 bits together: that would take a partition
 * of some million documents, or a word repeated some million times in a partition of the usual size.
 */
export function packPostings(documents: Uint32Array, counts: Uint32Array): Postings {
  const countBits = bitsFor(counts);
  const bits = countBits + bitsFor(documents);
  if (bits > 32) {
    throw new RangeError(`Postings of ${bits} bits; a partition this large holds 32 at most.`);
  }
  const entries =
    bits <= 16 ? new Uint16Array(documents.length) : new Uint32Array(documents.length);
  for (let at = 0; at < entries.length; at++) {
    entries[at] = ((documents[at] ?? 0) << countBits) | (counts[at] ?? 0);
  }
  return { entries, countBits };
}

/** Bits that hold every value, at least 1. */
function bitsFor(values: Uint32Array): number {
  let highest = 1;
  for (const value of values) if (value > highest) highest = value;
  return 32 - Math.clz32(highest);
}

/** Collects postings list by list. */
export class PostingsWriter {
  readonly #documents: Uint32Array;
  readonly #counts: Uint32Array;
  #length = 0;

  /** Room for `entries` entries. */
  constructor(entries: number) {
    this.#documents = new Uint32Array(entries);
    this.#counts = new Uint32Array(entries);
  }

  get length(): number {
    return this.#length;
  }

  /** Copies one term's entries, none where `term` is -1. `rows` gives the documents' new ordinals, -1 for those left out. */
  copy(source: PostingsByTerm, term: number, rows: Int32Array): void {
    if (term < 0) return;
    const { entries, countBits } = source;
    const mask = 2 ** countBits - 1;
    const end = source.start(term + 1);
    let length = this.#length;
    for (let at = source.start(term); at < end; at++) {
      const entry = entries[at] ?? 0;
      const row = rows[entry >>> countBits] ?? -1;
      if (row < 0) continue;
      this.#documents[length] = row;
      this.#counts[length] = entry & mask;
      length++;
    }
    this.#length = length;
  }

  postings(): Postings {
    return packPostings(
      this.#documents.subarray(0, this.#length),
      this.#counts.subarray(0, this.#length),
    );
  }
}
