import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { startWorker, type WorkerOptions } from '../worker.ts';
import type { Embedder } from './embedder.ts';
import type { EmbeddingWorkerData } from './embedding-protocol.ts';
import { HUB_ID, openHubModel } from './hub-model.ts';
import { missingFiles, readModelFacts, weightsFile } from './model-folder.ts';
import type { ModelProgress } from './model-progress.ts';
import { choosePreset, type ModelPreset, type PresetOverrides } from './presets.ts';
import { loadTokenizer } from './tokenizer.ts';
import { TransformersEmbedder } from './transformers-embedder.ts';
import { BUNDLED_MODEL, openBundledModel, type BuiltModel } from './weights/bundled-model.ts';
import { checksumOf } from './weights/checksum.ts';
import type { ModelDtype } from './weights/minilm.ts';
import { installedWeights } from './weights/weights-package.ts';
import { WorkerPool } from './worker-pool.ts';

export interface EmbedderOptions extends PresetOverrides {
  /** The bundled model's name (default `all-MiniLM-L6-v2`), a folder, or a hub id (`owner/name`). */
  readonly model?: string | undefined;
  /** Default `int8`. */
  readonly dtype?: ModelDtype | undefined;
  /** Models are built and downloaded into `<dataDir>/models/`. */
  readonly dataDir: string;
  /** Worker threads at most, 1 or more. Default: as many as cores. */
  readonly threads?: number | undefined;
  /** Base URL of another hub than transformers.js's own. */
  readonly hubUrl?: string | undefined;
  /** Called while files are downloaded, and before and after the bundled model is built. */
  readonly onProgress?: ((progress: ModelProgress) => void) | undefined;
}

/**
 * Opens the embedding model. Resolves when its files are checked and tokens can be counted; the first worker loads
 * the model meanwhile, and the first texts wait for it. Close the embedder, or its threads keep the process alive.
 *
 * @throws {UserError} when the model is unknown, incomplete, unreachable or cannot take `maxTokens`.
 */
export async function openEmbedder(options: EmbedderOptions): Promise<Embedder> {
  const { model = BUNDLED_MODEL, dtype = 'int8' } = options;
  const { folder, weightsChecksum } = await openModel(model, dtype, options);
  const facts = await readModelFacts(folder);
  const tokenise = await loadTokenizer(folder);
  const preset = choosePreset(model, facts.maxTokens, options);
  const workerData: EmbeddingWorkerData = { folder, dtype, pooling: preset.pooling };
  return new TransformersEmbedder({
    modelName: `${model} (${dtype})`,
    fingerprint: fingerprintOf(model, dtype, weightsChecksum, preset),
    dimensions: facts.dimensions,
    preset,
    tokenise,
    pool: new WorkerPool(options.threads ?? availableParallelism(), () =>
      startWorker(WORKER, workerData, WORKER_OPTIONS),
    ),
  });
}

const WORKER = new URL('./embedding-worker.ts', import.meta.url);

const WORKER_OPTIONS: WorkerOptions = {
  packages: ['@xenova/transformers'],
  // Every text leaves some 400 kB of short-lived buffers; with V8's own 48 MB two workers took 46 MB more, no faster.
  resourceLimits: { maxYoungGenerationSizeMb: 4 },
};

async function openModel(
  model: string,
  dtype: ModelDtype,
  options: EmbedderOptions,
): Promise<BuiltModel> {
  const modelsFolder = resolve(options.dataDir, 'models');
  const onProgress = options.onProgress ?? (() => undefined);
  if (model === BUNDLED_MODEL) {
    return openBundledModel(installedWeights(), modelsFolder, dtype, onProgress);
  }
  const folder = await findFolder(model, dtype, modelsFolder, options, onProgress);
  const missing = missingFiles(folder, dtype);
  if (missing.length > 0) {
    throw new UserError(
      `The model folder ${folder} (EMBEDDING_MODEL) lacks ${missing.join(', ')}. ` +
        'It must be laid out as transformers.js expects a local model; EMBEDDING_DTYPE chooses the ONNX file.',
    );
  }
  return { folder, weightsChecksum: await checksumOf(join(folder, weightsFile(dtype))) };
}

async function findFolder(
  model: string,
  dtype: ModelDtype,
  modelsFolder: string,
  { hubUrl }: EmbedderOptions,
  onProgress: (progress: ModelProgress) => void,
): Promise<string> {
  if (statSync(model, { throwIfNoEntry: false })?.isDirectory()) return resolve(model);
  if (HUB_ID.test(model) && !model.startsWith('.')) {
    return openHubModel({ model, dtype, modelsFolder, hubUrl }, onProgress);
  }
  throw new UserError(
    `EMBEDDING_MODEL is ${model}, which is neither ${BUNDLED_MODEL}, nor a folder, nor a hub id (owner/name).`,
  );
}

/** `all-MiniLM-L6-v2 int8 0123456789abcdef mean 256 "" ""`: all that the vectors depend on. */
function fingerprintOf(
  model: string,
  dtype: ModelDtype,
  checksum: string,
  { pooling, maxTokens, queryPrefix, passagePrefix }: ModelPreset,
): string {
  const prefixes = JSON.stringify([queryPrefix, passagePrefix]);
  return `${model} ${dtype} ${checksum.slice(0, 16)} ${pooling} ${maxTokens} ${prefixes}`;
}
