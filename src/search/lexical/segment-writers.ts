import {
  ARTICLES_START,
  BYTES_START,
  HASH,
  PASSAGES_START,
  TERM_FIELDS,
  type Postings,
  type SegmentColumns,
} from './segment.ts';
import type { TermKey } from './term-key.ts';

/** Postings that know where each term's begin. */
export interface PostingsByTerm extends Postings {
  /** Index of the first posting of a term; the next term's is where they end. */
  start(term: number): number;
}

/** Collects the dictionary of a segment in order of its terms. */
export class DictionaryWriter {
  readonly #dictionary: Uint32Array;
  readonly #bytes: Uint8Array;
  #at = 0;

  /** Room for `terms` terms of `bytes` bytes in all. */
  constructor(terms: number, bytes: number) {
    this.#dictionary = new Uint32Array((terms + 1) * TERM_FIELDS);
    this.#bytes = new Uint8Array(bytes);
  }

  /** Adds a term whose postings reach up to `passagesEnd` and `articlesEnd`. */
  add({ hash, bytes }: TermKey, passagesEnd: number, articlesEnd: number): void {
    const dictionary = this.#dictionary;
    const start = dictionary[this.#at + BYTES_START] ?? 0;
    this.#bytes.set(bytes, start);
    dictionary[this.#at + HASH] = hash;
    this.#at += TERM_FIELDS;
    dictionary[this.#at + BYTES_START] = start + bytes.length;
    dictionary[this.#at + PASSAGES_START] = passagesEnd;
    dictionary[this.#at + ARTICLES_START] = articlesEnd;
  }

  columns(): Pick<SegmentColumns, 'dictionary' | 'termBytes'> {
    return {
      dictionary: this.#dictionary.subarray(0, this.#at + TERM_FIELDS),
      termBytes: this.#bytes.subarray(0, this.#dictionary[this.#at + BYTES_START]),
    };
  }
}

/** Collects postings. */
export class PostingsWriter {
  readonly #documents: Uint32Array;
  readonly #counts: Uint32Array;
  #length = 0;

  /** Room for `postings` postings. */
  constructor(postings: number) {
    this.#documents = new Uint32Array(postings);
    this.#counts = new Uint32Array(postings);
  }

  get length(): number {
    return this.#length;
  }

  /** Copies one term's postings, none where `term` is -1. `rows` gives the documents' new ordinals, -1 for those left out. */
  copy(source: PostingsByTerm, term: number, rows: Int32Array): void {
    if (term < 0) return;
    const { documents, counts } = source;
    const end = source.start(term + 1);
    let length = this.#length;
    for (let at = source.start(term); at < end; at++) {
      const row = rows[documents[at] ?? 0] ?? -1;
      if (row < 0) continue;
      this.#documents[length] = row;
      this.#counts[length] = counts[at] ?? 0;
      length++;
    }
    this.#length = length;
  }

  postings(): Postings {
    return {
      documents: this.#documents.subarray(0, this.#length),
      counts: this.#counts.subarray(0, this.#length),
    };
  }
}
