import { SHARED_SCOPE, type ArticleDraft } from '../../src/archive/article.ts';
import type { Archive } from '../../src/open-archive.ts';
import { archiveFolder, newDrafts, openBenchArchive, openModel, withCopy } from './archives.ts';
import { formatCount, type Bench } from './bench.ts';
import { watchLoop } from './loop-watch.ts';
import { collectGarbage, percentile, time } from './measure.ts';
import { row, type Row } from './report.ts';
import { SyntheticArchive } from './synthetic-archive.ts';

/** How long the main thread keeps everybody waiting while questions are asked and articles are added at once. */
export const measureEventLoop: Bench = async (context) => {
  const { passages, quick } = context;
  const { articles } = new SyntheticArchive(passages);
  const drafts = newDrafts(passages, articles, quick ? 20 : 150);
  const questions = new SyntheticArchive(passages).questions(50);
  const model = await openModel(context);
  return withCopy(await archiveFolder(passages, context), async (copy) => {
    collectGarbage();
    const opening = watchLoop();
    const archive = await openBenchArchive(copy, model);
    const openingBlocks = opening();
    collectGarbage();
    const working = watchLoop();
    const asked = await askWhileAdding(archive, drafts, questions);
    const blocks = working();
    await archive.close();
    await model.close();
    const at = `at ${formatCount(passages)} passages`;
    return [
      row({
        name: `longest event-loop block during ${asked.length} questions and an ingest ${at}`,
        value: blocks.longest,
        unit: 'ms',
        target: { of: 'value', bound: '≤', limit: 50 },
      }),
      ...runningRow('  without waiting for a core', blocks.longestRunning),
      row({ name: '  99.9% are shorter than', value: blocks.usual, unit: 'ms' }),
      row({
        name: `longest event-loop block while the archive is opened ${at}`,
        value: openingBlocks.longest,
        unit: 'ms',
      }),
      ...runningRow('  without waiting for a core', openingBlocks.longestRunning),
      row({
        name: `ask while an ingest runs ${at}, p50`,
        value: percentile(asked, 0.5),
        unit: 'ms',
      }),
      row({
        name: `ask while an ingest runs ${at}, p95`,
        value: percentile(asked, 0.95),
        unit: 'ms',
      }),
    ];
  });
};

function runningRow(name: string, value: number | null): Row[] {
  return value === null ? [] : [row({ name, value, unit: 'ms' })];
}

/** Asks one question after another as long as the articles are being added. The times of the questions. */
async function askWhileAdding(
  archive: Archive,
  drafts: readonly ArticleDraft[],
  questions: readonly string[],
): Promise<number[]> {
  const times: number[] = [];
  const state = { adding: true };
  const adding = archive.library
    .add(drafts, { scope: SHARED_SCOPE, by: 'terminal' })
    .finally(() => {
      state.adding = false;
    });
  for (let at = 0; state.adding; at++) {
    const question = questions[at % questions.length] ?? '';
    times.push(await time(() => archive.answer(question, { scopes: [SHARED_SCOPE] }, 3)));
  }
  await adding;
  return times;
}
