import { SHARED_SCOPE } from '../../src/archive/article.ts';
import { formatCount, type Bench, type BenchContext } from './bench.ts';
import { searchLexically } from './lexical.ts';
import { collectGarbage, interleave, median, percentile, timeEach } from './measure.ts';
import { row, type Row } from './report.ts';
import { SyntheticArchive } from './synthetic-archive.ts';
import { openSyntheticLexical, openSyntheticVectors } from './synthetic-indexes.ts';
import { SyntheticVectors } from './synthetic-vectors.ts';

/** Candidates an answer takes from the vectors. */
const CANDIDATES = 100;
const ROUNDS = 3;

/** Dense and lexical search from 1,000 passages on, over made-up vectors and texts; each row against the first. */
export const measureGrowth: Bench = async (context) => {
  const { passages, quick, full, note } = context;
  if (!full) note('1,000,000 passages only with --full');
  const sizes = [1_000, 10_000, 100_000, 1_000_000].filter(
    (size) => size <= (full ? 1_000_000 : passages),
  );
  const rows: Row[] = [];
  for (const [name, measure] of [
    ['dense', measureVectors],
    ['lexical', measureWords],
  ] as const) {
    let first: number | undefined;
    for (const size of sizes) {
      const value = await measure(size, quick ? 20 : 100, context);
      collectGarbage();
      first ??= value;
      rows.push(
        row({
          name: `growth of ${name} search, ${formatCount(size)} passages, p50`,
          value,
          unit: 'ms',
          baseline: first,
          ratio: value / first,
        }),
      );
    }
  }
  return rows;
};

async function measureVectors(
  passages: number,
  queries: number,
  context: BenchContext,
): Promise<number> {
  const index = await openSyntheticVectors(passages, context);
  const vectors = new SyntheticVectors().queries(queries);
  const filter = { scopes: [SHARED_SCOPE] };
  const { times } = await interleave(ROUNDS, {
    times: () => timeEach(vectors, (query) => index.search(query, CANDIDATES, filter)),
  });
  await index.close();
  return percentile(times, 0.5);
}

async function measureWords(
  passages: number,
  queries: number,
  context: BenchContext,
): Promise<number> {
  const index = await openSyntheticLexical(passages, context);
  const questions = new SyntheticArchive(passages).questions(queries);
  const { times } = await interleave(ROUNDS, {
    times: () => timeEach(questions, (question) => searchLexically(index, question)),
  });
  await index.close();
  return median(times);
}
