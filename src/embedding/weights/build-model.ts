import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '../../storage/atomic-file.ts';
import { weightsFile } from '../model-folder.ts';
import { buildBertGraph, bertConfigSchema, type ModelDtype } from './minilm.ts';
import { encodeModel } from './onnx.ts';
import { readSafetensors } from './safetensors.ts';
import type { WeightsSource } from './weights-package.ts';

/**
 * Builds the folder that transformers.js loads as a local model, and returns the SHA-256 of each file by its path in
 * the folder. About 1 s of computing: `build-worker.ts` calls it in its own thread.
 *
 * Every file is written whole and the same input always gives the same bytes, so two processes that build at once
 * replace each other's files by equal ones.
 */
export async function buildModel(
  source: WeightsSource,
  folder: string,
  dtype: ModelDtype,
): Promise<Record<string, string>> {
  const config = await readFile(source.configPath, 'utf8');
  const weights = readSafetensors(await readFile(source.weightsPath));
  const graph = buildBertGraph(weights, bertConfigSchema.parse(JSON.parse(config)), dtype);
  const files: Record<string, string | Uint8Array> = {
    'config.json': config,
    'tokenizer.json': wholeTextTokenizer(await readFile(source.tokenizerPath, 'utf8')),
    'tokenizer_config.json': JSON.stringify(TOKENIZER_CONFIG),
    [weightsFile(dtype)]: encodeModel(graph),
  };
  const checksums: Record<string, string> = {};
  for (const [name, content] of Object.entries(files)) {
    await writeFileAtomically(join(folder, name), content);
    checksums[name] = createHash('sha256').update(content).digest('hex');
  }
  return checksums;
}

/** The tokenizer file without its own cutting (128 tokens) and padding: a text is never cut silently. */
function wholeTextTokenizer(json: string): string {
  const tokenizer = z.looseObject({}).parse(JSON.parse(json));
  return JSON.stringify({ ...tokenizer, truncation: null, padding: null });
}

/** What transformers.js wants to know beside tokenizer.json; the weights package has no such file. */
const TOKENIZER_CONFIG = {
  tokenizer_class: 'BertTokenizer',
  do_lower_case: true,
  model_max_length: 256,
  cls_token: '[CLS]',
  mask_token: '[MASK]',
  pad_token: '[PAD]',
  sep_token: '[SEP]',
  unk_token: '[UNK]',
};
