import type { PartitionId, PassageFilter } from '../partition.ts';

/** What the lexical index needs of one article. Words are analysed inside (`analyse.ts`). */
export interface LexicalArticle {
  readonly articleKey: number;
  readonly partition: PartitionId;
  readonly day: number | null;
  readonly headline: string;
  readonly canonical: string;
  readonly passages: readonly {
    readonly passageId: number;
    readonly start: number;
    readonly end: number;
  }[];
}

export interface LexicalChange {
  readonly put: readonly LexicalArticle[];
  readonly remove: readonly { readonly articleKey: number; readonly partition: PartitionId }[];
}

export interface LexicalQuery {
  /** Distinct analysed terms of the question. */
  readonly terms: readonly string[];
  readonly filter: PassageFilter;
  /** How many passages and articles to rank. */
  readonly passages: number;
  readonly articles: number;
  /** Passages to score besides the best ones (the dense candidates). */
  readonly alsoScore?: readonly number[];
}

/** Okapi BM25 over passages (k1 1.2, b .75) and over whole articles (k1 1.2, b .5). */
export interface LexicalResult {
  /** Best first, equal scores by ascending passage id; then those of `alsoScore` that are not among them. */
  readonly passages: readonly LexicalHit[];
  /** How many of `passages` are the ranked best; the rest came by `alsoScore`. */
  readonly ranked: number;
  /** Best first, equal scores by ascending key. */
  readonly articles: readonly { readonly articleKey: number; readonly score: number }[];
}

export interface LexicalHit {
  readonly passageId: number;
  readonly articleKey: number;
  readonly score: number;
  /** BM25 of the passage's whole article, whether or not it is among the best articles. */
  readonly articleScore: number;
}

/** Statistics of the visible scopes as a whole; date and section filters do not change them. */
export interface LexicalStatistics {
  readonly passages: number;
  readonly articles: number;
  /** Passages that contain the term, per term asked for, in order. 0 for a word seen nowhere. */
  readonly passageFrequency: readonly number[];
  readonly articleFrequency: readonly number[];
}

export interface LexicalPartitionStatus {
  readonly partition: PartitionId;
  readonly passages: number;
  readonly articles: number;
  readonly damage: string | null;
}

export interface LexicalIndex {
  /** Durable when it resolves, like `VectorIndex.apply`. Replaces articles that are there, ignores removals of absent ones. */
  apply(change: LexicalChange): Promise<void>;
  /** Synchronous: well under a millisecond at 100,000 passages. */
  search(query: LexicalQuery): LexicalResult;
  statistics(terms: readonly string[], scopes: readonly string[]): LexicalStatistics;
  status(): LexicalPartitionStatus[];
  dropPartition(partition: PartitionId): Promise<void>;
  close(): Promise<void>;
}
