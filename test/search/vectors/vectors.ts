import { MessageChannel } from 'node:worker_threads';
import type { PartitionedVectorsOptions } from '../../../src/search/vectors/partitioned-vectors.ts';
import { VectorClient } from '../../../src/search/vectors/vector-client.ts';
import type { ArticleVectors } from '../../../src/search/vectors/vector-index.ts';
import { serveVectors } from '../../../src/search/vectors/vector-server.ts';
import type { PartitionId } from '../../../src/search/partition.ts';

/** The vector in the direction of the values. */
export function unit(...values: readonly number[]): Float32Array {
  const norm = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / norm);
}

/** Unit vectors in random directions, the same for the same seed. */
export function randomDirections(seed: number, dimensions: number): () => Float32Array {
  let state = seed >>> 0;
  // A linear congruential generator; the sum of four draws is bell-shaped enough to spread over all directions.
  const draw = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  return () => unit(...Array.from({ length: dimensions }, () => draw() + draw() + draw() + draw()));
}

/** An article of January 2024, one passage per vector, passage ids counting from `firstPassage`. */
export function article(
  articleKey: number,
  vectors: readonly Float32Array[],
  options: Partial<Omit<ArticleVectors, 'passages'>> & { readonly firstPassage?: number } = {},
): ArticleVectors {
  const { firstPassage = articleKey * 10, partition = JANUARY, day = JANUARY_5 } = options;
  const passages = vectors.map((vector, i) => {
    return { passageId: firstPassage + i, start: i * 100, end: i * 100 + 90, vector };
  });
  return { articleKey, partition, day, passages };
}

export const JANUARY: PartitionId = 'shared/2024-01.0';
export const FEBRUARY: PartitionId = 'shared/2024-02.0';
/** Days since 1970-01-01. */
export const JANUARY_5 = Date.UTC(2024, 0, 5) / 86_400_000;
export const FEBRUARY_5 = Date.UTC(2024, 1, 5) / 86_400_000;

/** The real index in this thread, over a real message channel: as in production but for the start of a worker. */
export function openLocalIndex(options: PartitionedVectorsOptions): VectorClient {
  const { port1, port2 } = new MessageChannel();
  serveVectors(port1, options);
  return new VectorClient(options.dimensions, port2, () => {
    port1.close();
    return Promise.resolve();
  });
}
