import { Random } from './random.ts';

export const DIMENSIONS = 384;
const TOPICS = 200;
/** Cosine of two vectors of one topic, about what two passages of one story have. */
const TOPIC_COSINE = 0.4;

/**
 * Unit vectors that lie in clusters, as those of texts do. The same number always gives the same vector, so that an
 * index of any size can be filled, and asked, without keeping them.
 */
export class SyntheticVectors {
  readonly #topics: readonly Float32Array[];

  constructor() {
    const random = new Random(1);
    this.#topics = Array.from({ length: TOPICS }, () => direction(random));
  }

  vector(id: number): Float32Array {
    const random = new Random(Math.imul(id + 1, 0x9e3779b1));
    const topic = random.pick(this.#topics);
    const own = direction(random);
    const topicPart = Math.sqrt(TOPIC_COSINE);
    const ownPart = Math.sqrt(1 - TOPIC_COSINE);
    for (let at = 0; at < own.length; at++) {
      own[at] = topicPart * (topic[at] ?? 0) + ownPart * (own[at] ?? 0);
    }
    return normalise(own);
  }

  /** Of numbers no passage has. */
  queries(count: number): Float32Array[] {
    return Array.from({ length: count }, (_, at) => this.vector(-2 - at));
  }
}

/** A random direction: the sum of two draws is bell-shaped enough to favour none. */
function direction(random: Random): Float32Array {
  const values = new Float32Array(DIMENSIONS);
  for (let at = 0; at < DIMENSIONS; at++) values[at] = random.next() + random.next() - 1;
  return normalise(values);
}

function normalise(values: Float32Array): Float32Array {
  let squares = 0;
  for (const value of values) squares += value * value;
  const factor = 1 / Math.sqrt(squares);
  for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) * factor;
  return values;
}
