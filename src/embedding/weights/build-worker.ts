/** A worker thread that builds the bundled model and ends. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { buildModel } from './build-model.ts';
import type { ModelDtype } from './minilm.ts';
import type { WeightsSource } from './weights-package.ts';

export interface BuildWorkerData {
  readonly source: WeightsSource;
  readonly folder: string;
  readonly dtype: ModelDtype;
}

async function build(port: MessagePort, { source, folder, dtype }: BuildWorkerData): Promise<void> {
  port.postMessage(await buildModel(source, folder, dtype));
}

if (parentPort === null) throw new Error('build-worker.ts is started by bundled-model.ts only');
// A rejection ends the worker, which is the caller's error. The data is what the caller passed to `startWorker`.
void build(parentPort, workerData as BuildWorkerData);
