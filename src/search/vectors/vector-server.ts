import { PartitionedVectors, type PartitionedVectorsOptions } from './partitioned-vectors.ts';
import { VectorError } from './vector-index.ts';
import {
  unpackFilter,
  type Channel,
  type VectorAnswers,
  type VectorOperation,
  type VectorRequest,
  type VectorResponse,
} from './vector-protocol.ts';

/** Loads the index and answers what comes over the channel. Questions that arrive during loading wait for it. */
export function serveVectors(channel: Channel, options: PartitionedVectorsOptions): void {
  const loading = PartitionedVectors.load(options);
  // Each question reports a failed loading; without one there is nobody to report to.
  loading.catch(() => undefined);
  channel.on('message', (message) => {
    // Only VectorClient sends here.
    void respond(channel, loading, message as VectorRequest);
  });
}

async function respond(
  channel: Channel,
  loading: Promise<PartitionedVectors>,
  request: VectorRequest,
): Promise<void> {
  const { id } = request;
  const response: VectorResponse = await loading
    .then((index) => answer(index, request))
    .then(
      (result) => ({ id, answer: result }),
      (error: unknown) => ({
        id,
        failure: error instanceof Error ? error.message : String(error),
        isVectorError: error instanceof VectorError,
      }),
    );
  channel.postMessage(response, []);
}

async function answer(
  index: PartitionedVectors,
  request: VectorRequest,
): Promise<VectorAnswers[VectorOperation]> {
  switch (request.name) {
    case 'search': {
      const { query, k, filter } = request.question;
      return index.search(query, k, unpackFilter(filter));
    }
    case 'cosines':
      return index.cosines(request.question.query, request.question.passageIds);
    case 'apply':
      await index.apply(request.question.changes);
      return undefined;
    case 'status':
      return index.status();
    case 'dropPartition':
      await index.dropPartition(request.question.partition);
      return undefined;
    case 'close':
      await index.settle();
      return undefined;
  }
}
