import type { PartitionId } from '../search/partition.ts';
import type { ArticleChanges } from './article-changes.ts';
import { createBreather, nextTurn } from '../event-loop.ts';
import { dropOtherGenerations } from './generations.ts';
import type { IndexPorts, IndexWriter } from './index-writer.ts';
import {
  IndexWriteError,
  type ArticleSummary,
  type ReconcileOptions,
  type ReconcileReport,
  type RepairedPartition,
} from './library.ts';
import { TURN_ARTICLES, processInLots } from './lots.ts';
import { cutPassages, embedPassages, type EmbeddedPassages } from './passage-embedding.ts';

type IndexName = RepairedPartition['index'];

interface IndexState {
  readonly partition: PartitionId;
  readonly passages: number;
  readonly damage: string | null;
}

interface Repair extends RepairedPartition {
  readonly partition: PartitionId;
  /** Articles to be written again. */
  readonly articles: number;
}

/** Makes the indexes agree with the database. See `Library.reconcile`. */
export class Reconciler {
  readonly #ports: IndexPorts;
  readonly #changes: ArticleChanges;
  readonly #writer: IndexWriter;

  constructor(ports: IndexPorts, changes: ArticleChanges, writer: IndexWriter) {
    this.#ports = ports;
    this.#changes = changes;
    this.#writer = writer;
  }

  async reconcile(options: ReconcileOptions): Promise<ReconcileReport> {
    const { database, generation } = this.#ports;
    await dropOtherGenerations(database, [generation]);
    const damaged = {
      vectors: damagedOf(await this.#states('vectors')),
      lexical: damagedOf(await this.#states('lexical')),
    };
    const replayed = await this.#writer.finish(new Map(), damaged);
    const repairs = [...(await this.#repairs('vectors')), ...(await this.#repairs('lexical'))];
    const unplaced = database.placements.unplacedKeys(generation);
    const articles = repairs.reduce((sum, repair) => sum + repair.articles, unplaced.length);
    const step = counter(articles, options);
    for (const repair of repairs) {
      options.signal?.throwIfAborted();
      await this.#repair(repair, step);
    }
    const indexed = await this.#index(unplaced, step, options.signal);
    return {
      replayed,
      indexed,
      repaired: repairs.map(({ index, partition, reason }) => ({ index, partition, reason })),
    };
  }

  /** Indexes the current articles that have no place in this generation yet. @returns how many. */
  indexNew(options: ReconcileOptions): Promise<number> {
    const keys = this.#ports.database.placements.unplacedKeys(this.#ports.generation);
    return this.#index(keys, counter(keys.length, options), options.signal);
  }

  async #states(index: IndexName): Promise<readonly IndexState[]> {
    const { vectors, lexical } = this.#ports;
    return index === 'vectors' ? vectors.status() : lexical.status();
  }

  async #repairs(index: IndexName): Promise<Repair[]> {
    const { database, generation } = this.#ports;
    const held = new Map((await this.#states(index)).map((state) => [state.partition, state]));
    const repairs: Repair[] = [];
    for (const { partition, articles, passages } of database.placements.partitions(generation)) {
      const state = held.get(partition);
      held.delete(partition);
      const reason = faultOf(state, passages);
      if (reason !== null) repairs.push({ index, partition, articles, reason });
    }
    for (const { partition, damage } of held.values()) {
      const reason = damage === null ? 'unknown to the database' : `damaged: ${damage}`;
      repairs.push({ index, partition, articles: 0, reason });
    }
    return repairs;
  }

  /** A partition is written as a whole, in one go: its file is then complete or missing. */
  async #repair({ index, partition, reason }: Repair, step: () => void): Promise<void> {
    const { database, generation, vectors, lexical, log } = this.#ports;
    log.warn({ index, partition, reason }, 'rebuilding an index partition');
    const keys = database.placements.articleKeysIn(generation, partition);
    const articles = await this.#writer.load(keys);
    const put = index === 'vectors' ? await this.#writer.embed(articles, undefined, step) : [];
    try {
      if (index === 'vectors') {
        await vectors.dropPartition(partition);
        await vectors.apply({ put, remove: [] });
      } else {
        await lexical.dropPartition(partition);
        await lexical.apply({ put: articles, remove: [] });
        articles.forEach(step);
      }
    } catch (error) {
      throw new IndexWriteError(error);
    }
  }

  async #index(
    keys: readonly number[],
    step: () => void,
    signal: AbortSignal | undefined,
  ): Promise<number> {
    let indexed = 0;
    await processInLots<number, Prepared>(keys, {
      length: () => TYPICAL_LENGTH,
      prepare: (chunk) => this.#prepare(chunk, signal, step),
      passages: ({ embedded }) => embedded.passages.length,
      write: async (lot) => {
        await this.#place(lot);
        indexed += lot.length;
      },
    });
    return indexed;
  }

  async #prepare(
    keys: readonly number[],
    signal: AbortSignal | undefined,
    step: () => void,
  ): Promise<Prepared[]> {
    const { database, generation, embedder, clock, log } = this.#ports;
    const breather = createBreather(clock);
    const prepared: Promise<Prepared>[] = [];
    for (const { summary, text } of database.articles.articles(generation, keys)) {
      signal?.throwIfAborted();
      if (text === null) {
        log.error({ id: summary.id, key: summary.key }, 'stored text is damaged; not indexed');
        continue;
      }
      const article = { ...summary, ...text };
      const passages = await cutPassages(article, embedder, breather);
      const embedding = embedPassages(article, passages, embedder, signal ? { signal } : {});
      const one = embedding.then((vectors) => {
        step();
        return { summary, embedded: { passages, vectors } };
      });
      // `Promise.all` below reports the first failure.
      one.catch(() => undefined);
      prepared.push(one);
    }
    return Promise.all(prepared);
  }

  async #place(lot: readonly Prepared[]): Promise<void> {
    const { database } = this.#ports;
    for (let at = 0; at < lot.length; at += TURN_ARTICLES) {
      if (at > 0) await nextTurn();
      database.transaction(() => {
        for (const { summary, embedded } of lot.slice(at, at + TURN_ARTICLES)) {
          this.#changes.place(summary, embedded.passages);
        }
      });
    }
    await this.#writer.finish(
      new Map(lot.map(({ summary, embedded }) => [summary.key, embedded.vectors])),
    );
  }
}

interface Prepared {
  readonly summary: ArticleSummary;
  readonly embedded: EmbeddedPassages;
}

function counter(total: number, { onProgress }: ReconcileOptions): () => void {
  let done = 0;
  return () => onProgress?.(++done, total);
}

/** Characters; the real length is known only once the text is read, chunk by chunk. */
const TYPICAL_LENGTH = 5_000;

function damagedOf(states: readonly IndexState[]): Set<PartitionId> {
  return new Set(states.filter(({ damage }) => damage !== null).map(({ partition }) => partition));
}

function faultOf(state: IndexState | undefined, expected: number): string | null {
  if (state === undefined) return expected === 0 ? null : 'missing';
  if (state.damage !== null) return `damaged: ${state.damage}`;
  return state.passages === expected ? null : `${state.passages} passages, expected ${expected}`;
}
