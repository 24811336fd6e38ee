import { join } from 'node:path';
import { env, pipeline } from '@xenova/transformers';
import type { Embedder } from '../../src/embedding/embedder.ts';
import { openEmbedder } from '../../src/embedding/open-embedder.ts';
import type { Bench } from './bench.ts';
import { interleave, median, time } from './measure.ts';
import { row } from './report.ts';
import { SyntheticArchive } from './synthetic-archive.ts';

const BATCH = 8;

/** Passages of about 150 words embedded per second, against transformers.js as its own examples use it. */
export const measureEmbedding: Bench = async ({ cacheFolder, quick }) => {
  // Both models are built here; the baselines read the same files.
  const exact = await openEmbedder({ dataDir: cacheFolder, dtype: 'fp32', threads: 1 });
  await exact.close();
  const ours = await openEmbedder({ dataDir: cacheFolder });
  const texts = fittingTexts(ours, quick ? 24 : 96);
  env.localModelPath = join(cacheFolder, 'models');
  env.allowRemoteModels = false;
  const oneByOne = await pipeline('feature-extraction', 'all-MiniLM-L6-v2-fp32', { dtype: 'fp32' });
  const batched = await pipeline('feature-extraction', 'all-MiniLM-L6-v2-int8', { dtype: 'q8' });

  const options = { pooling: 'mean', normalize: true } as const;
  const times = await interleave(quick ? 2 : 5, {
    ours: async () => [await time(() => ours.embed(texts, { role: 'passage' }))],
    exact: async () => [
      await time(async () => {
        for (const text of texts) await oneByOne(text, options);
      }),
    ],
    batched: async () => [
      await time(async () => {
        for (let at = 0; at < texts.length; at += BATCH) {
          await batched(texts.slice(at, at + BATCH), options);
        }
      }),
    ],
  });
  await Promise.all([ours.close(), oneByOne.dispose(), batched.dispose()]);

  const perSecond = (ms: readonly number[]): number => (1000 * texts.length) / median(ms);
  const value = perSecond(times.ours);
  const comparisons = [
    { than: 'transformers.js fp32, one by one', baseline: perSecond(times.exact), limit: 2.6 },
    { than: 'transformers.js int8, by eights', baseline: perSecond(times.batched), limit: 1.2 },
  ];
  return comparisons.map(({ than, baseline, limit }) =>
    row({
      name: `embedding, against ${than}`,
      value,
      unit: 'passages/s',
      baseline,
      ratio: value / baseline,
      target: { of: 'ratio', bound: '≥', limit },
    }),
  );
};

/** Passages the model takes whole; transformers.js would cut others without a word. */
function fittingTexts(embedder: Embedder, count: number): string[] {
  const archive = new SyntheticArchive(1_000);
  const texts: string[] = [];
  for (let at = 0; texts.length < count; at++) {
    const { canonical, passages } = archive.lexicalArticle(at);
    const fitting = passages
      .map(({ start, end }) => canonical.slice(start, end))
      .filter((text) => embedder.countTokens(text, 'passage') <= embedder.maxTokens);
    texts.push(...fitting);
  }
  return texts.slice(0, count);
}
