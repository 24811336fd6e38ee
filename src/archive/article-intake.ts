import type { Serial } from '../storage/serial.ts';
import type { ArticleChanges, Stored } from './article-changes.ts';
import {
  embedDraft,
  prepareDrafts,
  type Intake,
  type Preparation,
  type PreparedDraft,
} from './draft-preparer.ts';
import { createBreather, nextTurn } from '../event-loop.ts';
import type { IndexPorts, IndexWriter } from './index-writer.ts';
import type { AddOptions, AddOutcome, DraftToAdd, FailedOutcome } from './library.ts';
import { TURN_ARTICLES, processInLots } from './lots.ts';
import { findNearDuplicates } from './near-duplicate-search.ts';

/** An intake with what became of it; still without near-duplicates. */
interface Result {
  readonly intake: Intake;
  readonly stored: Stored | FailedOutcome;
}

/** The way of drafts into the archive: prepared side by side, stored and indexed lot by lot. */
export class ArticleIntake {
  readonly #ports: IndexPorts;
  readonly #changes: ArticleChanges;
  readonly #writer: IndexWriter;
  readonly #serial: Serial;

  /** @param serial the queue of every change of the archive. */
  constructor(ports: IndexPorts, changes: ArticleChanges, writer: IndexWriter, serial: Serial) {
    this.#ports = ports;
    this.#changes = changes;
    this.#writer = writer;
    this.#serial = serial;
  }

  /** See `Library.add`. */
  async add(drafts: readonly DraftToAdd[], options: AddOptions): Promise<AddOutcome[]> {
    if (!/^[\w-]+$/.test(options.scope)) throw new Error(`Not a scope: ${options.scope}`);
    const outcomes: AddOutcome[] = [];
    const preparation = this.#preparationOf(options);
    await processInLots<DraftToAdd, Intake>(drafts, {
      length: ({ paragraphs }) => paragraphs.reduce((sum, { text }) => sum + text.length, 0),
      prepare: (chunk) => prepareDrafts(chunk, preparation),
      passages: (intake) => (isPrepared(intake) ? (intake.embedded?.passages.length ?? 0) : 0),
      write: async (lot) => {
        outcomes.push(...(await this.#serial.run(() => this.#write(lot, preparation, options))));
      },
    });
    return outcomes;
  }

  /** Stores a lot and indexes it; near-duplicates are looked up while the indexes write. */
  async #write(
    lot: readonly Intake[],
    preparation: Preparation,
    options: AddOptions,
  ): Promise<AddOutcome[]> {
    await this.#writer.finish();
    const intakes = await this.#embedMissing(lot, preparation);
    const results: Result[] = [];
    for (let at = 0; at < intakes.length; at += TURN_ARTICLES) {
      if (at > 0) await nextTurn();
      const chunk = intakes.slice(at, at + TURN_ARTICLES);
      results.push(...this.#ports.database.transaction(() => this.#store(chunk, options)));
    }
    const outcomes = this.#withNearDuplicates(results, options.scope);
    // Should the indexes fail, nobody asks for the outcomes.
    outcomes.catch(() => undefined);
    await this.#writer.finish(vectorsOf(results));
    return outcomes;
  }

  #store(chunk: readonly Intake[], options: AddOptions): Result[] {
    return chunk.map((intake) => {
      if (!isPrepared(intake)) return { intake, stored: intake };
      const passages = intake.embedded?.passages ?? [];
      const stored = this.#changes.store(intake.derived, passages, options);
      options.onStored?.(intake.derived.draft, stored);
      return { intake, stored };
    });
  }

  /** An article the archive had when the draft was prepared may have been removed since. */
  #embedMissing(lot: readonly Intake[], preparation: Preparation): Promise<Intake[]> {
    return Promise.all(
      lot.map(async (intake) => {
        if (!isPrepared(intake) || intake.embedded !== null) return intake;
        if (preparation.isKnown(intake.derived.contentHash)) return intake;
        return { ...intake, embedded: await embedDraft(intake.derived, preparation) };
      }),
    );
  }

  async #withNearDuplicates(results: readonly Result[], scope: string): Promise<AddOutcome[]> {
    const { database, generation, clock } = this.#ports;
    const breather = createBreather(clock);
    const later = new Set(results.flatMap(({ stored }) => ('key' in stored ? [stored.key] : [])));
    const outcomes: AddOutcome[] = [];
    for (const { intake, stored } of results) {
      await breather.breathe();
      if (!isPrepared(intake) || stored.status === 'failed') {
        if (stored.status === 'failed') outcomes.push(stored);
        continue;
      }
      later.delete(stored.key);
      // Of two articles that came together, the second one is reported as the duplicate of the first.
      const nearDuplicates =
        stored.status === 'unchanged'
          ? []
          : await findNearDuplicates(
              database,
              generation,
              intake.derived.sketch,
              scope,
              (article) => article.id !== stored.id && !later.has(article.key),
              breather,
            );
      outcomes.push({ ...stored, nearDuplicates });
    }
    return outcomes;
  }

  #preparationOf({ scope, onPassages, priority = 'bulk', signal }: AddOptions): Preparation {
    const { embedder, clock, log } = this.#ports;
    let found = 0;
    let embedded = 0;
    return {
      embedder,
      log,
      breather: createBreather(clock),
      options: { priority, ...(signal ? { signal } : {}) },
      isKnown: (contentHash) => this.#changes.unchanged(scope, contentHash) !== null,
      onFound: (passages) => {
        found += passages;
        onPassages?.(embedded, found);
      },
      onEmbedded: (passages) => {
        embedded += passages;
        onPassages?.(embedded, found);
      },
    };
  }
}

function isPrepared(intake: Intake): intake is PreparedDraft {
  return 'derived' in intake;
}

function vectorsOf(results: readonly Result[]): Map<number, readonly Float32Array[]> {
  const vectors = new Map<number, readonly Float32Array[]>();
  for (const { intake, stored } of results) {
    if (!isPrepared(intake) || intake.embedded === null) continue;
    if (stored.status === 'added' || stored.status === 'revised') {
      vectors.set(stored.key, intake.embedded.vectors);
    }
  }
  return vectors;
}
