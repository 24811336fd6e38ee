import type { RankingMetrics } from './metrics.ts';

/** What `eval` finds out, and prints with `--json`. Shares of 0 to 1; what a set has no labels for is null. */
export interface EvaluationReport {
  readonly sets: readonly SetReport[];
}

export interface SetReport {
  readonly name: string;
  readonly documents: number;
  readonly queries: number;
  /** At document level: a document ranks with its best passage. */
  readonly systems: {
    readonly dense: RankingMetrics;
    readonly lexical: RankingMetrics;
    readonly fused: RankingMetrics;
  };
  /** The ranked sentences: how often the first, or one of the first three, holds the answer. */
  readonly sentence: HitRates | null;
  /** The excerpts as shown, with their neighbouring sentences. */
  readonly excerpt: HitRates | null;
  /** A refusal is any outcome but `answered`, at the self-calibrated threshold. */
  readonly absent: AbsentReport | null;
  readonly seconds: number;
}

export interface HitRates {
  readonly n: number;
  readonly hit1: number;
  readonly hit3: number;
}

export interface AbsentReport {
  readonly n: number;
  readonly auroc: number;
  /** Share of the answerable questions that are refused. */
  readonly falseRefusals: number;
  /** Share of the absent questions that are refused. */
  readonly trueRefusals: number;
}
