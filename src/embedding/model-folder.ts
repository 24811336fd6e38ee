import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import type { ModelDtype } from './weights/minilm.ts';

/** What a model folder says of itself. */
export interface ModelFacts {
  /** Length of a token's vector in the last layer. */
  readonly dimensions: number;
  /** The longest text the model was built for, in tokens. */
  readonly maxTokens: number;
}

/** Where transformers.js looks for the weights of a dtype, inside the model's folder. */
export function weightsFile(dtype: ModelDtype): string {
  return dtype === 'int8' ? join('onnx', 'model_quantized.onnx') : join('onnx', 'model.onnx');
}

/** The files of `folder` that an embedder needs and that are not there. */
export function missingFiles(folder: string, dtype: ModelDtype): string[] {
  const names = ['config.json', 'tokenizer.json', 'tokenizer_config.json', weightsFile(dtype)];
  return names.filter((name) => !existsSync(join(folder, name)));
}

/** @throws {UserError} when config.json is no description of a text model. */
export async function readModelFacts(folder: string): Promise<ModelFacts> {
  const path = join(folder, 'config.json');
  const config = configSchema.safeParse(parseJson(await readFile(path, 'utf8')));
  if (!config.success) {
    throw new UserError(
      `${path} does not describe a text model (no hidden_size). Choose another EMBEDDING_MODEL.`,
    );
  }
  const { hidden_size, dim, max_position_embeddings } = config.data;
  return { dimensions: hidden_size ?? dim ?? 0, maxTokens: max_position_embeddings ?? 512 };
}

const size = z.int().positive().optional();

const configSchema = z
  .object({ hidden_size: size, dim: size, max_position_embeddings: size })
  // DistilBERT calls it `dim`.
  .refine(({ hidden_size, dim }) => hidden_size !== undefined || dim !== undefined);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
