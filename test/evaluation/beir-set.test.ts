import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readBeirSet } from '../../src/evaluation/beir-set.ts';
import { UserError } from '../../src/errors.ts';

let folder: string;
const write = (name: string, lines: readonly string[]): Promise<void> =>
  writeFile(join(folder, name), `${lines.join('\n')}\n`);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archivist-set-'));
  await mkdir(join(folder, 'qrels'));
  await write('corpus.jsonl', [
    '{"_id":"d1","title":"Tides","text":"The tide turns twice a day."}',
  ]);
  await write('queries.jsonl', ['{"_id":"q1","text":"How often?"}', '{"_id":"q2","text":"Why?"}']);
  await write('qrels/test.tsv', ['query-id\tcorpus-id\tscore', 'q1\td1\t1']);
});

describe('readBeirSet', () => {
  it('reads documents, judged queries and judgements, and takes absent parts for absent', async () => {
    const set = await readBeirSet(folder);
    expect(set.documents).toMatchObject([{ _id: 'd1', title: 'Tides' }]);
    expect(set.queries.map(({ _id }) => _id)).toEqual(['q1']);
    expect(set.judgements.get('q1')?.get('d1')).toBe(1);
    expect(set).toMatchObject({ absent: null, sentences: null, sentenceJudgements: null });
  });

  it('reads the parts some sets have besides', async () => {
    await write('queries_absent.jsonl', ['{"_id":"a1","text":"Who?"}']);
    await write('sentences.jsonl', [
      '{"_id":"s1","doc_id":"d1","start":0,"end":27,"text":"The tide turns twice a day."}',
    ]);
    await write('qrels_sentences.tsv', ['query-id\tsentence-id\tscore', 'q1\ts1\t1']);
    const set = await readBeirSet(folder);
    expect(set.absent).toHaveLength(1);
    expect(set.sentenceJudgements?.get('q1')?.get('s1')).toBe(1);
  });

  it('names the file that is missing', async () => {
    const read = readBeirSet(join(folder, 'qrels'));
    await expect(read).rejects.toThrow(UserError);
    await expect(read).rejects.toThrow(/test\.tsv is missing/);
  });

  it.each([
    ['corpus.jsonl', '{"title":"no id","text":"x"}', /corpus\.jsonl:2: .*_id/s],
    ['queries.jsonl', 'not json', /queries\.jsonl:2: /],
    ['qrels/test.tsv', 'q1 d1 1', /test\.tsv:2: expected query, id and score/],
  ])('names the line of %s that is wrong', async (name, line, message) => {
    await write(name, [
      name.endsWith('tsv') ? 'query-id\tcorpus-id\tscore' : (LINES[name] ?? ''),
      line,
    ]);
    await expect(readBeirSet(folder)).rejects.toThrow(message);
  });
});

const LINES: Readonly<Record<string, string>> = {
  'corpus.jsonl': '{"_id":"d1","text":"x"}',
  'queries.jsonl': '{"_id":"q1","text":"x"}',
};
