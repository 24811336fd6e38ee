/** Relevance of documents to one query: document id to gain (0 or absent: not relevant). */
export type Judgements = ReadonlyMap<string, number>;

export interface RankingMetrics {
  readonly ndcg10: number;
  readonly recall10: number;
  readonly mrr10: number;
  readonly hit1: number;
}

const DEPTH = 10;

/** The usual measures of one ranking (document ids, best first) at depth 10, as trec_eval defines them. */
export function measureRanking(ranking: readonly string[], judgements: Judgements): RankingMetrics {
  const top = ranking.slice(0, DEPTH);
  const gains = top.map((id) => judgements.get(id) ?? 0);
  const relevant = [...judgements.values()].filter((gain) => gain > 0);
  const ideal = relevant.sort((a, b) => b - a).slice(0, DEPTH);
  const firstHit = gains.findIndex((gain) => gain > 0);
  return {
    ndcg10: ideal.length === 0 ? 0 : discounted(gains) / discounted(ideal),
    recall10: relevant.length === 0 ? 0 : gains.filter((gain) => gain > 0).length / relevant.length,
    mrr10: firstHit < 0 ? 0 : 1 / (firstHit + 1),
    hit1: firstHit === 0 ? 1 : 0,
  };
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((total, gain, at) => total + gain / Math.log2(at + 2), 0);
}

/** The mean of each measure; zeros for no rankings. */
export function meanMetrics(all: readonly RankingMetrics[]): RankingMetrics {
  const mean = (pick: (metrics: RankingMetrics) => number): number =>
    all.length === 0 ? 0 : all.reduce((total, metrics) => total + pick(metrics), 0) / all.length;
  return {
    ndcg10: mean((metrics) => metrics.ndcg10),
    recall10: mean((metrics) => metrics.recall10),
    mrr10: mean((metrics) => metrics.mrr10),
    hit1: mean((metrics) => metrics.hit1),
  };
}

/**
 * Area under the ROC curve: how often a random positive scores above a random negative, ties counting half
 * (the Mann-Whitney statistic). NaN when either side is empty.
 */
export function areaUnderRoc(positives: readonly number[], negatives: readonly number[]): number {
  const all = [
    ...positives.map((score) => ({ score, positive: true })),
    ...negatives.map((score) => ({ score, positive: false })),
  ].sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]?.score === all[from]?.score) to++;
    // Equal scores share the mean of their ranks, which start at 1.
    const rank = (from + 1 + to) / 2;
    for (let at = from; at < to; at++) if (all[at]?.positive) rankSum += rank;
    from = to;
  }
  const pairs = positives.length * negatives.length;
  return (rankSum - (positives.length * (positives.length + 1)) / 2) / pairs;
}
