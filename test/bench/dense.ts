import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JsonCodec, LocalIndex, VirtualFileStorage, type IndexItem } from 'vectra';
import { SHARED_SCOPE } from '../../src/archive/article.ts';
import { formatCount, type Bench } from './bench.ts';
import { interleave, percentile, time, timeEach } from './measure.ts';
import { row, type Row } from './report.ts';
import { openSyntheticVectors } from './synthetic-indexes.ts';
import { SyntheticVectors } from './synthetic-vectors.ts';

const NEAREST = 10;
/** Vectra rewrites the whole file for each item; at more passages the figure would only take longer to get. */
const INSERT_PASSAGES = 10_000;

/** Dense search over all passages, against Vectra's own, and its recall against looking at every vector. */
export const measureDense: Bench = async (context) => {
  const { passages, quick, note } = context;
  const ours = await openSyntheticVectors(passages, context);
  note(`filling a Vectra index with ${formatCount(passages)} passages`);
  const vectors = new SyntheticVectors();
  const items = vectraItems(passages, vectors);
  const vectra = await openFilledIndex(items);
  const queries = vectors.queries(quick ? 20 : 100);
  const filter = { scopes: [SHARED_SCOPE] };

  const found = new Map<Float32Array, number[]>();
  const times = await interleave(3, {
    ours: () =>
      timeEach(queries, async (query) => {
        const hits = await ours.search(query, NEAREST, filter);
        found.set(
          query,
          hits.map(({ passageId }) => passageId),
        );
      }),
    vectra: (round) =>
      timeEach(someOf(queries, round), (query) =>
        vectra.queryItems(Array.from(query), '', NEAREST),
      ),
  });
  await ours.close();
  const value = percentile(times.ours, 0.5);
  const baseline = percentile(times.vectra, 0.5);
  return [
    row({
      name: `dense search at ${formatCount(passages)} passages, p50, against Vectra queryItems`,
      value,
      unit: 'ms',
      baseline,
      ratio: baseline / value,
      target: { of: 'ratio', bound: '≥', limit: 15 },
    }),
    row({
      name: `dense search at ${formatCount(passages)} passages, p95`,
      value: percentile(times.ours, 0.95),
      unit: 'ms',
    }),
    row({
      name: `recall@${NEAREST} of dense search over ${queries.length} queries`,
      value: recall(found, items),
      unit: '',
      target: { of: 'value', bound: '≥', limit: 0.999 },
    }),
    await measureInsert(vectors),
  ];
};

/** Vectra is slow enough to be measured on a part of the queries, another one each round. */
function someOf(queries: readonly Float32Array[], round: number): Float32Array[] {
  const count = Math.min(10, queries.length);
  return Array.from({ length: count }, (_, at) => {
    const query = queries[(round * count + at) % queries.length];
    if (!query) throw new Error('There are no queries.');
    return query;
  });
}

function vectraItems(passages: number, vectors: SyntheticVectors): IndexItem[] {
  return Array.from({ length: passages }, (_, id) => ({
    id: String(id),
    metadata: {},
    // Vectra's vectors are arrays of numbers, as they come out of JSON.
    vector: Array.from(vectors.vector(id)),
    norm: 1,
  }));
}

/**
 * A LocalIndex as it is after loading. Its JSON of 100,000 passages would be longer than a string can be, and each
 * `insertItem` looks through all items there are; the items are therefore handed over where the file would be read.
 */
async function openFilledIndex(items: IndexItem[]): Promise<LocalIndex> {
  class HandOver extends JsonCodec {
    override deserializeIndex() {
      return { version: 1, metadata_config: {}, items };
    }
  }
  const storage = new VirtualFileStorage();
  const index = new LocalIndex('filled', 'index.json', storage, new HandOver());
  await index.createIndex();
  // A fresh one, that has not read the empty index yet.
  return new LocalIndex('filled', 'index.json', storage, new HandOver());
}

/** What `insertItem`, as Vectra's examples use it, takes for one passage. */
async function measureInsert(vectors: SyntheticVectors): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'archivist-bench-vectra-'));
  const index = new LocalIndex(folder);
  await index.createIndex();
  await index.batchInsertItems(vectraItems(INSERT_PASSAGES, vectors));
  const value = await time(() => index.insertItem({ vector: Array.from(vectors.vector(-1)) }));
  await rm(folder, { recursive: true });
  return row({
    name: `Vectra insertItem of one passage at ${formatCount(INSERT_PASSAGES)}, for comparison`,
    value,
    unit: 'ms',
  });
}

/** The share of the true nearest that were found. */
function recall(
  found: ReadonlyMap<Float32Array, readonly number[]>,
  items: readonly IndexItem[],
): number {
  let right = 0;
  for (const [query, ids] of found) {
    const cosines = items.map(({ vector }) => dot(query, vector));
    const tenth = [...cosines].sort((a, b) => b - a)[NEAREST - 1] ?? Infinity;
    right += ids.filter((id) => (cosines[id] ?? -Infinity) >= tenth).length;
  }
  return right / (found.size * NEAREST);
}

function dot(a: Float32Array, b: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
