import type { Article, ArticleDraft } from './article.ts';
import type { ScopeWork } from './scope-work.ts';

/**
 * The archive: articles in the database, which is the truth, and their passages in the two indexes, as one. What a
 * promise of it has acknowledged is in all three; what a crash leaves half done, `reconcile` finishes.
 */
export interface Library extends ArchiveReader, ScopeWork {
  /**
   * Adds drafts, in order. The same content again is recognised (`unchanged`); another content under a known url or
   * external id becomes a new revision (`revised`) and the old one leaves the indexes in the same step.
   * One that cannot be added is `failed` and does not stop the others. One outcome per draft, in order.
   *
   * @throws {IndexWriteError} when an index cannot be written. Nothing is lost: the articles of that batch are in the
   * database and journalled; the next change or `reconcile` finishes them first.
   * @throws the signal's reason when it aborts; batches written so far stay, and adding them again is `unchanged`.
   */
  add(drafts: readonly DraftToAdd[], options: AddOptions): Promise<AddOutcome[]>;

  /**
   * Takes the article out of sight, until `restore`.
   * @throws {UserError} when the scope has no such current article.
   */
  remove(id: string, scope: string, by: string): Promise<ArticleSummary>;

  /**
   * Takes back `remove`, or the `undo` of an article's only revision.
   * @throws {UserError} when the scope has no such removed article.
   */
  restore(id: string, scope: string, by: string): Promise<ArticleSummary>;

  /**
   * Takes back the latest revision: the one before it is in force again, or, when there was none, the article is removed.
   * @throws {UserError} when the scope has no such current article.
   */
  undo(id: string, scope: string, by: string): Promise<UndoOutcome>;

  /**
   * Makes both indexes agree with the database: finishes what a crash or a failed write left in the journal, indexes what
   * has no passages yet, and rebuilds partitions that are damaged, missing, superfluous or of another size. To be called
   * once after opening, before the first question.
   */
  reconcile(options?: ReconcileOptions): Promise<ReconcileReport>;

  /** Resolves when the changes asked for so far have ended. Closes neither the database nor the indexes. */
  settle(): Promise<void>;
}

/** What can be read, always of the database. Synchronous, since SQLite is. Whoever asks names the scopes they may see. */
export interface ArchiveReader {
  /** The current revision; null for an unknown or removed one, or one of another scope. */
  get(id: string, scopes: readonly string[]): Article | null;
  /** Any revision, removed ones included; null when there is none. For keys that came from the indexes. */
  getByKey(key: number): Article | null;
  /** Those that exist, by ascending key; see `getByKey`. */
  articlesByKeys(keys: readonly number[]): Article[];
  /** Those that are in force now, by ascending id. */
  passagesByIds(ids: readonly number[]): StoredPassage[];
  /** All revisions, newest first, superseded and removed ones included; empty for an unknown id or another scope. */
  revisions(id: string, scopes: readonly string[]): ArticleSummary[];
  /** Newest day first, undated ones last; within a day the latest added first. */
  list(options: ListOptions): ArticleList;
  stats(scopes: readonly string[]): ArchiveStats;
  /** Sections of current articles, most articles first. Those that differ in case only count as one. */
  sections(scopes: readonly string[]): SectionCount[];
  /** Keys of the current articles of a section; case does not matter. Empty for an unknown one. */
  articleKeysInSection(section: string, scopes: readonly string[]): Set<number>;
  /** Up to `count` keys of current articles, spread evenly over the order in which they came. Ascending, repeatable. */
  sampleArticleKeys(count: number, scopes: readonly string[]): number[];
  /** Current articles, scope after scope, in the order in which they came, as drafts that `add` takes back with their ids. Lets other work run in between. */
  exportArticles(scopes: readonly string[]): AsyncGenerator<ArchivedDraft, void, undefined>;
  /** A small value kept with the archive, such as a calibration; null when it was never set. */
  setting(name: string): string | null;
  /** Null deletes it. */
  setSetting(name: string, value: string | null): void;
}

/** A draft, or one that comes from another archive and keeps what that one knew of it. */
export type DraftToAdd = ArticleDraft & { readonly archived?: ArchivedFacts };

export type ArchivedDraft = ArticleDraft & { readonly archived: ArchivedFacts };

export interface ArchivedFacts {
  /** Kept unless another scope has it already. An article of this scope with this id gets a new revision. */
  readonly id: string;
  readonly revision: number;
  /** ISO date-time. */
  readonly ingestedAt: string;
  readonly ingestedBy: string;
}

