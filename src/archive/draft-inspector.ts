import { UserError } from '../errors.ts';
import { SHARED_SCOPE, type ArticleDraft } from './article.ts';
import type { ArticleChanges, DerivedDraft } from './article-changes.ts';
import { checkDraft } from './draft.ts';
import { cutDraft, deriveDraft } from './draft-preparer.ts';
import { createBreather, type Breather } from '../event-loop.ts';
import type { IndexPorts } from './index-writer.ts';
import type { ArticleSummary, NearDuplicate } from './library.ts';
import { findNearDuplicates } from './near-duplicate-search.ts';
import type { DraftInspection, DraftStanding, FieldChange } from './scope-work.ts';
import { countWordChanges } from './word-difference.ts';

/** Says what adding a draft would do. See `ScopeWork.inspect`. */
export class DraftInspector {
  readonly #ports: IndexPorts;
  readonly #changes: ArticleChanges;
  /** One for all: many short inspections in a row would otherwise never pause. */
  readonly #breather: Breather;

  constructor(ports: IndexPorts, changes: ArticleChanges) {
    this.#ports = ports;
    this.#changes = changes;
    this.#breather = createBreather(ports.clock);
  }

  async inspect(
    draft: ArticleDraft,
    scope: string,
    signal?: AbortSignal,
  ): Promise<DraftInspection> {
    const breather = this.#breather;
    await breather.breathe();
    const check = checkDraft(draft);
    if (!check.ok) throw new UserError(`Not an article: ${check.problems.join('; ')}`);
    const derived = await deriveDraft(draft, breather);
    signal?.throwIfAborted();
    const standing = this.standing(draft, derived.contentHash, scope);
    const facts = {
      ...standing,
      contentHash: derived.contentHash,
      words: derived.words,
      characters: derived.canonical.length,
    };
    const { status, existing } = standing;
    if (status === 'same') {
      const passages = existing?.passages ?? 0;
      return { ...facts, growth: 0, passages, changes: [], nearDuplicates: [] };
    }
    const before = existing === null ? '' : this.#textOf(existing);
    return {
      ...facts,
      growth: Buffer.byteLength(derived.canonical) - Buffer.byteLength(before),
      passages: await this.#countPassages(derived, breather),
      changes: existing === null ? [] : await compare(existing, before, derived, breather),
      nearDuplicates: await this.#alike(derived, scope, existing, breather),
    };
  }

  standing(draft: ArticleDraft, contentHash: string, scope: string): DraftStanding {
    const same =
      this.#changes.unchanged(scope, contentHash) ??
      this.#changes.unchanged(SHARED_SCOPE, contentHash);
    if (same !== null) return { status: 'same', existing: same };
    // A removed article with this very content comes back as it was.
    if (this.#changes.isRemoved(scope, contentHash)) return { status: 'new', existing: null };
    const existing = this.#changes.headOf(draft, scope);
    return { status: existing === null ? 'new' : 'changed', existing };
  }

  async #countPassages(derived: DerivedDraft, breather: Breather): Promise<number> {
    const { embedder } = this.#ports;
    const passages = await cutDraft(derived, { embedder, breather, onFound: () => undefined });
    return passages.length;
  }

  #alike(
    derived: DerivedDraft,
    scope: string,
    existing: ArticleSummary | null,
    breather: Breather,
  ): Promise<NearDuplicate[]> {
    const { database, generation } = this.#ports;
    const isOther = ({ id }: ArticleSummary): boolean => id !== existing?.id;
    return findNearDuplicates(database, generation, derived.sketch, scope, isOther, breather);
  }

  /** Empty when the stored text is damaged. */
  #textOf({ key }: ArticleSummary): string {
    const { database, generation } = this.#ports;
    return database.articles.articles(generation, [key])[0]?.text?.canonical ?? '';
  }
}

async function compare(
  existing: ArticleSummary,
  before: string,
  { draft, canonical }: DerivedDraft,
  breather: Breather,
): Promise<FieldChange[]> {
  const changes: FieldChange[] = FIELDS.filter((field) => existing[field] !== draft[field]).map(
    (field) => ({ field, before: existing[field], after: draft[field] }),
  );
  if (before === canonical) return changes;
  const words = await countWordChanges(before, canonical, breather);
  return [...changes, { field: 'text', before: null, after: null, words }];
}

const FIELDS = ['headline', 'publishedAt', 'section', 'byline', 'source', 'url'] as const;
