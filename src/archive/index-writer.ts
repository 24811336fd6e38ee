import type { Clock } from '../clock.ts';
import type { Embedder } from '../embedding/embedder.ts';
import type { Log } from '../log.ts';
import type { LexicalArticle, LexicalIndex } from '../search/lexical/lexical-index.ts';
import type { PartitionId } from '../search/partition.ts';
import type { ArticleVectors, VectorIndex } from '../search/vectors/vector-index.ts';
import type { ArchiveDatabase } from './database/database.ts';
import type { JournalEntry } from './database/journal-store.ts';
import { createBreather } from '../event-loop.ts';
import { IndexWriteError, type StoredPassage } from './library.ts';
import { TURN_ARTICLES } from './lots.ts';
import { embedPassages } from './passage-embedding.ts';

export interface IndexPorts {
  readonly database: ArchiveDatabase;
  /** Of the passages in force; see `IndexManifest`. */
  readonly generation: number;
  readonly vectors: VectorIndex;
  readonly lexical: LexicalIndex;
  readonly embedder: Embedder;
  readonly clock: Clock;
  readonly log: Log;
}

/** Vectors at hand, by article key, in the order of the article's passages. */
export type KnownVectors = ReadonlyMap<number, readonly Float32Array[]>;

/** Partitions that an index cannot change because they are damaged, and that are rebuilt as wholes afterwards. */
export interface Unwritable {
  readonly vectors: ReadonlySet<PartitionId>;
  readonly lexical: ReadonlySet<PartitionId>;
}

/** An article as both indexes take it, but for its vectors. */
export interface IndexableArticle extends LexicalArticle {
  readonly passages: readonly StoredPassageRef[];
}

type StoredPassageRef = Pick<StoredPassage, 'start' | 'end'> & { readonly passageId: number };

/** Brings the changes that the journal names into both indexes. Doing it twice is doing it once. */
export class IndexWriter {
  readonly #ports: IndexPorts;

  constructor(ports: IndexPorts) {
    this.#ports = ports;
  }

  /**
   * Writes what the journal holds, then empties it.
   * @returns how many articles it named.
   * @throws {IndexWriteError} when an index refuses; the journal then stays as it is.
   */
  async finish(known: KnownVectors = new Map(), unwritable = NOTHING): Promise<number> {
    const { database, generation, vectors, lexical } = this.#ports;
    const entries = database.journal.entries(generation);
    if (entries.length === 0) return 0;
    const put = await this.load(entries.map(({ articleKey }) => articleKey));
    const places = new Set(put.map(placeOf));
    const remove = entries.filter((entry) => !places.has(placeOf(entry)));
    const puttable = put.filter(({ partition }) => !unwritable.vectors.has(partition));
    const changes = [
      vectors.apply({
        put: await this.embed(puttable, known),
        remove: remove.filter(({ partition }) => !unwritable.vectors.has(partition)),
      }),
      lexical.apply({
        put: put.filter(({ partition }) => !unwritable.lexical.has(partition)),
        remove: remove.filter(({ partition }) => !unwritable.lexical.has(partition)),
      }),
    ];
    for (const result of await Promise.allSettled(changes)) {
      if (result.status === 'rejected') throw new IndexWriteError(result.reason);
    }
    database.transaction(() => {
      database.journal.remove(generation, entries);
    });
    return new Set(entries.map(({ articleKey }) => articleKey)).size;
  }

  /** Those of the articles that are placed, by ascending key, with everything but their vectors. */
  async load(keys: readonly number[]): Promise<IndexableArticle[]> {
    const breather = createBreather(this.#ports.clock);
    const loaded: IndexableArticle[] = [];
    for (let at = 0; at < keys.length; at += TURN_ARTICLES) {
      loaded.push(...this.#loadChunk(keys.slice(at, at + TURN_ARTICLES)));
      await breather.breathe();
    }
    return loaded;
  }

  async embed(
    articles: readonly IndexableArticle[],
    known: KnownVectors = new Map(),
    onArticle?: () => void,
  ): Promise<ArticleVectors[]> {
    return Promise.all(
      articles.map(async (article) => {
        const { articleKey, partition, day, passages } = article;
        const vectors =
          known.get(articleKey) ?? (await embedPassages(article, passages, this.#ports.embedder));
        onArticle?.();
        return { articleKey, partition, day, passages: passages.map(withVector(vectors)) };
      }),
    );
  }

  #loadChunk(keys: readonly number[]): IndexableArticle[] {
    const { database, generation, log } = this.#ports;
    const placements = database.placements.ofArticles(generation, keys);
    const placed = placements.map(({ articleKey }) => articleKey);
    const passages = database.passages.byArticles(generation, placed);
    const places = new Map(placements.map((each) => [each.articleKey, each.partition]));
    return database.articles.articles(generation, placed).flatMap(({ summary, text }) => {
      const { key, id, headline, day } = summary;
      const partition = places.get(key);
      if (text === null || partition === undefined) {
        log.error({ id, key }, 'stored text is damaged; the article is left out of the index');
        return [];
      }
      const refs = (passages.get(key) ?? []).map(({ id: passageId, start, end }) => {
        return { passageId, start, end };
      });
      const { canonical } = text;
      return [{ articleKey: key, partition, day, headline, canonical, passages: refs }];
    });
  }
}

const NOTHING: Unwritable = { vectors: new Set(), lexical: new Set() };

function placeOf({ articleKey, partition }: JournalEntry): string {
  return `${articleKey} ${partition}`;
}

function withVector(vectors: readonly Float32Array[]) {
  return (passage: StoredPassageRef, at: number): ArticleVectors['passages'][number] => {
    const vector = vectors[at];
    if (vector === undefined) throw new Error('The embedder returned too few vectors.');
    return { ...passage, vector };
  };
}
