import { LEXICAL_CEILING, sum, type Evidence } from '../search/retrieve.ts';
import { REFERENCE_SCALE, toReference, type CosineScale } from './cosine-scale.ts';

/** What tells answers from near misses in one archive with one model. Found by `calibrate.ts`, without labels. */
export interface Calibration {
  /** Signals below this are not claimed to be answers. */
  readonly threshold: number;
  /** Of the embedding model in use. */
  readonly scale: CosineScale;
}

/** For archives too small to calibrate on: the middle of what larger archives arrived at. */
export const DEFAULT_CALIBRATION: Calibration = { threshold: -1.2, scale: REFERENCE_SCALE };

/**
 * How much each observation speaks for an answer: a logistic regression over answered and unanswerable questions of
 * several kinds (short and long, over news and reference texts), rounded. Fitted without one kind in turn, it still told
 * that kind's questions apart (area under the ROC curve .91 to .99).
 */
const WEIGHTS = {
  offset: -7.4,
  /** Of the best passage. */
  cosine: 9.5,
  /** The best BM25 as a part of what the question could reach, plus the share of its words in the best article. */
  words: 4.5,
  /** BM25 of the runners-up: where many passages match as well, the match says little. */
  runnersUp: -14,
  /** A long question shares a smaller part of its words with the text that answers it. */
  length: 1,
} as const;

/** Passages after the best that tell how much a match is worth. */
const RUNNERS_UP = 5;

/** How much speaks for the archive holding the answer: log-odds, about -8 to 12, before calibration. */
export function confidenceSignal(
  { candidates, question }: Evidence,
  articleShare: number,
  scale: CosineScale,
): number {
  const best = candidates[0];
  if (!best) return -Infinity;
  const ceiling = LEXICAL_CEILING * sum(question.weights);
  const share = (score: number): number => (ceiling === 0 ? 0 : score / ceiling);
  const scores = candidates.map(({ passageScore }) => passageScore).sort((a, b) => b - a);
  const runnersUp = sum(scores.slice(1, 1 + RUNNERS_UP)) / RUNNERS_UP;
  return (
    WEIGHTS.offset +
    WEIGHTS.cosine * toReference(best.cosine, scale) +
    WEIGHTS.words * (share(scores[0] ?? 0) + articleShare) +
    WEIGHTS.runnersUp * share(runnersUp) +
    WEIGHTS.length * Math.log1p(question.terms.length)
  );
}

/** From 0 to 1; one half at the threshold. */
export function confidenceOf(signal: number, { threshold }: Calibration): number {
  return 1 / (1 + Math.exp(threshold - signal));
}
