import { createAnswerer } from '../../src/answer/answer-question.ts';
import { SHARED_SCOPE } from '../../src/archive/article.ts';
import { renderAnswer } from '../../src/cli/render-answer.ts';
import { systemClock } from '../../src/clock.ts';
import type { Archive } from '../../src/open-archive.ts';
import { archiveFolder, openBenchArchive, openModel } from './archives.ts';
import { formatCount, type Bench } from './bench.ts';
import { interleave, median, percentile } from './measure.ts';
import { row, type Row } from './report.ts';
import { SyntheticArchive } from './synthetic-archive.ts';

const SIZES = [1_000, 10_000, 100_000];
const QUESTIONS_PER_ROUND = 10;
const EXCERPTS = 3;

/** Milliseconds of one question's parts. */
interface Parts {
  readonly embedding: number;
  readonly dense: number;
  readonly lexical: number;
  readonly sentences: number;
  readonly rendering: number;
  readonly whole: number;
}

/** From the question to the text on the terminal, with the real model, in archives of three sizes. */
export const measureAsk: Bench = async (context) => {
  const { passages, quick } = context;
  const rounds = quick ? 2 : 10;
  const model = await openModel(context);
  const opened: { size: number; archive: Archive; questions: string[]; parts: Parts[] }[] = [];
  for (const size of SIZES.filter((each) => each <= passages)) {
    const archive = await openBenchArchive(await archiveFolder(size, context), model);
    const questions = new SyntheticArchive(size).questions((rounds + 1) * QUESTIONS_PER_ROUND);
    opened.push({ size, archive, questions, parts: [] });
  }
  const turns = opened.map(({ size, archive, questions, parts }) => {
    const turn = async (round: number): Promise<number[]> => {
      const first = round * QUESTIONS_PER_ROUND;
      for (const question of questions.slice(first, first + QUESTIONS_PER_ROUND)) {
        const taken = await askInParts(archive, question);
        if (round > 0) parts.push(taken);
      }
      return [];
    };
    return [String(size), turn] as const;
  });
  await interleave(rounds, Object.fromEntries(turns));
  for (const { archive } of opened) await archive.close();
  await model.close();
  const smallest = wholes(opened[0]?.parts ?? []);
  return opened.flatMap(({ size, parts }) => rowsOf(size, parts, percentile(smallest, 0.5)));
};

function rowsOf(size: number, parts: readonly Parts[], smallest: number): Row[] {
  const name = `ask at ${formatCount(size)} passages`;
  const whole = percentile(wholes(parts), 0.5);
  const isLargest = size === SIZES.at(-1);
  return [
    row({
      name: `${name}, p50`,
      value: whole,
      unit: 'ms',
      baseline: smallest,
      ratio: whole / smallest,
      ...(isLargest ? { target: { of: 'ratio', bound: '≤', limit: 1.3 } } : {}),
    }),
    row({ name: `${name}, p95`, value: percentile(wholes(parts), 0.95), unit: 'ms' }),
    ...(['embedding', 'dense', 'lexical', 'sentences', 'rendering'] as const).map((part) => {
      const value = median(parts.map((each) => each[part]));
      return row({
        name: `  of it ${part}`,
        value,
        unit: 'ms',
        baseline: whole,
        ratio: value / whole,
      });
    }),
  ];
}

function wholes(parts: readonly Parts[]): number[] {
  return parts.map(({ whole }) => whole);
}

/** The answerer of the archive, with a look at what it was given; then the terminal's rendering. */
async function askInParts(archive: Archive, question: string): Promise<Parts> {
  const started = performance.now();
  let dense = 0;
  let lexical = 0;
  const answer = await createAnswerer({
    investigate: async (...args) => {
      const investigation = await archive.investigate(...args);
      dense = investigation.evidence.timings.denseMs;
      lexical = investigation.evidence.timings.lexicalMs;
      return investigation;
    },
    calibrator: archive.calibrator,
    clock: systemClock,
  })(question, { scopes: [SHARED_SCOPE] }, EXCERPTS);
  const answered = performance.now();
  renderAnswer(answer, { columns: 100, colours: true });
  const finished = performance.now();
  return {
    embedding: answer.timings.embedMs,
    dense,
    lexical,
    sentences: answer.timings.sentenceMs,
    rendering: finished - answered,
    whole: finished - started,
  };
}
