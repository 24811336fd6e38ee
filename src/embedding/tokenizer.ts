import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { z } from 'zod';
import { UserError } from '../errors.ts';

/** Turns a text into the model's tokens, special tokens included. */
export type Tokenise = (text: string) => Int32Array<ArrayBuffer>;

/**
 * The tokenizer of a model folder, from the files (`tokenizer.json`, `tokenizer_config.json`) and by the code that
 * transformers.js uses, but without its cutting and padding.
 *
 * @throws {UserError} when the files are no tokenizer that this code knows.
 */
export async function loadTokenizer(folder: string): Promise<Tokenise> {
  try {
    const tokenizer = await readJson(join(folder, 'tokenizer.json'));
    const config = await readJson(join(folder, 'tokenizer_config.json'));
    const model = new TypedTokenizer(tokenizer, config);
    return (text) => Int32Array.from(model.encode(text).ids);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `The tokenizer in ${folder} cannot be used: ${reason}. Choose another EMBEDDING_MODEL.`,
      { cause: error },
    );
  }
}

async function readJson(path: string): Promise<object> {
  return z.looseObject({}).parse(JSON.parse(await readFile(path, 'utf8')));
}

// The package's type files do not resolve in ESM (their imports lack extensions); this is the part of them we use.
const TypedTokenizer = Tokenizer as unknown as new (
  tokenizer: object,
  config: object,
) => { encode(text: string): { readonly ids: readonly number[] } };
