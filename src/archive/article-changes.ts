import { MS_PER_DAY, type Clock } from '../clock.ts';
import { UserError } from '../errors.ts';
import { dayOf } from '../search/partition.ts';
import type { CanonicalText } from './canonical.ts';
import type { ArchiveDatabase } from './database/database.ts';
import type { NewPassage } from './database/passage-store.ts';
import type { ArticleSummary, DraftToAdd, StoredOutcome } from './library.ts';
import type { TextSketch } from './near-duplicates.ts';
import { randomId } from './random-id.ts';

/** A draft with everything that is derived from it. */
export interface DerivedDraft extends CanonicalText {
  readonly draft: DraftToAdd;
  readonly contentHash: string;
  readonly words: number;
  readonly sketch: TextSketch;
}

export type Stored = Omit<StoredOutcome, 'nearDuplicates'>;

/**
 * What each change does to the rows: pure database work, called inside a transaction. Whatever enters or leaves the
 * indexes gets or loses its passages and its place here, and a journal entry that says so.
 */
export class ArticleChanges {
  readonly #database: ArchiveDatabase;
  readonly #generation: number;
  readonly #clock: Clock;
  readonly #newId: () => string;

  constructor(
    database: ArchiveDatabase,
    generation: number,
    clock: Clock,
    newId: () => string = randomId,
  ) {
    this.#database = database;
    this.#generation = generation;
    this.#clock = clock;
    this.#newId = newId;
  }

  /** The article that already has this content in the scope, unless it is removed. */
  unchanged(scope: string, contentHash: string): ArticleSummary | null {
    const head = this.#database.articles.headByContent(this.#generation, scope, contentHash);
    return head?.state === 'current' ? head : null;
  }

  /** Is the content in the scope, but removed, so that `store` brings it back? */
  isRemoved(scope: string, contentHash: string): boolean {
    const head = this.#database.articles.headByContent(this.#generation, scope, contentHash);
    return head?.state === 'removed';
  }

  /** @param passages of the draft; needed unless `unchanged` finds it. */
  store(
    derived: DerivedDraft,
    passages: readonly NewPassage[],
    { scope, by }: { readonly scope: string; readonly by: string },
  ): Stored {
    const { draft, contentHash } = derived;
    const same = this.#database.articles.headByContent(this.#generation, scope, contentHash);
    if (same !== null) {
      if (same.state === 'current') return outcomeOf('unchanged', same, same.passages);
      this.#enter(same, passages);
      return outcomeOf('added', same, passages.length);
    }
    const before = this.headOf(draft, scope);
    if (before !== null) this.#leave(before, 'superseded');
    const { id, revision } = before
      ? this.#nextRevision(before, draft)
      : this.#firstRevision(draft);
    const { archived } = draft;
    const article = {
      ...draft,
      ...derived,
      id,
      revision,
      scope,
      day: indexDay(draft.publishedAt),
      ingestedAt: archived?.ingestedAt ?? this.#clock.now().toISOString(),
      ingestedBy: archived?.ingestedBy ?? by,
    };
    const key = this.#database.articles.insert(article);
    this.#database.bands.add(key, derived.sketch.bands);
    this.place({ key, scope, day: article.day }, passages);
    const status = before === null ? 'added' : 'revised';
    return outcomeOf(status, { ...article, key }, passages.length);
  }

