import {
  ARTICLES_START,
  BYTES_START,
  HASH,
  PASSAGES_START,
  TERM_FIELDS,
  type SegmentColumns,
} from './segment.ts';
import type { TermKey } from './term-key.ts';

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
