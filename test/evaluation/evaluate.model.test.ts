import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import { silentLog } from '../../src/log.ts';

const DOCUMENTS = [
  ['Ferry', 'The ferry to the island leaves at six. It carries two hundred people and forty cars.'],
  [
    'Bakery',
    'The bakery on Mill Street has closed after ninety years. Its owner found no successor.',
  ],
  ['Comet', 'A comet will be seen in the northern sky in June. Binoculars are enough to find it.'],
  ['Strike', 'Bus drivers will strike on Friday. They ask for eight percent more pay.'],
] as const;
const QUERIES = [
  ['d0', 'When does the ferry to the island leave?', 'at six'],
  ['d1', 'After how many years did the bakery close?', 'ninety years'],
  ['d2', 'When can the comet be seen?', 'in June'],
  ['d3', 'When will bus drivers strike?', 'on Friday'],
] as const;
const ABSENT = ['Who painted the ceiling of the chapel?', 'What is the boiling point of mercury?'];

let folder: string;
const lines = (items: readonly unknown[]): string =>
  items.map((item) => `${JSON.stringify(item)}\n`).join('');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archivist-eval-'));
  await mkdir(join(folder, 'town', 'qrels'), { recursive: true });
  const write = (name: string, text: string): Promise<void> =>
    writeFile(join(folder, 'town', name), text);
  await write(
    'corpus.jsonl',
    lines(DOCUMENTS.map(([title, text], at) => ({ _id: `d${at}`, title, text }))),
  );
  await write(
    'queries.jsonl',
    lines(
      QUERIES.map(([, text, answer], at) => ({
        _id: `q${at}`,
        text,
        metadata: { answers: [answer] },
      })),
    ),
  );
  await write('queries_absent.jsonl', lines(ABSENT.map((text, at) => ({ _id: `a${at}`, text }))));
  await write(
    'qrels/test.tsv',
    ['query-id\tcorpus-id\tscore', ...QUERIES.map(([id], at) => `q${at}\t${id}\t1`)].join('\n'),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('takes a labelled set through the pipeline of ask and measures every part of it', async () => {
  const config = readConfig({ DATA_DIR: join(folder, 'data') });
  const { sets } = await evaluate([join(folder, 'town')], {
    config,
    log: silentLog,
    clock: systemClock,
  });
  const perfect = { ndcg10: 1, recall10: 1, mrr10: 1, hit1: 1 };
  expect(sets).toEqual([
    {
      name: 'town',
      documents: 4,
      queries: 4,
      systems: { dense: perfect, lexical: perfect, fused: perfect },
      sentence: { n: 4, hit1: 1, hit3: 1 },
      excerpt: { n: 4, hit1: 1, hit3: 1 },
      absent: { n: 2, auroc: 1, falseRefusals: 0, trueRefusals: 1 },
      seconds: expect.any(Number) as number,
    },
  ]);
});
