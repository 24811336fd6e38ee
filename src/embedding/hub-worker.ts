/** A worker thread that lets transformers.js download a model into its cache, and ends. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { AutoModel, AutoTokenizer, env, LogLevel, type ProgressInfo } from '@xenova/transformers';
import type { HubReply, HubWorkerData } from './hub-protocol.ts';

async function download(port: MessagePort, data: HubWorkerData): Promise<void> {
  env.cacheDir = data.modelsFolder;
  env.allowLocalModels = false;
  env.logLevel = LogLevel.ERROR;
  if (data.hubUrl !== undefined) env.remoteHost = data.hubUrl;
  const reply = (message: HubReply): void => {
    port.postMessage(message);
  };
  const progress_callback = (info: ProgressInfo): void => {
    if (info.status !== 'progress') return;
    reply({ kind: 'progress', file: info.file, loadedBytes: info.loaded, totalBytes: info.total });
  };
  try {
    await AutoTokenizer.from_pretrained(data.model, { progress_callback });
    // Loading it also shows that this runtime can run it.
    const model = await AutoModel.from_pretrained(data.model, {
      dtype: data.dtype === 'int8' ? 'q8' : 'fp32',
      device: 'cpu',
      progress_callback,
    });
    await model.dispose();
    reply({ kind: 'done' });
  } catch (error) {
    reply({ kind: 'failed', host: new URL(env.remoteHost).host, reason: reasonOf(error) });
  }
}

/** "fetch failed: connect ECONNREFUSED …": the cause says what the message does not. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

if (parentPort === null) throw new Error('hub-worker.ts is started by hub-model.ts only');
// `download` reports its failures itself. The data is what `hub-model.ts` passed to `startWorker`.
void download(parentPort, workerData as HubWorkerData);
