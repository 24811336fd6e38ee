/** A worker that speaks the embedder's protocol without a model: the vector of a text is its first token. */
import { parentPort, workerData } from 'node:worker_threads';
import { EmbeddingServer } from '../../src/embedding/embedding-server.ts';
import { CRASHES, CRASHES_ONCE, FAILS, type GatedWorkerData } from './gated-texts.ts';

const { shared, cannotStart = false } = workerData as GatedWorkerData;
if (cannotStart) throw new Error('no such model');

function embed(tokens: Int32Array): Promise<Float32Array<ArrayBuffer>> {
  const first = tokens[0] ?? 0;
  // Like a real session, it blocks its thread.
  Atomics.wait(shared, 0, 0);
  if (first === FAILS) return Promise.reject(new Error('bad text'));
  if (first === CRASHES || (first === CRASHES_ONCE && Atomics.load(shared, 1) === 0)) {
    Atomics.add(shared, 1, 1);
    process.exit(7);
  }
  return Promise.resolve(Float32Array.of(first));
}

if (parentPort)
  new EmbeddingServer(parentPort, { embed, dispose: () => Promise.resolve() }).start();