export interface AddOptions {
  /** `shared` or a guild's id: letters, digits, `_` and `-`. */
  readonly scope: string;
  /** `terminal`, `seeds`, or a Discord user id. */
  readonly by: string;
  /** `interactive` while somebody waits for it. Default `bulk`. */
  readonly priority?: 'interactive' | 'bulk';
  readonly signal?: AbortSignal;
  /** Passages embedded so far, and passages found so far; `total` grows as drafts are read, batch after batch. */
  readonly onPassages?: (done: number, total: number) => void;
  /**
   * Called inside the transaction that stores the draft, or finds it unchanged: what it writes into the same database is
   * kept or lost together with the article. Throwing would undo both.
   */
  readonly onStored?: (draft: DraftToAdd, outcome: Omit<StoredOutcome, 'nearDuplicates'>) => void;
}

export type AddOutcome = StoredOutcome | FailedOutcome;

export interface StoredOutcome {
  readonly status: 'added' | 'revised' | 'unchanged';
  readonly id: string;
  readonly key: number;
  readonly revision: number;
  readonly headline: string;
  readonly passages: number;
  /** Most alike first. Not looked for when the article is unchanged. */
  readonly nearDuplicates: readonly NearDuplicate[];
}

export interface FailedOutcome {
  readonly status: 'failed';
  readonly headline: string;
  /** A sentence for the person who ingests. */
  readonly reason: string;
}

/** Another current article of the same scope, or a shared one, with nearly the same text. */
export interface NearDuplicate {
  readonly id: string;
  readonly headline: string;
  /** Share of word 5-grams the two have in common (Jaccard), .6 to 1. */
  readonly likeness: number;
}

export interface UndoOutcome {
  readonly undone: 'add' | 'revision';
  /** The revision in force now, null when the article is removed. */
  readonly current: ArticleSummary | null;
}

/**
 * `current`: found and shown. `superseded`: there is a later revision. `undone`: a revision that was taken back.
 * `removed`: out of sight, can be restored. Of each id at most one revision is `current` or `removed`.
 */
export type ArticleState = 'current' | 'superseded' | 'undone' | 'removed';

/** An article without its text. */
export interface ArticleSummary extends Omit<Article, 'canonical' | 'paragraphs'> {
  readonly state: ArticleState;
  /** Days since 1970-01-01 UTC, null when undated. */
  readonly day: number | null;
  /** Words of the canonical text. */
  readonly words: number;
  /** Passages in the indexes: 0 unless current. */
  readonly passages: number;
  /** ISO date-time; null unless it is removed. */
  readonly removedAt: string | null;
  readonly removedBy: string | null;
}

/** A passage as it was indexed. */
export interface StoredPassage {
  readonly id: number;
  readonly articleKey: number;
  /** 0 for the article's first. */
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  /** `passageHash` of the slice, taken when the article was added. */
  readonly hash: string;
}

export interface ListOptions {
  readonly scopes: readonly string[];
  /** Default `current`. */
  readonly state?: ArticleState;
  /** Case does not matter. */
  readonly section?: string;
  /** Days since 1970-01-01 UTC, inclusive. Undated articles never pass a date filter. */
  readonly firstDay?: number;
  readonly lastDay?: number;
  /** Default 0. */
  readonly offset?: number;
  readonly limit: number;
}

export interface ArticleList {
  /** All that match, whatever offset and limit are. */
  readonly total: number;
  readonly articles: readonly ArticleSummary[];
}

/** Of current articles. */
export interface ArchiveStats {
  readonly articles: number;
  readonly passages: number;
  readonly words: number;
  readonly sections: readonly SectionCount[];
  /** ISO dates; null when no article has a date. */
  readonly oldest: string | null;
  readonly newest: string | null;
}

export interface SectionCount {
  /** As most articles spell it. */
  readonly section: string;
  readonly articles: number;
}

export interface ReconcileOptions {
  /** Articles indexed so far, of those to index. Not called when there is nothing to do. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface ReconcileReport {
  /** Articles whose change a crash or a failed write had left open. */
  readonly replayed: number;
  /** Current articles that had no passages yet. */
  readonly indexed: number;
  readonly repaired: readonly RepairedPartition[];
}

export interface RepairedPartition {
  readonly index: 'vectors' | 'lexical';
  readonly partition: string;
  /** What was wrong: `damaged: …`, `12 passages, expected 15`, `unknown to the database`. */
  readonly reason: string;
}

/** An index could not be written; the journal holds what is missing, and the next change finishes it first. */
export class IndexWriteError extends Error {
  override name = 'IndexWriteError';

  constructor(cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`The search index could not be written: ${reason}`, { cause });
  }
}
