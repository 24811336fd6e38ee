import type { AddOptions, AddOutcome, DraftToAdd } from '../archive/library.ts';
import type { IngestedArticle, IngestFailure, NearDuplicateFound, Place } from './report.ts';

/** What ingesting needs of the archive. */
export interface AddingLibrary {
  add(drafts: readonly DraftToAdd[], options: AddOptions): Promise<readonly AddOutcome[]>;
}

/** A draft and where it came from. */
export interface PlacedDraft extends Place {
  readonly draft: DraftToAdd;
}

/** What was added so far. */
export interface Added {
  readonly articles: IngestedArticle[];
  readonly nearDuplicates: NearDuplicateFound[];
  readonly failed: IngestFailure[];
  added: number;
  revised: number;
  unchanged: number;
  passages: number;
}

/** Articles of a batch. More do not embed faster, and an interruption waits for no more than one batch. */
const BATCH_ARTICLES = 32;
/** Characters of a batch: about 300 passages, two seconds of embedding on two cores. */
const BATCH_CHARACTERS = 300_000;

/** Collects drafts into batches, and adds one batch while the next one fills. */
export class BatchAdder {
  readonly #library: AddingLibrary;
  readonly #scope: string;
  readonly #by: string;
  readonly #onPassages: () => void;
  readonly #result: Added = {
    articles: [],
    nearDuplicates: [],
    failed: [],
    added: 0,
    revised: 0,
    unchanged: 0,
    passages: 0,
  };
  #batch: PlacedDraft[] = [];
  #characters = 0;
  #adding: Promise<void> = Promise.resolve();
  #embedding = 0;

  /** @param onPassages called whenever `passages` has grown. */
  constructor(
    library: AddingLibrary,
    { scope, by }: { readonly scope: string; readonly by: string },
    onPassages: () => void,
  ) {
    this.#library = library;
    this.#scope = scope;
    this.#by = by;
    this.#onPassages = onPassages;
  }

  /** Waits where a whole batch is ready while the one before is still being added. */
  async add(placed: PlacedDraft): Promise<void> {
    this.#batch.push(placed);
    for (const { text } of placed.draft.paragraphs) this.#characters += text.length;
    if (this.#batch.length < BATCH_ARTICLES && this.#characters < BATCH_CHARACTERS) return;
    await this.#startBatch();
  }

  /** Waits for the batch that is being added; `addRest` says whether the unfinished one follows it. */
  async finish(addRest: boolean): Promise<Added> {
    if (addRest) await this.#startBatch();
    await this.#adding;
    return this.#result;
  }

  /** Passages embedded so far, those of the batch that is being added included. */
  get passages(): number {
    return this.#result.passages + this.#embedding;
  }

  async #startBatch(): Promise<void> {
    // A failure of the batch before is thrown here, and nothing more is handed over.
    await this.#adding;
    const batch = this.#batch;
    this.#batch = [];
    this.#characters = 0;
    if (batch.length === 0) return;
    this.#adding = this.#addBatch(batch);
    // It is awaited later; until then a rejection must not count as unhandled.
    this.#adding.catch(() => undefined);
  }

  async #addBatch(batch: readonly PlacedDraft[]): Promise<void> {
    const outcomes = await this.#library.add(
      batch.map(({ draft }) => draft),
      {
        scope: this.#scope,
        by: this.#by,
        onPassages: (done) => {
          this.#embedding = done;
          this.#onPassages();
        },
      },
    );
    this.#embedding = 0;
    for (const [at, outcome] of outcomes.entries()) {
      const placed = batch[at];
      if (placed) this.#record(placed, outcome);
    }
  }

  #record({ input, line }: Place, outcome: AddOutcome): void {
    const result = this.#result;
    if (outcome.status === 'failed') {
      result.failed.push({ input, line, reason: outcome.reason });
      return;
    }
    result[outcome.status]++;
    if (outcome.status === 'unchanged') return;
    const { id, headline, revision, passages, nearDuplicates, status } = outcome;
    result.articles.push({ input, line, status, id, headline, revision });
    result.passages += passages;
    for (const { likeness, ...like } of nearDuplicates) {
      result.nearDuplicates.push({ input, line, id, headline, like, likeness });
    }
  }
}
