import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaUnderRoc, meanMetrics, measureRanking } from '../../src/evaluation/metrics.ts';

const judged = (gains: Record<string, number>) => new Map(Object.entries(gains));

describe('measureRanking', () => {
  it('is perfect when everything relevant comes first', () => {
    expect(measureRanking(['a', 'b', 'x'], judged({ a: 1, b: 1 }))).toEqual({
      ndcg10: 1,
      recall10: 1,
      mrr10: 1,
      hit1: 1,
    });
  });

  it('discounts a hit by the logarithm of its place', () => {
    const metrics = measureRanking(['x', 'y', 'a'], judged({ a: 1, b: 1 }));
    // One hit at place 3 (1 / log2 4) against an ideal of places 1 and 2 (1 + 1 / log2 3).
    expect(metrics.ndcg10).toBeCloseTo(0.5 / (1 + 1 / Math.log2(3)));
    expect(metrics).toMatchObject({ recall10: 0.5, mrr10: 1 / 3, hit1: 0 });
  });

  it('weighs graded judgements by their gain', () => {
    expect(measureRanking(['b', 'a'], judged({ a: 2, b: 1 })).ndcg10).toBeCloseTo(
      (1 + 2 / Math.log2(3)) / (2 + 1 / Math.log2(3)),
    );
  });

  it('looks no further than the tenth place', () => {
    const ranking = [...Array.from({ length: 10 }, (_, at) => `x${at}`), 'a'];
    expect(measureRanking(ranking, judged({ a: 1 }))).toEqual({
      ndcg10: 0,
      recall10: 0,
      mrr10: 0,
      hit1: 0,
    });
  });
});

describe('meanMetrics', () => {
  it('averages each measure and gives zeros for no rankings', () => {
    const one = { ndcg10: 1, recall10: 1, mrr10: 1, hit1: 1 };
    const none = { ndcg10: 0, recall10: 0, mrr10: 0, hit1: 0 };
    expect(meanMetrics([one, none])).toEqual({ ndcg10: 0.5, recall10: 0.5, mrr10: 0.5, hit1: 0.5 });
    expect(meanMetrics([])).toEqual(none);
  });
});

describe('areaUnderRoc', () => {
  it('equals the share of pairs in the right order, ties counting half', () => {
    const score = fc.integer({ min: 0, max: 8 });
    const some = fc.array(score, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(some, some, (positives, negatives) => {
        let right = 0;
        for (const positive of positives) {
          for (const negative of negatives) {
            right += positive > negative ? 1 : positive === negative ? 0.5 : 0;
          }
        }
        expect(areaUnderRoc(positives, negatives)).toBeCloseTo(
          right / (positives.length * negatives.length),
        );
      }),
    );
  });
});
