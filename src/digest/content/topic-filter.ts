import {
  dot,
  measureCosineScale,
  toReference,
  type CosineScale,
} from '../../answer/cosine-scale.ts';
import type { ArchiveDatabase } from '../../archive/database/database.ts';
import type { ArchiveReader, StoredPassage } from '../../archive/library.ts';
import { embedPassages } from '../../archive/passage-embedding.ts';
import { longestFit } from '../../archive/text-cut.ts';
import type { Embedder } from '../../embedding/embedder.ts';
import { nextTurn } from '../../event-loop.ts';
import type { VectorIndex } from '../../search/vectors/vector-index.ts';
import { RecentlyUsed } from './recently-used.ts';

/**
 * Cosine of a topic and the nearest passage of an article, on the bundled model's scale, from which on the article belongs
 * to the topic. Of 326 news articles and 24 topics that lets through 67% of those that belong, and 1.5% of the others:
 * 65% of what is shown is right. .25 gives 75%, 3.7% and 45%, .35 53%, .5% and 79%. Of 48 reference texts with five
 * passages each it lets through all that belong and .7% of the others. Scores of a topic taken relative to its mean over
 * the archive part the two no better.
 */
export const TOPIC_COSINE = 0.3;

/** 1.5 KB each. */
const TOPICS_HELD = 2_000;
/** Articles whose vectors were made here, about 15 KB each. */
const EMBEDDED_HELD = 200;
/** Articles asked about at once: about 500 passages. */
const CHUNK = 50;

export interface TopicPorts {
  readonly database: Pick<ArchiveDatabase, 'passages'>;
  readonly library: Pick<ArchiveReader, 'articlesByKeys'>;
  readonly embedder: Embedder;
  readonly vectors: VectorIndex;
  /** Of the index in force. */
  readonly generation: number;
}

/** Finds which articles belong to a topic. */
export class TopicFilter {
  readonly #ports: TopicPorts;
  readonly #topics = new RecentlyUsed<string, Float32Array>(TOPICS_HELD);
  readonly #embedded = new RecentlyUsed<number, readonly Float32Array[]>(EMBEDDED_HELD);
  #scale: Promise<CosineScale> | null = null;

  constructor(ports: TopicPorts) {
    this.#ports = ports;
  }

  /** Those of the articles that belong to the topic. */
  async near(topic: string, keys: readonly number[], signal?: AbortSignal): Promise<Set<number>> {
    const near = new Set<number>();
    if (keys.length === 0) return near;
    const scale = await this.#measuredScale();
    const vector = await this.#vectorOf(topic, signal);
    for (let at = 0; at < keys.length; at += CHUNK) {
      signal?.throwIfAborted();
      await nextTurn();
      for (const [key, cosine] of await this.#best(vector, keys.slice(at, at + CHUNK), signal)) {
        if (toReference(cosine, scale) >= TOPIC_COSINE) near.add(key);
      }
    }
    return near;
  }

  /** The cosine of each article's nearest passage. */
  async #best(
    topic: Float32Array,
    keys: readonly number[],
    signal?: AbortSignal,
  ): Promise<Map<number, number>> {
    const { database, generation, vectors } = this.#ports;
    const stored = database.passages.byArticles(generation, keys);
    const passages = [...stored.values()].flat();
    const cosines = await vectors.cosines(
      topic,
      passages.map(({ id }) => id),
    );
    const best = new Map<number, number>();
    const unindexed = new Set<number>();
    for (const [at, { articleKey }] of passages.entries()) {
      const cosine = cosines[at] ?? NaN;
      if (Number.isNaN(cosine)) unindexed.add(articleKey);
      else best.set(articleKey, Math.max(best.get(articleKey) ?? -1, cosine));
    }
    for (const key of unindexed) {
      const made = await this.#vectorsOf(key, stored.get(key) ?? [], signal);
      best.set(key, Math.max(-1, ...made.map((vector) => dot(topic, vector))));
    }
    return best;
  }

  /** An article is in the database a moment before it is in the index; it must not be missed then. */
  async #vectorsOf(
    key: number,
    passages: readonly StoredPassage[],
    signal?: AbortSignal,
  ): Promise<readonly Float32Array[]> {
    const known = this.#embedded.get(key);
    if (known !== undefined) return known;
    const [article] = this.#ports.library.articlesByKeys([key]);
    if (article === undefined) return [];
    const vectors = await embedPassages(article, passages, this.#ports.embedder, {
      ...(signal ? { signal } : {}),
    });
    this.#embedded.set(key, vectors);
    return vectors;
  }

  async #vectorOf(topic: string, signal?: AbortSignal): Promise<Float32Array> {
    const known = this.#topics.get(topic);
    if (known !== undefined) return known;
    const { embedder } = this.#ports;
    // It fitted when it was chosen; since then the model may have been exchanged.
    const fits = (end: number): boolean =>
      embedder.countTokens(topic.slice(0, end), 'query') <= embedder.maxTokens;
    const text = topic.slice(0, longestFit(topic, fits));
    const [vector] = await embedder.embed([text], {
      role: 'query',
      // One short text, which would wait for a whole import otherwise.
      priority: 'interactive',
      ...(signal ? { signal } : {}),
    });
    if (vector === undefined) throw new Error('The embedder returned no vector.');
    this.#topics.set(topic, vector);
    return vector;
  }

  #measuredScale(): Promise<CosineScale> {
    this.#scale ??= measureCosineScale(this.#ports.embedder).catch((error: unknown) => {
      this.#scale = null;
      throw error;
    });
    return this.#scale;
  }
}
