import { nextTurn } from '../../event-loop.ts';
import type { NewDocuments, NewPostings } from './new-documents.ts';
import { DictionaryWriter } from './dictionary-writer.ts';
import { packPostings, PostingsWriter, type Postings, type PostingsByTerm } from './postings.ts';
import {
  ARTICLES_START,
  PASSAGES_START,
  TERM_FIELDS,
  type Segment,
  type SegmentColumns,
} from './segment.ts';
import { compareKeys, termKey, type TermKey } from './term-key.ts';

/** The new ordinal of each old and each added document, -1 for those that go. */
export interface DocumentRows {
  readonly oldPassages: Int32Array;
  readonly newPassages: Int32Array;
  readonly oldArticles: Int32Array;
  readonly newArticles: Int32Array;
}

export type TermColumns = Pick<
  SegmentColumns,
  'dictionary' | 'termBytes' | 'passagePostings' | 'articlePostings'
>;

/**
 * Dictionary and postings of a segment and of new documents in one; terms that nothing holds any more are left out.
 * Pauses between the steps, each of which takes some 20 ms where two thousand passages are new.
 */
export async function mergeTerms(
  old: Segment,
  added: NewDocuments,
  rows: DocumentRows,
): Promise<TermColumns> {
  const keys = added.terms.map(termKey);
  await nextTurn();
  const fresh = keys
    .map((key, newTerm) => ({ key, newTerm }))
    .sort((a, b) => compareKeys(a.key, b.key));
  await nextTurn();
  const oldPassages = byTerm(old, old.columns.passagePostings, PASSAGES_START);
  const oldArticles = byTerm(old, old.columns.articlePostings, ARTICLES_START);
  const newPassages = groupByTerm(added.passagePostings, keys.length);
  const newArticles = groupByTerm(added.articlePostings, keys.length);
  const { termBytes } = old.columns;
  const mostBytes = keys.reduce((sum, { bytes }) => sum + bytes.length, termBytes.length);
  const dictionary = new DictionaryWriter(old.terms + keys.length, mostBytes);
  const passages = new PostingsWriter(oldPassages.entries.length + newPassages.entries.length);
  const articles = new PostingsWriter(oldArticles.entries.length + newArticles.entries.length);
  for (const { key, oldTerm, newTerm } of alignTerms(old, fresh)) {
    const before = passages.length + articles.length;
    passages.copy(oldPassages, oldTerm, rows.oldPassages);
    passages.copy(newPassages, newTerm, rows.newPassages);
    articles.copy(oldArticles, oldTerm, rows.oldArticles);
    articles.copy(newArticles, newTerm, rows.newArticles);
    if (passages.length + articles.length > before) {
      dictionary.add(key, passages.length, articles.length);
    }
  }
  return {
    ...dictionary.columns(),
    passagePostings: passages.postings(),
    articlePostings: articles.postings(),
  };
}

function byTerm({ columns }: Segment, postings: Postings, field: number): PostingsByTerm {
  const { dictionary } = columns;
  return { ...postings, start: (term) => dictionary[term * TERM_FIELDS + field] ?? 0 };
}

interface AlignedTerm {
  readonly key: TermKey;
  /** Its ordinals; -1 where it does not occur. */
  readonly oldTerm: number;
  readonly newTerm: number;
}

/** The terms of the segment and the new ones in one sequence, in the order of segments. */
function* alignTerms(
  old: Segment,
  fresh: readonly { readonly key: TermKey; readonly newTerm: number }[],
): Generator<AlignedTerm, void> {
  let oldTerm = 0;
  for (const { key, newTerm } of fresh) {
    let order = 1;
    while (oldTerm < old.terms && (order = compareKeys(old.key(oldTerm), key)) < 0) {
      yield { key: old.key(oldTerm), oldTerm, newTerm: -1 };
      oldTerm++;
    }
    yield { key, oldTerm: order === 0 ? oldTerm++ : -1, newTerm };
  }
  for (; oldTerm < old.terms; oldTerm++) yield { key: old.key(oldTerm), oldTerm, newTerm: -1 };
}

/** Counting sort of the postings by term. */
function groupByTerm({ terms, documents, counts }: NewPostings, termCount: number): PostingsByTerm {
  const starts = new Uint32Array(termCount + 1);
  for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let term = 0; term < termCount; term++) {
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  }
  const next = starts.slice();
  const groupedDocuments = new Uint32Array(terms.length);
  const groupedCounts = new Uint32Array(terms.length);
  terms.forEach((term, from) => {
    const to = next[term] ?? 0;
    next[term] = to + 1;
    groupedDocuments[to] = documents[from] ?? 0;
    groupedCounts[to] = counts[from] ?? 0;
  });
  const postings = packPostings(groupedDocuments, groupedCounts);
  return { ...postings, start: (term) => starts[term] ?? 0 };
}
