import type { Article, ArticleDraft } from '../../src/archive/article.ts';
import { canonicalText, contentHash } from '../../src/archive/canonical.ts';
import type {
  AddOptions,
  AddOutcome,
  ArchivedDraft,
  ArchiveReader,
  ArticleList,
  ArticleState,
  ArticleSummary,
  DraftToAdd,
  Library,
  ListOptions,
} from '../../src/archive/library.ts';
import { dayOf } from '../../src/search/partition.ts';
import { UserError } from '../../src/errors.ts';

interface Stored {
  readonly article: Article;
  readonly draft: ArticleDraft;
  state: ArticleState;
}

function notFaked(): never {
  throw new Error('the memory library does not do this');
}

/** An archive in memory, without indexes: every article is one passage. Enough for what brings articles in and lists them. */
export class MemoryLibrary implements Library {
  readonly stored: Stored[] = [];
  readonly settings = new Map<string, string>();
  /** Every batch of `add`, by headline. */
  readonly batches: string[][] = [];
  /** Awaited at the start of every `add`. */
  beforeAdd: () => Promise<void> = () => Promise.resolve();

  async add(drafts: readonly DraftToAdd[], options: AddOptions): Promise<AddOutcome[]> {
    await this.beforeAdd();
    this.batches.push(drafts.map(({ headline }) => headline));
    return drafts.map((draft, at) => {
      options.onPassages?.(at + 1, drafts.length);
      return this.#addOne(draft, options);
    });
  }

  #addOne({ archived, ...draft }: DraftToAdd, { scope, by }: AddOptions): AddOutcome {
    const { headline } = draft;
    if (headline === 'refused') return { status: 'failed', headline, reason: 'it is refused' };
    const hash = contentHash(draft);
    const known = this.#known(draft, hash);
    if (known?.article.contentHash === hash) {
      return { ...outcomeOf(known.article), status: 'unchanged' };
    }
    if (known) known.state = 'superseded';
    const key = this.stored.length;
    const facts = archived ?? {
      ...nextRevision(known?.article, key),
      ingestedAt: '2024-03-01T12:00:00Z',
      ingestedBy: by,
    };
    const text = canonicalText(draft.paragraphs);
    const article = { ...draft, ...text, ...facts, key, scope, contentHash: hash };
    this.stored.push({ article, draft, state: 'current' });
    return { ...outcomeOf(article), status: known ? 'revised' : 'added' };
  }

  /** The current article with that content or url. */
  #known({ url }: ArticleDraft, hash: string): Stored | undefined {
    return this.stored
      .filter(({ state }) => state === 'current')
      .find(({ article }) => article.contentHash === hash || (url !== null && article.url === url));
  }

  remove(id: string): Promise<ArticleSummary> {
    return this.#move(id, 'current', 'removed');
  }

  restore(id: string): Promise<ArticleSummary> {
    return this.#move(id, 'removed', 'current');
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- an async function rejects where it throws
  async #move(id: string, from: ArticleState, to: ArticleState): Promise<ArticleSummary> {
    const found = this.stored.find(({ article, state }) => article.id === id && state === from);
    if (!found) throw new UserError(`There is no ${from} article "${id}".`);
    found.state = to;
    return summaryOf(found);
  }

  getByKey(key: number): Article | null {
    return this.stored[key]?.article ?? null;
  }

  revisions(id: string): ArticleSummary[] {
    return this.stored
      .filter(({ article }) => article.id === id)
      .map(summaryOf)
      .reverse();
  }

  list({ state = 'current', section, offset = 0, limit }: ListOptions): ArticleList {
    const all = this.stored.filter(
      (stored) =>
        stored.state === state &&
        (section === undefined || stored.article.section?.toLowerCase() === section.toLowerCase()),
    );
    return { total: all.length, articles: all.slice(offset, offset + limit).map(summaryOf) };
  }

  stats(): ReturnType<ArchiveReader['stats']> {
    const articles = this.list({ scopes: [], limit: Infinity }).articles;
    return {
      articles: articles.length,
      passages: articles.length,
      words: articles.reduce((sum, { words }) => sum + words, 0),
      sections: [{ section: 'World', articles: articles.length }],
      oldest: '2024-02-10',
      newest: '2024-02-29',
    };
  }

  async *exportArticles(scopes: readonly string[]): AsyncGenerator<ArchivedDraft, void, undefined> {
    for (const { article, draft, state } of this.stored) {
      if (state !== 'current' || !scopes.includes(article.scope)) continue;
      const { id, revision, ingestedAt, ingestedBy } = article;
      yield await Promise.resolve({
        ...draft,
        archived: { id, revision, ingestedAt, ingestedBy },
      });
    }
  }

  setting(name: string): string | null {
    return this.settings.get(name) ?? null;
  }

  setSetting(name: string, value: string | null): void {
    if (value === null) this.settings.delete(name);
    else this.settings.set(name, value);
  }

  settle(): Promise<void> {
    return Promise.resolve();
  }

  readonly undo = notFaked;
  readonly reconcile = notFaked;
  readonly inspect = notFaked;
  readonly standing = notFaked;
  readonly findHeadlines = notFaked;
  readonly scopeSize = notFaked;
  readonly eraseScope = notFaked;
  readonly removeRevisions = notFaked;
  readonly get = notFaked;
  readonly articlesByKeys = notFaked;
  readonly passagesByIds = notFaked;
  readonly sections = notFaked;
  readonly articleKeysInSection = notFaked;
  readonly sampleArticleKeys = notFaked;
}

function nextRevision(known: Article | undefined, key: number) {
  return known
    ? { id: known.id, revision: known.revision + 1 }
    : { id: `id${String(key).padStart(10, '0')}`, revision: 1 };
}

function outcomeOf({ id, key, revision, headline }: Article) {
  const nearDuplicates =
    headline === 'alike' ? [{ id: 'otherarticle', headline: 'The other one', likeness: 0.87 }] : [];
  return { id, key, revision, headline, passages: 1, nearDuplicates };
}

function summaryOf({ article, state }: Stored): ArticleSummary {
  return {
    ...article,
    day: dayOf(article.publishedAt),
    state,
    words: article.canonical.split(/\s+/).length,
    passages: state === 'current' ? 1 : 0,
    removedAt: state === 'removed' ? '2024-03-02T00:00:00Z' : null,
    removedBy: state === 'removed' ? 'terminal' : null,
  };
}
