import type { Pooling } from './presets.ts';
import type { Priority } from './text-queue.ts';
import type { ModelDtype } from './weights/minilm.ts';

/** What a worker is started with. */
export interface EmbeddingWorkerData {
  /** Absolute path of a folder laid out as transformers.js expects a local model; a relative one it takes for a hub id. */
  readonly folder: string;
  readonly dtype: ModelDtype;
  readonly pooling: Pooling;
}

/**
 * To the worker: one text, or that it shall finish the text in work and end. It is never terminated from outside: ONNX
 * Runtime's binding aborts the whole process when its thread is stopped during a run.
 */
export type EmbedRequest = TextRequest | { readonly kind: 'close' };

export interface TextRequest {
  readonly kind: 'text';
  readonly id: number;
  /** Token ids, special tokens included. */
  readonly tokens: Int32Array<ArrayBuffer>;
  readonly priority: Priority;
}

/** From the worker: it has loaded the model, or has done one text, or could not do it. */
export type EmbedReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'vector'; readonly id: number; readonly vector: Float32Array }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };
