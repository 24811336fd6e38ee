import { SHARED_SCOPE, type ArticleDraft } from '../../src/archive/article.ts';
import type { Archive } from '../../src/open-archive.ts';
import { archiveFolder, newDrafts, openBenchArchive, openModel, withCopy } from './archives.ts';
import { formatCount, type Bench } from './bench.ts';
import { interleave, median, time } from './measure.ts';
import { row } from './report.ts';
import { SyntheticArchive } from './synthetic-archive.ts';

/** Adding one article of ten passages, durably, with the real model: to the large archive, and to an empty one. */
export const measureAdding: Bench = async (context) => {
  const { passages, quick } = context;
  const rounds = quick ? 3 : 12;
  const { articles } = new SyntheticArchive(passages);
  const drafts = newDrafts(passages, articles, rounds + 1);
  const warmUp = newDrafts(passages, articles + drafts.length, 1);
  const model = await openModel(context);
  const add = async (archive: Archive, round: number): Promise<number[]> => {
    const draft = drafts.slice(round, round + 1);
    return [await time(() => archive.library.add(draft, ADDED_BY_SOMEBODY))];
  };
  const times = await withCopy(await archiveFolder(passages, context), async (copy) => {
    const large = await openBenchArchive(copy, model);
    const taken = await interleave(rounds, {
      large: (round) => add(large, round),
      empty: (round) =>
        withCopy(null, async (folder) => {
          const empty = await openBenchArchive(folder, model);
          await addAndRemove(empty, warmUp);
          const ms = await add(empty, round);
          await empty.close();
          return ms;
        }),
    });
    await large.close();
    return taken;
  });
  await model.close();
  const value = median(times.large);
  const baseline = median(times.empty);
  return [
    row({
      name: `adding an article at ${formatCount(passages)} passages, against an empty archive`,
      value,
      unit: 'ms',
      baseline,
      ratio: value / baseline,
      target: { of: 'ratio', bound: '≤', limit: 1.5 },
    }),
  ];
};

/** A fresh archive's worker thread has run none of its code yet, which has nothing to do with its size. */
async function addAndRemove(archive: Archive, drafts: readonly ArticleDraft[]): Promise<void> {
  const { scope, by } = ADDED_BY_SOMEBODY;
  for (const outcome of await archive.library.add(drafts, ADDED_BY_SOMEBODY)) {
    if (outcome.status !== 'failed') await archive.library.remove(outcome.id, scope, by);
  }
}

const ADDED_BY_SOMEBODY = { scope: SHARED_SCOPE, by: 'terminal', priority: 'interactive' } as const;
