import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import type { Judgements } from './metrics.ts';

const documentSchema = z.object({
  _id: z.string(),
  title: z.string().default(''),
  text: z.string(),
  metadata: z.record(z.string(), z.unknown()).default({}),
});
const querySchema = z.object({
  _id: z.string(),
  text: z.string(),
  metadata: z.object({ answers: z.array(z.string()).default([]) }).default({ answers: [] }),
});
const sentenceSchema = z.object({
  _id: z.string(),
  doc_id: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
});

export type BeirDocument = z.infer<typeof documentSchema>;
export type BeirQuery = z.infer<typeof querySchema>;
/** A sentence of a document: character offsets in its text. */
export type BeirSentence = z.infer<typeof sentenceSchema>;

/** A labelled retrieval set in the layout of BEIR, with the parts some sets have besides. */
export interface BeirSet {
  readonly name: string;
  readonly documents: readonly BeirDocument[];
  readonly queries: readonly BeirQuery[];
  /** Query id to judged documents. */
  readonly judgements: ReadonlyMap<string, Judgements>;
  /** Questions whose answer is not in the corpus. */
  readonly absent: readonly BeirQuery[] | null;
  readonly sentences: readonly BeirSentence[] | null;
  /** Query id to judged sentences. */
  readonly sentenceJudgements: ReadonlyMap<string, Judgements> | null;
}

/**
 * Reads `corpus.jsonl`, `queries.jsonl` and `qrels/test.tsv` of a folder, and `queries_absent.jsonl`, `sentences.jsonl`
 * and `qrels_sentences.tsv` where they are there. Queries without a judgement are left out, as BEIR does.
 * @throws {UserError} naming the file and the line that is missing or wrong.
 */
export async function readBeirSet(folder: string): Promise<BeirSet> {
  const judgements = await readJudgements(join(folder, 'qrels', 'test.tsv'));
  const queries = await readLines(join(folder, 'queries.jsonl'), querySchema);
  const optional = async <T>(
    name: string,
    read: (path: string) => Promise<T>,
  ): Promise<T | null> => ((await exists(join(folder, name))) ? read(join(folder, name)) : null);
  return {
    name: basename(folder),
    documents: await readLines(join(folder, 'corpus.jsonl'), documentSchema),
    queries: queries.filter(({ _id }) => judgements.has(_id)),
    judgements,
    absent: await optional('queries_absent.jsonl', (path) => readLines(path, querySchema)),
    sentences: await optional('sentences.jsonl', (path) => readLines(path, sentenceSchema)),
    sentenceJudgements: await optional('qrels_sentences.tsv', readJudgements),
  };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function* linesOf(
  path: string,
): AsyncGenerator<{ readonly text: string; readonly line: number }> {
  if (!(await exists(path))) {
    throw new UserError(
      `${path} is missing. A set needs corpus.jsonl, queries.jsonl and qrels/test.tsv.`,
    );
  }
  let line = 0;
  for await (const text of createInterface({
    input: createReadStream(path),
    crlfDelay: Infinity,
  })) {
    line++;
    if (text.trim() !== '') yield { text, line };
  }
}

async function readLines<T>(path: string, schema: z.ZodType<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const { text, line } of linesOf(path)) {
    const parsed = schema.safeParse(parseJson(text));
    if (!parsed.success) {
      throw new UserError(`${path}:${line}: ${z.prettifyError(parsed.error)}`);
    }
    items.push(parsed.data);
  }
  return items;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readJudgements(path: string): Promise<ReadonlyMap<string, Judgements>> {
  const judgements = new Map<string, Map<string, number>>();
  for await (const { text, line } of linesOf(path)) {
    const [query, target, score] = text.split('\t');
    const gain = Number(score);
    if (line === 1 && Number.isNaN(gain)) continue;
    if (query === undefined || target === undefined || Number.isNaN(gain)) {
      throw new UserError(
        `${path}:${line}: expected query, id and score with tabs between, got "${text}".`,
      );
    }
    const ofQuery = judgements.get(query) ?? new Map<string, number>();
    judgements.set(query, ofQuery.set(target, gain));
  }
  return judgements;
}
