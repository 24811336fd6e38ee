import { startWorker } from '../../worker.ts';
import type { PartitionedVectorsOptions } from './partitioned-vectors.ts';
import { VectorClient } from './vector-client.ts';
import type { PartitionStatus, VectorIndex } from './vector-index.ts';

export interface OpenVectorIndexOptions {
  /** Holds one folder per scope, in it one per partition. Created at the first write. */
  readonly folder: string;
  /** Length of every vector. */
  readonly dimensions: number;
  /** Called once per damaged partition before the index is handed out. The index works without these partitions. */
  readonly onDamage?: (status: PartitionStatus) => void;
}

/**
 * Starts a worker thread that loads and owns the index, so that neither loading nor searching nor writing holds the
 * caller's event loop. The worker keeps the process alive until `close()`.
 * @throws when the folder cannot be read. A worker that dies later rejects every call.
 */
export async function openVectorIndex({
  folder,
  dimensions,
  onDamage,
}: OpenVectorIndexOptions): Promise<VectorIndex> {
  const options: PartitionedVectorsOptions = { folder, dimensions };
  const worker = startWorker(new URL('./vector-worker.ts', import.meta.url), options);
  const client = new VectorClient(dimensions, worker, () => worker.terminate());
  worker.on('error', (error) => {
    client.fail(new Error(`The vector worker died: ${error.message}`, { cause: error }));
  });
  worker.on('exit', (code) => {
    client.fail(new Error(`The vector worker ended with exit code ${code}.`));
  });
  try {
    const damaged = (await client.status()).filter(({ damage }) => damage !== null);
    if (onDamage !== undefined) damaged.forEach(onDamage);
    return client;
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}
