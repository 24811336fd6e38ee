import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { startWorker } from '../worker.ts';
import type { HubReply, HubWorkerData } from './hub-protocol.ts';
import { missingFiles } from './model-folder.ts';
import type { ModelProgress } from './model-progress.ts';

/** `owner/name`, as hubs name models. */
export const HUB_ID = /^[\w.-]+\/[\w.-]+$/;

/**
 * The folder of a hub's model, downloaded by transformers.js where it is not there yet; a model downloaded before
 * needs no network.
 *
 * @throws {UserError} when the hub cannot be reached or does not have the model, naming host and setting.
 */
export async function openHubModel(
  request: HubWorkerData,
  onProgress: (progress: ModelProgress) => void,
): Promise<string> {
  const folder = join(request.modelsFolder, request.model);
  if (missingFiles(folder, request.dtype).length > 0) await download(request, onProgress);
  return folder;
}

/** The worker ends by itself after its last reply. */
function download(
  request: HubWorkerData,
  onProgress: (progress: ModelProgress) => void,
): Promise<void> {
  const worker = startWorker(new URL('./hub-worker.ts', import.meta.url), request, {
    packages: ['@xenova/transformers'],
  });
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('message', (reply: HubReply) => {
      if (reply.kind === 'progress') onProgress(reply);
      else if (reply.kind === 'done') resolve();
      else reject(unreachable(request.model, reply));
    });
  });
}

function unreachable(model: string, { host, reason }: { host: string; reason: string }): UserError {
  return new UserError(
    `The model ${model} (EMBEDDING_MODEL) could not be downloaded from ${host}: ${reason}. ` +
      'Check the name and the connection, or set EMBEDDING_MODEL to a folder that holds the model, ' +
      'or leave it unset for the model that comes with Archivist.',
  );
}