  /** Gives a current article that has none its passages and its place. */
  place(
    { key, scope, day }: Pick<ArticleSummary, 'key' | 'scope' | 'day'>,
    passages: readonly NewPassage[],
  ): void {
    const { placements, journal } = this.#database;
    this.#database.passages.insert(this.#generation, key, passages);
    const article = { key, scope };
    const partition = placements.place(this.#generation, article, monthOf(day), passages.length);
    journal.add(this.#generation, { articleKey: key, partition });
  }

  /** The head to be removed, or undone. @throws {UserError} when it is not there. */
  current(id: string, scope: string): ArticleSummary {
    const head = this.#database.articles.headById(this.#generation, scope, id);
    if (head?.state === 'current') return head;
    throw new UserError(
      head === null
        ? `There is no article ${id} here. "list" shows those that are.`
        : `The article ${id} is removed already.`,
    );
  }

  /** The head to be restored. @throws {UserError} when it is not there. */
  removed(id: string, scope: string): ArticleSummary {
    const head = this.#database.articles.headById(this.#generation, scope, id);
    if (head?.state === 'removed') return head;
    throw new UserError(
      head === null ? `There is no article ${id} here.` : `The article ${id} is not removed.`,
    );
  }

  /** What was in force before this revision, if anything was. */
  previous(head: ArticleSummary): ArticleSummary | null {
    const revisions = this.#database.articles.revisions(this.#generation, head.id);
    const earlier = revisions.find(
      ({ state, revision }) => state === 'superseded' && revision < head.revision,
    );
    return earlier ?? null;
  }

  remove(head: ArticleSummary, by: string): void {
    this.#leave(head, 'removed');
    this.#database.articles.setRemoval(head.key, { at: this.#clock.now().toISOString(), by });
  }

  restore(head: ArticleSummary, passages: readonly NewPassage[]): void {
    this.#enter(head, passages);
  }

  /** @param passages of the previous revision; not needed when that one was removed before it was superseded. */
  undo(
    head: ArticleSummary,
    previous: ArticleSummary,
    passages: readonly NewPassage[],
    by: string,
  ): void {
    this.#leave(head, 'undone');
    this.#database.articles.setRemoval(head.key, { at: this.#clock.now().toISOString(), by });
    if (previous.removedAt === null) this.#enter(previous, passages);
    else this.#database.articles.setState(previous.key, 'removed');
  }

  #enter(article: ArticleSummary, passages: readonly NewPassage[]): void {
    this.#database.articles.setState(article.key, 'current');
    this.#database.articles.setRemoval(article.key, null);
    this.place(article, passages);
  }

  #leave(article: ArticleSummary, state: 'superseded' | 'removed' | 'undone'): void {
    const { articles, passages, placements, journal } = this.#database;
    articles.setState(article.key, state);
    passages.delete(this.#generation, article.key);
    const partition = placements.unplace(this.#generation, article.key);
    if (partition !== null) journal.add(this.#generation, { articleKey: article.key, partition });
  }

  /** The article, current or removed, that this draft is a later revision of. */
  headOf({ archived, externalId, source, url }: DraftToAdd, scope: string): ArticleSummary | null {
    const { articles } = this.#database;
    const byId = archived && articles.headById(this.#generation, scope, archived.id);
    if (byId) return byId;
    if (externalId !== null) {
      const head = articles.headByExternalId(this.#generation, scope, externalId, source);
      if (head !== null) return head;
    }
    if (url === null) return null;
    // One source's two records with different ids are two articles, even under one address.
    const heads = articles.headsByUrl(this.#generation, scope, url);
    const isOther = (head: ArticleSummary): boolean =>
      externalId !== null && head.externalId !== null && head.source === source;
    return heads.find((head) => !isOther(head)) ?? null;
  }

  #nextRevision(before: ArticleSummary, { archived }: DraftToAdd): RevisionName {
    const [latest = before] = this.#database.articles.revisions(this.#generation, before.id);
    return { id: before.id, revision: Math.max(latest.revision + 1, archived?.revision ?? 0) };
  }

  #firstRevision({ archived }: DraftToAdd): RevisionName {
    if (archived !== undefined && this.#isFree(archived.id)) return archived;
    for (;;) {
      const id = this.#newId();
      if (this.#isFree(id)) return { id, revision: archived?.revision ?? 1 };
    }
  }

  #isFree(id: string): boolean {
    return this.#database.articles.revisions(this.#generation, id).length === 0;
  }
}

interface RevisionName {
  readonly id: string;
  readonly revision: number;
}

function outcomeOf(
  status: Stored['status'],
  { id, key, revision, headline }: Pick<ArticleSummary, 'id' | 'key' | 'revision' | 'headline'>,
  passages: number,
): Stored {
  return { status, id, key, revision, headline, passages };
}

/** Days since 1970-01-01 UTC. A year that is not of four digits cannot be filtered by and counts as undated. */
function indexDay(publishedAt: string | null): number | null {
  const day = dayOf(publishedAt);
  return day !== null && day >= FIRST_DAY && day <= LAST_DAY ? day : null;
}

const FIRST_DAY = Date.UTC(1000, 0, 1) / MS_PER_DAY;
const LAST_DAY = Date.UTC(9999, 11, 31) / MS_PER_DAY;

/** `2024-02`, or `undated`. */
function monthOf(day: number | null): string {
  return day === null ? 'undated' : new Date(day * MS_PER_DAY).toISOString().slice(0, 7);
}
