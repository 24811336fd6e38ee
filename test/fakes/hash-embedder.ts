import {
  TextTooLongError,
  type EmbedOptions,
  type Embedder,
  type EmbeddingRole,
} from '../../src/embedding/embedder.ts';

/** One call of `embed`, as it was made. */
export interface RecordedCall {
  readonly texts: readonly string[];
  readonly role: EmbeddingRole;
  readonly priority: 'interactive' | 'bulk';
}

/**
 * An embedder without a model: each distinct lower-cased word points in its own made-up direction, a text is the
 * normalised sum of its words. Texts that share words are near, so tests of ranking mean something. Deterministic.
 * `countTokens` is words + 2.
 */
export class HashEmbedder implements Embedder {
  readonly modelName = 'hash (fake)';
  readonly fingerprint: string;
  readonly dimensions: number;
  readonly maxTokens: number;
  /** Every call of `embed` in order, rejected ones included. */
  readonly calls: RecordedCall[] = [];
  /** Set by `close`; `embed` then rejects. */
  closed = false;

  constructor({
    dimensions = 384,
    maxTokens = 256,
    fingerprint = 'hash',
  }: {
    readonly dimensions?: number;
    readonly maxTokens?: number;
    readonly fingerprint?: string;
  } = {}) {
    this.dimensions = dimensions;
    this.maxTokens = maxTokens;
    this.fingerprint = fingerprint;
  }

  countTokens(text: string): number {
    return wordsOf(text).length + SPECIAL_TOKENS;
  }

  async embed(texts: readonly string[], options: EmbedOptions): Promise<Float32Array[]> {
    const { role, priority = 'bulk', signal } = options;
    this.calls.push({ texts: [...texts], role, priority });
    await Promise.resolve();
    signal?.throwIfAborted();
    if (this.closed) throw new Error('The embedder is closed.');
    for (const text of texts) {
      const tokens = this.countTokens(text);
      if (tokens > this.maxTokens) throw new TextTooLongError(tokens, this.maxTokens);
    }
    return texts.map((text) => this.#vectorOf(text));
  }

  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }

  #vectorOf(text: string): Float32Array {
    const vector = new Float32Array(this.dimensions);
    const words = new Set(wordsOf(text));
    // A text without words still gets a direction, as it does from a real model.
    if (words.size === 0) words.add('');
    for (const word of words) addDirection(vector, word);
    const norm = Math.hypot(...vector);
    return vector.map((value) => value / norm);
  }
}

const SPECIAL_TOKENS = 2;

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Adds the word's own direction: pseudo-random values in -1..1 from a generator seeded with the word's hash. */
function addDirection(vector: Float32Array, word: string): void {
  let state = hashOf(word);
  for (let i = 0; i < vector.length; i++) {
    // xorshift32 (Marsaglia 2003)
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    vector[i] = (vector[i] ?? 0) + state / 2 ** 31;
  }
}

/** FNV-1a over UTF-16 units, never 0 (xorshift stays at 0 for ever). */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) {
    hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  }
  return hash === 0 ? 1 : hash;
}
