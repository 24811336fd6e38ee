import {
  TextTooLongError,
  type EmbedOptions,
  type Embedder,
  type EmbeddingRole,
} from './embedder.ts';
import type { ModelPreset } from './presets.ts';
import type { Tokenise } from './tokenizer.ts';
import type { WorkerPool } from './worker-pool.ts';

export interface TransformersEmbedderParts {
  readonly modelName: string;
  readonly fingerprint: string;
  readonly dimensions: number;
  readonly preset: ModelPreset;
  readonly tokenise: Tokenise;
  /** Closed with the embedder. */
  readonly pool: WorkerPool;
}

/** A transformers.js model behind the port: tokens are made here, vectors in the pool's worker threads. */
export class TransformersEmbedder implements Embedder {
  readonly modelName: string;
  readonly fingerprint: string;
  readonly dimensions: number;
  readonly maxTokens: number;
  readonly #preset: ModelPreset;
  readonly #tokenise: Tokenise;
  readonly #pool: WorkerPool;

  constructor(parts: TransformersEmbedderParts) {
    this.modelName = parts.modelName;
    this.fingerprint = parts.fingerprint;
    this.dimensions = parts.dimensions;
    this.maxTokens = parts.preset.maxTokens;
    this.#preset = parts.preset;
    this.#tokenise = parts.tokenise;
    this.#pool = parts.pool;
  }

  countTokens(text: string, role: EmbeddingRole): number {
    return this.#tokens(text, role).length;
  }

  async embed(texts: readonly string[], options: EmbedOptions): Promise<Float32Array[]> {
    const { role, priority = 'bulk', signal } = options;
    return this.#pool.run({
      texts,
      tokensOf: (text) => this.#fittingTokens(text, role),
      priority,
      signal,
    });
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }

  #fittingTokens(text: string, role: EmbeddingRole): Int32Array<ArrayBuffer> {
    const tokens = this.#tokens(text, role);
    if (tokens.length > this.maxTokens) throw new TextTooLongError(tokens.length, this.maxTokens);
    return tokens;
  }

  #tokens(text: string, role: EmbeddingRole): Int32Array<ArrayBuffer> {
    const { queryPrefix, passagePrefix } = this.#preset;
    return this.#tokenise((role === 'query' ? queryPrefix : passagePrefix) + text);
  }
}
