import type { Postings } from './postings.ts';
import type { TermKey } from './term-key.ts';

/** 16 bits wide where every value fits: what every question reads should lie in few cache lines. */
export type CountArray = Uint16Array | Uint32Array;

/** The columns of a segment. A passage and an article are known by their ordinal, their row in these. */
export interface SegmentColumns {
  /** Ascending. */
  readonly passageIds: Float64Array;
  /** Ordinal of the article each passage is from. */
  readonly passageArticles: Uint32Array;
  /** Terms in each passage, duplicates counted. */
  readonly passageLengths: CountArray;
  readonly articleKeys: Float64Array;
  /** Terms in each article, its headline's included. */
  readonly articleLengths: CountArray;
  /** Days since 1970-01-01, `UNDATED` where unknown. */
  readonly articleDays: Int32Array;
  /**
   * `Uint32Array[(terms + 1) * TERM_FIELDS]`: per term its hash, ascending, and where its bytes and its two lists of
   * postings begin; they end where the next term's begin, and a last entry ends the last term. Interleaved, because
   * a question's word costs little else than the cache lines it touches in every partition.
   */
  readonly dictionary: Uint32Array;
  /** UTF-8, one term after the other. */
  readonly termBytes: Uint8Array;
  readonly passagePostings: Postings;
  readonly articlePostings: Postings;
}

export const TERM_FIELDS = 4;
export const HASH = 0;
export const BYTES_START = 1;
export const PASSAGES_START = 2;
export const ARTICLES_START = 3;

export const UNDATED = -0x80000000;

/** Terms per slot of the directory below: the entries of a slot lie in one or two cache lines. */
const TERMS_PER_SLOT = 4;

/**
 * The inverted index of one partition, immutable. Its columns are views into the bytes of its file; what is made
 * besides when a segment comes into being is small: a directory of the term hashes, totals, the range of days.
 */
export class Segment {
  readonly columns: SegmentColumns;
  /** The file's content, which the columns point into. */
  readonly bytes: Uint8Array;
  readonly totalPassageLength: number;
  readonly totalArticleLength: number;
  readonly #directory: CountArray;
  readonly #directoryShift: number;

  constructor(columns: SegmentColumns, bytes: Uint8Array) {
    this.columns = columns;
    this.bytes = bytes;
    this.totalPassageLength = total(columns.passageLengths);
    this.totalArticleLength = total(columns.articleLengths);
    const bits = Math.max(1, Math.ceil(Math.log2(this.terms / TERMS_PER_SLOT + 1)));
    this.#directoryShift = 32 - bits;
    this.#directory = directoryOf(columns.dictionary, this.terms, bits);
  }

  get passages(): number {
    return this.columns.passageIds.length;
  }

  get articles(): number {
    return this.columns.articleKeys.length;
  }

  get terms(): number {
    return this.columns.dictionary.length / TERM_FIELDS - 1;
  }

  /** The ordinal of a term, -1 for one the segment does not hold. */
  find(key: TermKey): number {
    const { dictionary } = this.columns;
    const slot = key.hash >>> this.#directoryShift;
    const end = this.#directory[slot + 1] ?? 0;
    for (let term = this.#directory[slot] ?? 0; term < end; term++) {
      const hash = dictionary[term * TERM_FIELDS + HASH] ?? 0;
      if (hash > key.hash) return -1;
      if (hash === key.hash && this.#spells(term, key.bytes)) return term;
    }
    return -1;
  }

  key(term: number): TermKey {
    const { dictionary, termBytes } = this.columns;
    const at = term * TERM_FIELDS;
    const start = dictionary[at + BYTES_START];
    const end = dictionary[at + TERM_FIELDS + BYTES_START];
    return { hash: dictionary[at + HASH] ?? 0, bytes: termBytes.subarray(start, end) };
  }

  /** The ordinal of a passage, -1 for one the segment does not hold. */
  findPassage(passageId: number): number {
    const { passageIds } = this.columns;
    let low = 0;
    let high = passageIds.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((passageIds[middle] ?? 0) < passageId) low = middle + 1;
      else high = middle;
    }
    return passageIds[low] === passageId ? low : -1;
  }

  #spells(term: number, bytes: Uint8Array): boolean {
    const { dictionary, termBytes } = this.columns;
    const at = term * TERM_FIELDS + BYTES_START;
    const start = dictionary[at] ?? 0;
    if ((dictionary[at + TERM_FIELDS] ?? 0) - start !== bytes.length) return false;
    for (let byte = 0; byte < bytes.length; byte++) {
      if (termBytes[start + byte] !== bytes[byte]) return false;
    }
    return true;
  }
}

/** For each value of a hash's first `bits` bits, the first term whose hash begins with it or a higher one; and the end. */
function directoryOf(dictionary: Uint32Array, terms: number, bits: number): CountArray {
  const slots = 2 ** bits;
  const shift = 32 - bits;
  const directory = terms < 0x10000 ? new Uint16Array(slots + 1) : new Uint32Array(slots + 1);
  let slot = 0;
  for (let term = 0; term < terms; term++) {
    const first = (dictionary[term * TERM_FIELDS + HASH] ?? 0) >>> shift;
    while (slot <= first) directory[slot++] = term;
  }
  directory.fill(terms, slot);
  return directory;
}

function total(values: CountArray): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
