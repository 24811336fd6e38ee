import { Serial } from '../storage/serial.ts';
import { ArticleChanges } from './article-changes.ts';
import { ArticleIntake } from './article-intake.ts';
import type { ArticleDraft } from './article.ts';
import { DatabaseReader } from './database-reader.ts';
import { DraftInspector } from './draft-inspector.ts';
import { createBreather, nextTurn } from '../event-loop.ts';
import { IndexWriter, type IndexPorts } from './index-writer.ts';
import type {
  AddOptions,
  AddOutcome,
  ArticleSummary,
  DraftToAdd,
  Library,
  ReconcileOptions,
  ReconcileReport,
  UndoOutcome,
} from './library.ts';
import { TURN_ARTICLES } from './lots.ts';
import { cutPassages, embedPassages, type EmbeddedPassages } from './passage-embedding.ts';
import { Reconciler } from './reconcile.ts';
import { ScopeEraser } from './scope-eraser.ts';
import type { DraftInspection, DraftStanding, RevisionRef, ScopeSize } from './scope-work.ts';

export interface LibraryPorts extends IndexPorts {
  /** Makes public ids; tests make them predictable. Default: 12 random characters of base32. */
  readonly newId?: () => string;
}

/** The library over an open database and the two indexes of its generation, all of which the caller closes. */
export function createLibrary(ports: LibraryPorts): Library {
  return new StoredLibrary(ports);
}

class StoredLibrary extends DatabaseReader implements Library {
  readonly #ports: LibraryPorts;
  readonly #changes: ArticleChanges;
  readonly #writer: IndexWriter;
  readonly #intake: ArticleIntake;
  readonly #reconciler: Reconciler;
  readonly #inspector: DraftInspector;
  readonly #eraser: ScopeEraser;
  readonly #serial = new Serial();
  /** Work that is queued bit by bit. */
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(ports: LibraryPorts) {
    super(ports.database, ports.generation, ports.log);
    this.#ports = ports;
    this.#changes = new ArticleChanges(ports.database, ports.generation, ports.clock, ports.newId);
    this.#writer = new IndexWriter(ports);
    this.#intake = new ArticleIntake(ports, this.#changes, this.#writer, this.#serial);
    this.#reconciler = new Reconciler(ports, this.#changes, this.#writer);
    this.#inspector = new DraftInspector(ports, this.#changes);
    this.#eraser = new ScopeEraser(ports, this.#writer, this.#serial);
  }

  async add(drafts: readonly DraftToAdd[], options: AddOptions): Promise<AddOutcome[]> {
    return this.#tracked(this.#intake.add(drafts, options));
  }

  inspect(draft: ArticleDraft, scope: string, signal?: AbortSignal): Promise<DraftInspection> {
    return this.#inspector.inspect(draft, scope, signal);
  }

  standing(draft: ArticleDraft, contentHash: string, scope: string): DraftStanding {
    return this.#inspector.standing(draft, contentHash, scope);
  }

  scopeSize(scope: string): ScopeSize {
    return this.#ports.database.scopes.size(scope);
  }

  async eraseScope(scope: string): Promise<void> {
    await this.#tracked(this.#eraser.erase(scope));
  }

  remove(id: string, scope: string, by: string): Promise<ArticleSummary> {
    return this.#change(async () => {
      const head = this.#changes.current(id, scope);
      await this.#commit(head.key, NOTHING, () => {
        this.#changes.remove(head, by);
      });
      this.#ports.log.info({ id, scope, by }, 'article removed');
      return this.#summary(head.key);
    });
  }

  removeRevisions(
    revisions: readonly RevisionRef[],
    { scope, by }: Pick<AddOptions, 'scope' | 'by'>,
    onRemoved: (revision: RevisionRef) => void,
  ): Promise<void> {
    const { database, generation, log } = this.#ports;
    const remove = (wanted: RevisionRef): void => {
      const head = database.articles.headById(generation, scope, wanted.id);
      if (head?.state !== 'current' || head.revision !== wanted.revision) return;
      this.#changes.remove(head, by);
      onRemoved(wanted);
    };
    return this.#change(async () => {
      for (let at = 0; at < revisions.length; at += TURN_ARTICLES) {
        if (at > 0) await nextTurn();
        const chunk = revisions.slice(at, at + TURN_ARTICLES);
        database.transaction(() => {
          chunk.forEach(remove);
        });
      }
      await this.#writer.finish();
      log.info({ scope, by, articles: revisions.length }, 'articles removed');
    });
  }

  restore(id: string, scope: string, by: string): Promise<ArticleSummary> {
    return this.#change(async () => {
      const head = this.#changes.removed(id, scope);
      const embedded = await this.#embedStored(head.key);
      await this.#commit(head.key, embedded, () => {
        this.#changes.restore(head, embedded.passages);
      });
      this.#ports.log.info({ id, scope, by }, 'article restored');
      return this.#summary(head.key);
    });
  }

  undo(id: string, scope: string, by: string): Promise<UndoOutcome> {
    return this.#change(async () => {
      const head = this.#changes.current(id, scope);
      const previous = this.#changes.previous(head);
      const returning = previous?.removedAt === null ? previous : null;
      const embedded = returning ? await this.#embedStored(returning.key) : NOTHING;
      await this.#commit(returning?.key ?? head.key, embedded, () => {
        if (previous === null) this.#changes.remove(head, by);
        else this.#changes.undo(head, previous, embedded.passages, by);
      });
      this.#ports.log.info({ id, scope, by, revision: head.revision }, 'revision undone');
      return {
        undone: previous === null ? 'add' : 'revision',
        current: returning ? this.#summary(returning.key) : null,
      };
    });
  }

  async reconcile(options: ReconcileOptions = {}): Promise<ReconcileReport> {
    const report = await this.#serial.run(() => this.#reconciler.reconcile(options));
    await this.#eraser.finish();
    return report;
  }

  async settle(): Promise<void> {
    await Promise.allSettled(this.#underWay);
    await this.#serial.run(() => Promise.resolve());
  }

  /** Waited for by `settle`. */
  async #tracked<T>(work: Promise<T>): Promise<T> {
    this.#underWay.add(work);
    try {
      return await work;
    } finally {
      this.#underWay.delete(work);
    }
  }

  /** One change at a time, and none before an earlier one that could not reach the indexes has done so. */
  #change<T>(work: () => Promise<T>): Promise<T> {
    return this.#serial.run(async () => {
      await this.#writer.finish();
      return work();
    });
  }

  /** The rows in one transaction, then the indexes. `embedded` belongs to the article that comes into force, if one does. */
  async #commit(key: number, { vectors }: EmbeddedPassages, change: () => void): Promise<void> {
    this.#ports.database.transaction(change);
    await this.#writer.finish(new Map(vectors.length === 0 ? [] : [[key, vectors]]));
  }

  async #embedStored(key: number): Promise<EmbeddedPassages> {
    const { embedder, clock } = this.#ports;
    const article = this.getByKey(key);
    if (article === null) throw new Error(`The stored text of article ${key} is damaged.`);
    const passages = await cutPassages(article, embedder, createBreather(clock));
    const vectors = await embedPassages(article, passages, embedder, { priority: 'interactive' });
    return { passages, vectors };
  }

  #summary(key: number): ArticleSummary {
    const [summary] = this.#ports.database.articles.summaries(this.#ports.generation, [key]);
    if (summary === undefined) throw new Error(`There is no article ${key}.`);
    return summary;
  }
}

const NOTHING: EmbeddedPassages = { passages: [], vectors: [] };
