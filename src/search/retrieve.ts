import type { Embedder } from '../embedding/embedder.ts';
import type { Clock } from '../clock.ts';
import { UserError } from '../errors.ts';
import { fuse, type PassageScores } from './fuse.ts';
import { analyseQuestion } from './lexical/analyse.ts';
import { inverseDocumentFrequency, K1 } from './lexical/bm25.ts';
import type { LexicalIndex, LexicalStatistics } from './lexical/lexical-index.ts';
import type { PassageFilter } from './partition.ts';
import type { VectorIndex } from './vectors/vector-index.ts';

/** A passage that may answer, with its evidence. */
export interface Candidate extends PassageScores {
  readonly passageId: number;
  readonly articleKey: number;
  /** Fused, 0 to 1. */
  readonly score: number;
}

/** The question as the indexes see it. */
export interface AnalysedQuestion {
  readonly text: string;
  /** L2-normalised. */
  readonly vector: Float32Array;
  /** Distinct index terms, in the order of the question. */
  readonly terms: readonly string[];
  /** Of the passages the asker may see; aligned with `terms`. */
  readonly statistics: LexicalStatistics;
  /** How much each term tells, by how few passages hold it; aligned with `terms`. */
  readonly weights: readonly number[];
}

export interface Evidence {
  readonly question: AnalysedQuestion;
  /** Best first; equal scores by ascending passage id. */
  readonly candidates: readonly Candidate[];
  readonly timings: {
    readonly embedMs: number;
    readonly denseMs: number;
    readonly lexicalMs: number;
  };
}

export interface RetrieverPorts {
  readonly embedder: Embedder;
  readonly vectors: VectorIndex;
  readonly lexical: LexicalIndex;
  readonly clock: Clock;
}

/** Candidates taken from each index. The fused order of the first hundred hardly changes with more. */
const CANDIDATES_PER_INDEX = 100;
/** A term's BM25 score approaches this many times its weight, however often it occurs: k1 + 1. */
export const LEXICAL_CEILING = K1 + 1;

export type Retrieve = (
  question: string,
  filter: PassageFilter,
  signal?: AbortSignal,
) => Promise<Evidence>;

/** From a question to ranked passages: dense and lexical candidates, each scored by both indexes, then fused. */
export function createRetriever({ embedder, vectors, lexical, clock }: RetrieverPorts): Retrieve {
  return async (text, filter, signal) => {
    const started = clock.elapsed();
    const vector = await embedQuestion(embedder, text, signal);
    const embedded = clock.elapsed();
    const dense = await vectors.search(vector, CANDIDATES_PER_INDEX, filter);
    const searched = clock.elapsed();
    const question = analyse(text, vector, lexical, filter.scopes);
    const { passages } = lexical.search({
      terms: question.terms,
      filter,
      passages: CANDIDATES_PER_INDEX,
      articles: 0,
      alsoScore: dense.map(({ passageId }) => passageId),
    });
    const matched = clock.elapsed();
    const cosines = await vectors.cosines(
      vector,
      passages.map(({ passageId }) => passageId),
    );
    const scored = passages.map((hit, at) => ({
      passageId: hit.passageId,
      articleKey: hit.articleKey,
      cosine: cosines[at] ?? NaN,
      passageScore: hit.score,
      articleScore: hit.articleScore,
    }));
    return {
      question,
      candidates: rank(
        scored.filter(({ cosine }) => !Number.isNaN(cosine)),
        question,
      ),
      timings: {
        embedMs: embedded - started,
        denseMs: searched - embedded + clock.elapsed() - matched,
        lexicalMs: matched - searched,
      },
    };
  };
}

async function embedQuestion(
  embedder: Embedder,
  text: string,
  signal: AbortSignal | undefined,
): Promise<Float32Array> {
  const tokens = embedder.countTokens(text, 'query');
  if (tokens > embedder.maxTokens) {
    throw new UserError(
      `The question is too long: ${tokens} tokens, where the model reads ${embedder.maxTokens}. Ask it in fewer words.`,
    );
  }
  const [vector] = await embedder.embed([text], {
    role: 'query',
    priority: 'interactive',
    ...(signal ? { signal } : {}),
  });
  if (!vector) throw new Error('The embedder returned no vector for the question.');
  return vector;
}

function analyse(
  text: string,
  vector: Float32Array,
  lexical: LexicalIndex,
  scopes: readonly string[],
): AnalysedQuestion {
  const terms = [...new Set(analyseQuestion(text))];
  const statistics = lexical.statistics(terms, scopes);
  const weights = statistics.passageFrequency.map((frequency) =>
    inverseDocumentFrequency(statistics.passages, frequency),
  );
  return { text, vector, terms, statistics, weights };
}

function rank(
  scored: readonly Omit<Candidate, 'score'>[],
  { statistics, weights }: AnalysedQuestion,
): Candidate[] {
  const articleWeights = statistics.articleFrequency.map((frequency) =>
    inverseDocumentFrequency(statistics.articles, frequency),
  );
  const fused = fuse(scored, {
    passageScore: LEXICAL_CEILING * sum(weights),
    articleScore: LEXICAL_CEILING * sum(articleWeights),
  });
  return scored
    .map((candidate, at) => ({ ...candidate, score: fused[at] ?? 0 }))
    .sort((a, b) => b.score - a.score || a.passageId - b.passageId);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
