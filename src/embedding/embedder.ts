/** A question and a passage are embedded differently by models that were trained with prefixes. */
export type EmbeddingRole = 'query' | 'passage';

export interface EmbedOptions {
  readonly role: EmbeddingRole;
  /** `interactive` work (somebody waits for an answer) is always taken before `bulk` work. Default `bulk`. */
  readonly priority?: 'interactive' | 'bulk';
  readonly signal?: AbortSignal;
}

/** Where vectors come from. Its limits are data: callers split by them instead of knowing the model. */
export interface Embedder {
  /** For people: `all-MiniLM-L6-v2 (int8)`. */
  readonly modelName: string;
  /** Changes whenever the vectors would: model, weights checksum, dtype, pooling, prefixes. Stamped in the manifest. */
  readonly fingerprint: string;
  /** Length of every vector. */
  readonly dimensions: number;
  /** Tokens of one text, special tokens included. A longer text is refused, never cut. */
  readonly maxTokens: number;
  /** Tokens of `text` as embedded in `role` (prefix and special tokens included), by the model's own tokenizer. */
  countTokens(text: string, role: EmbeddingRole): number;
  /**
   * One L2-normalised `Float32Array[dimensions]` per text, in order. Any number of texts.
   * @throws {TextTooLongError} when a text has more than `maxTokens` tokens.
   */
  embed(texts: readonly string[], options: EmbedOptions): Promise<Float32Array[]>;
  close(): Promise<void>;
}

/** A text exceeds the model's window. Embedding it would silently drop its end, so nothing is embedded. */
export class TextTooLongError extends Error {
  override name = 'TextTooLongError';
  readonly tokens: number;
  readonly maxTokens: number;

  constructor(tokens: number, maxTokens: number) {
    super(`The text has ${tokens} tokens, the model takes at most ${maxTokens}.`);
    this.tokens = tokens;
    this.maxTokens = maxTokens;
  }
}
