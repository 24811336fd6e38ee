import { parentPort, workerData } from 'node:worker_threads';
import type { PartitionedVectorsOptions } from './partitioned-vectors.ts';
import { serveVectors } from './vector-server.ts';

// Only openVectorIndex starts this file.
if (parentPort !== null) serveVectors(parentPort, workerData as PartitionedVectorsOptions);
