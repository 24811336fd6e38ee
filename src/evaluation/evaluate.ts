import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleDraft } from '../archive/article.ts';
import { SHARED_SCOPE } from '../archive/article.ts';
import { conclude, signalOf } from '../answer/answer-question.ts';
import type { Investigation } from '../answer/investigate.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import {
  openArchive,
  openConfiguredEmbedder,
  type Archive,
  type StartProgress,
} from '../open-archive.ts';
import { answerMatcher, isJudged } from './answer-match.ts';
import { readBeirSet, type BeirDocument, type BeirQuery, type BeirSet } from './beir-set.ts';
import { areaUnderRoc, meanMetrics, measureRanking, type RankingMetrics } from './metrics.ts';
import type { AbsentReport, EvaluationReport, HitRates, SetReport } from './report.ts';

export interface EvaluateOptions {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly onProgress?: (event: StartProgress) => void;
}

/** Runs each set through the pipeline of `ask`, in a temporary archive of its own. */
export async function evaluate(
  folders: readonly string[],
  options: EvaluateOptions,
): Promise<EvaluationReport> {
  const sets: SetReport[] = [];
  for (const folder of folders) {
    const set = await readBeirSet(folder);
    sets.push(await evaluateSet(set, options));
  }
  return { sets };
}

async function evaluateSet(set: BeirSet, options: EvaluateOptions): Promise<SetReport> {
  const { clock } = options;
  const started = clock.elapsed();
  const folder = await mkdtemp(join(tmpdir(), 'archivist-eval-'));
  const embedder = await openConfiguredEmbedder(options.config, options.onProgress);
  const config = { ...options.config, DATA_DIR: folder };
  const archive = await openArchive({ ...options, config, embedder });
  try {
    const documents = await addDocuments(archive, set.documents, options);
    await archive.calibrator.refresh(SCOPES);
    const report = await askAll(archive, set, documents, options);
    return { ...report, seconds: (clock.elapsed() - started) / 1000 };
  } finally {
    await archive.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const SCOPES = [SHARED_SCOPE];

/** @returns the ids of the documents each article key stands for: documents alike to the letter are one article. */
async function addDocuments(
  { library }: Archive,
  documents: readonly BeirDocument[],
  { onProgress }: EvaluateOptions,
): Promise<Map<number, string[]>> {
  const outcomes = await library.add(documents.map(toDraft), {
    scope: SHARED_SCOPE,
    by: 'terminal',
    onPassages: (done, total) =>
      onProgress?.({ stage: 'embed', done, total, label: 'Embedding passages' }),
  });
  const ids = new Map<number, string[]>();
  for (const [at, outcome] of outcomes.entries()) {
    const id = documents[at]?._id ?? '';
    if (outcome.status === 'failed') continue;
    ids.set(outcome.key, [...(ids.get(outcome.key) ?? []), id]);
  }
  return ids;
}

function toDraft({ title, text }: BeirDocument): ArticleDraft {
  return {
    headline: title.trim(),
    publishedAt: null,
    section: null,
    byline: null,
    source: null,
    url: null,
    externalId: null,
    language: 'en',
    photoCaption: null,
    paragraphs: text
      .split(/\n+/)
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line !== '')
      .map((line) => ({ kind: 'text', text: line })),
    notes: [],
  };
}

/** What one question brought to light. */
interface Trial {
  readonly query: BeirQuery;
  readonly investigation: Investigation;
}

async function askAll(
  archive: Archive,
  set: BeirSet,
  documents: ReadonlyMap<number, readonly string[]>,
  options: EvaluateOptions,
): Promise<Omit<SetReport, 'seconds'>> {
  const total = set.queries.length + (set.absent?.length ?? 0);
  let done = 0;
  const investigateAll = (queries: readonly BeirQuery[]): Promise<Trial[]> =>
    mapConcurrently(queries, async (query) => {
      const investigation = await archive.investigate(query.text, { scopes: SCOPES });
      options.onProgress?.({ stage: 'ask', done: ++done, total, label: 'Asking questions' });
      return { query, investigation };
    });
  const trials = await investigateAll(set.queries);
  const absent = set.absent === null ? null : await investigateAll(set.absent);
  return {
    name: set.name,
    documents: set.documents.length,
    queries: trials.length,
    systems: await measureSystems(archive, set, trials, documents),
    ...measureHits(archive, set, trials, documents),
    absent: absent === null ? null : measureRefusals(archive, trials, absent),
  };
}

/** Passages ranked per system; enough that ten documents are among them. */
const DEPTH = 200;

async function measureSystems(
  { vectors, lexical }: Archive,
  { judgements }: BeirSet,
  trials: readonly Trial[],
  documents: ReadonlyMap<number, readonly string[]>,
): Promise<SetReport['systems']> {
  const measured = await mapConcurrently(trials, async ({ query, investigation }) => {
    const { question, candidates } = investigation.evidence;
    const filter = { scopes: SCOPES };
    const dense = await vectors.search(question.vector, DEPTH, filter);
    const { passages, ranked } = lexical.search({
      terms: question.terms,
      filter,
      passages: DEPTH,
      articles: 1,
    });
    const measure = (hits: readonly { readonly articleKey: number }[]): RankingMetrics => {
      const keys = [...new Set(hits.map(({ articleKey }) => articleKey))];
      const ranking = keys.flatMap((key) => documents.get(key) ?? []);
      return measureRanking(ranking, judgements.get(query._id) ?? new Map<string, number>());
    };
    return {
      dense: measure(dense),
      lexical: measure(passages.slice(0, ranked)),
      fused: measure(candidates),
    };
  });
  return {
    dense: meanMetrics(measured.map(({ dense }) => dense)),
    lexical: meanMetrics(measured.map(({ lexical: metrics }) => metrics)),
    fused: meanMetrics(measured.map(({ fused }) => fused)),
  };
}

const SHOWN = 3;

function measureHits(
  { library, calibrator }: Archive,
  set: BeirSet,
  trials: readonly Trial[],
  documents: ReadonlyMap<number, readonly string[]>,
): Pick<SetReport, 'sentence' | 'excerpt'> {
  const judged = trials.filter(({ query }) => isJudged(query, set));
  if (judged.length === 0) return { sentence: null, excerpt: null };
  const matches = answerMatcher(set);
  const anyMatches = (query: BeirQuery, key: number, text: string): boolean =>
    (documents.get(key) ?? []).some((documentId) => matches(query, { documentId, text }));
  const never = { ...calibrator.current(SCOPES), threshold: -Infinity };
  const sentence: boolean[][] = [];
  const excerpt: boolean[][] = [];
  for (const { query, investigation } of judged) {
    sentence.push(
      investigation.sentences
        .slice(0, SHOWN)
        .map(({ article, start, end }) =>
          anyMatches(query, article.key, article.canonical.slice(start, end)),
        ),
    );
    excerpt.push(
      conclude(investigation, never, SHOWN).excerpts.map(({ article, text }) =>
        anyMatches(query, library.get(article.id, SCOPES)?.key ?? -1, text),
      ),
    );
  }
  return { sentence: hitRates(sentence), excerpt: hitRates(excerpt) };
}

function hitRates(hits: readonly (readonly boolean[])[]): HitRates {
  const share = (holds: (ranked: readonly boolean[]) => boolean): number =>
    hits.filter(holds).length / hits.length;
  return {
    n: hits.length,
    hit1: share(([first]) => first === true),
    hit3: share((ranked) => ranked.includes(true)),
  };
}

function measureRefusals(
  { calibrator }: Archive,
  present: readonly Trial[],
  absent: readonly Trial[],
): AbsentReport {
  const calibration = calibrator.current(SCOPES);
  const signals = (trials: readonly Trial[]): number[] =>
    trials.map(({ investigation }) => signalOf(investigation, calibration));
  const refused = (trials: readonly Trial[]): number =>
    trials.filter(
      ({ investigation }) => conclude(investigation, calibration, SHOWN).outcome !== 'answered',
    ).length / trials.length;
  return {
    n: absent.length,
    auroc: areaUnderRoc(signals(present), signals(absent)),
    falseRefusals: refused(present),
    trueRefusals: refused(absent),
  };
}

/** Enough to keep every embedding worker busy. */
const CONCURRENCY = 4;

async function mapConcurrently<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [at, item] of queue) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return results;
}
