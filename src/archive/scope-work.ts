import type { ArticleDraft } from './article.ts';
import type { ArticleSummary, NearDuplicate } from './library.ts';

/** What the library does for those who have a scope of their own beside the shared one. */
export interface ScopeWork {
  /**
   * What adding the draft to the scope would do, without adding it. Lets other work run in between.
   * @throws {UserError} when the draft cannot be added, and the signal's reason when it aborts.
   */
  inspect(draft: ArticleDraft, scope: string, signal?: AbortSignal): Promise<DraftInspection>;

  /** The part of `inspect` that changes when the archive does; quick. @param contentHash of the draft. */
  standing(draft: ArticleDraft, contentHash: string, scope: string): DraftStanding;

  /** Current articles whose headline contains the words, those that begin with the text first; see `HeadlineStore`. */
  findHeadlines(text: string, scopes: readonly string[], limit: number): ArticleSummary[];

  /** Current articles of the scope, and the UTF-8 bytes of their texts. */
  scopeSize(scope: string): ScopeSize;

  /**
   * Removes those of the articles that are current in just that revision, as one change; see `Library.remove`.
   * @param onRemoved called inside the transaction that removes the article, like `AddOptions.onStored`.
   */
  removeRevisions(
    revisions: readonly RevisionRef[],
    removal: { readonly scope: string; readonly by: string },
    onRemoved: (revision: RevisionRef) => void,
  ): Promise<void>;

  /**
   * Deletes everything of a scope for good, all revisions included: what is there when it is called, not what comes later.
   * Killed half-way, the next `reconcile` finishes it.
   * @throws {IndexWriteError} when an index cannot be written; calling it again goes on.
   */
  eraseScope(scope: string): Promise<void>;
}

export interface RevisionRef {
  readonly id: string;
  readonly revision: number;
}

export interface DraftStanding {
  /** `same`: the scope, or the shared one, has it already. `changed`: a later version of an article of the scope. */
  readonly status: 'new' | 'same' | 'changed';
  /** The article it is the same as, or a version of; null for a new one. */
  readonly existing: ArticleSummary | null;
}

export interface DraftInspection extends DraftStanding {
  readonly contentHash: string;
  readonly words: number;
  /** UTF-16 units of the canonical text. */
  readonly characters: number;
  /** UTF-8 bytes by which the texts of the scope grow; negative for a shorter version. */
  readonly growth: number;
  readonly passages: number;
  /** In the order headline, date, section, byline, source, url, text; empty unless `changed`. */
  readonly changes: readonly FieldChange[];
  /** Most alike first; empty when it is the same. */
  readonly nearDuplicates: readonly NearDuplicate[];
}

export interface FieldChange {
  readonly field: 'headline' | 'publishedAt' | 'section' | 'byline' | 'source' | 'url' | 'text';
  /** Null where it was or will be absent, and for the text. */
  readonly before: string | null;
  readonly after: string | null;
  /** Of the text: words that are added and that are taken away. */
  readonly words?: WordCounts;
}

export interface WordCounts {
  readonly added: number;
  readonly removed: number;
}

export interface ScopeSize {
  readonly articles: number;
  readonly bytes: number;
}
