import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Worker, type ResourceLimits, type Transferable } from 'node:worker_threads';

export interface WorkerOptions {
  /** Buffers inside `workerData` that are moved, not copied. */
  readonly transfer?: readonly Transferable[];
  /**
   * Packages the file imports, loaded before tsx is in place: tsx parses every file it loads once more, which for
   * transformers.js costs 1 s and 90 MB. Only a matter of speed.
   */
  readonly packages?: readonly string[];
  readonly resourceLimits?: ResourceLimits;
}

/**
 * Starts a TypeScript file as a worker thread, under Node 20 (which cannot read TypeScript) as under later ones,
 * whether the parent was started by tsx or by vitest, and from any working directory. The file and what it imports are
 * loaded as CommonJS: no top-level await.
 *
 * tsx's ESM hooks work in a worker too, but give each one a second thread for the hooks (Node 20: 130 ms and 30 MB per
 * worker against 40 ms and 12 MB); its `--import` flag is ignored in workers of Node 20.
 *
 * @param url the file, as `new URL('./some-worker.ts', import.meta.url)`.
 * @param workerData what the worker finds in `workerData` of `node:worker_threads`.
 */
export function startWorker(url: URL, workerData: unknown, options: WorkerOptions = {}): Worker {
  const { transfer = [], packages = [], resourceLimits = {} } = options;
  const file = JSON.stringify(fileURLToPath(url));
  const loader = JSON.stringify(require.resolve('tsx/cjs/api'));
  const start = `
    const load = require('node:module').createRequire(${file});
    ${JSON.stringify(packages)}.forEach((name) => load(name));
    require(${loader}).register();
    load(${file});`;
  return new Worker(start, {
    eval: true,
    workerData,
    transferList: [...transfer],
    resourceLimits,
    // The parent's own flags name loaders that do not work here.
    execArgv: [],
  });
}

const require = createRequire(import.meta.url);
