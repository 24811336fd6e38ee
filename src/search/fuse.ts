/** The three pieces of evidence for one passage, as the two indexes gave them. */
export interface PassageScores {
  /** Cosine of question and passage, -1 to 1. */
  readonly cosine: number;
  /** BM25 of the passage. */
  readonly passageScore: number;
  /** BM25 of the whole article the passage is from. */
  readonly articleScore: number;
}

/** What BM25 could give this question at most: every term of it, as often as can be. */
export interface ScoreCeilings {
  readonly passageScore: number;
  readonly articleScore: number;
}

/** Shares of the fused score; they add up to 1, so it lies between 0 and 1. Measured on held-out news. */
const WEIGHTS = { cosine: 0.4, passageScore: 0.3, articleScore: 0.3 } as const;

/** With fewer candidates than this the best and the worst of them say little about what is good or bad. */
const ENOUGH_CANDIDATES = 30;

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * One score from 0 to 1 per candidate: the weighted sum of the three scores, each brought to 0…1 between its lowest and
 * highest value among the candidates. A handful of candidates (a new archive, a narrow filter) is measured against fixed
 * bounds instead, lest the best of five poor passages count as perfect.
 */
export function fuse(candidates: readonly PassageScores[], ceilings: ScoreCeilings): Float64Array {
  const few = candidates.length < ENOUGH_CANDIDATES;
  const bounds = {
    cosine: few ? { low: 0, high: 1 } : boundsOf(candidates.map(({ cosine }) => cosine)),
    passageScore: few
      ? { low: 0, high: ceilings.passageScore }
      : boundsOf(candidates.map(({ passageScore }) => passageScore)),
    articleScore: few
      ? { low: 0, high: ceilings.articleScore }
      : boundsOf(candidates.map(({ articleScore }) => articleScore)),
  };
  return Float64Array.from(
    candidates,
    (candidate) =>
      WEIGHTS.cosine * scale(candidate.cosine, bounds.cosine) +
      WEIGHTS.passageScore * scale(candidate.passageScore, bounds.passageScore) +
      WEIGHTS.articleScore * scale(candidate.articleScore, bounds.articleScore),
  );
}

function boundsOf(values: readonly number[]): Bounds {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { low, high };
}

/** 0 at `low`, 1 at `high`, clamped; 0 where the bounds coincide. */
function scale(value: number, { low, high }: Bounds): number {
  if (high <= low) return 0;
  return Math.min(1, Math.max(0, (value - low) / (high - low)));
}
