import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuse } from '../../src/search/fuse.ts';

const ceilings = { passageScore: 10, articleScore: 10 };
const scores = fc.record({
  cosine: fc.double({ min: -1, max: 1, noNaN: true }),
  passageScore: fc.double({ min: 0, max: 30, noNaN: true }),
  articleScore: fc.double({ min: 0, max: 30, noNaN: true }),
});

describe('fuse', () => {
  it('gives every candidate a score between 0 and 1', () => {
    fc.assert(
      fc.property(fc.array(scores, { maxLength: 60 }), (candidates) => {
        for (const score of fuse(candidates, ceilings)) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  it('never ranks a candidate below one that is worse in every score', () => {
    fc.assert(
      fc.property(fc.array(scores, { minLength: 2, maxLength: 60 }), (candidates) => {
        const [first] = candidates;
        if (!first) return;
        const worse = {
          cosine: first.cosine - 0.01,
          passageScore: first.passageScore / 2,
          articleScore: first.articleScore / 2,
        };
        const fused = fuse([...candidates, worse], ceilings);
        expect(fused[0]).toBeGreaterThanOrEqual(fused.at(-1) ?? Infinity);
      }),
    );
  });

  it('does not call the best of a few poor candidates perfect', () => {
    const poor = [0.12, 0.1, 0.05].map((cosine) => ({
      cosine,
      passageScore: 0.5,
      articleScore: 0.5,
    }));
    expect(Math.max(...fuse(poor, ceilings))).toBeLessThan(0.1);
  });

  it('tells candidates apart where there are many and all are alike in one score', () => {
    const many = Array.from({ length: 40 }, (_, at) => ({
      cosine: 0.5,
      passageScore: at,
      articleScore: 3,
    }));
    const fused = fuse(many, ceilings);
    expect(fused[39]).toBeCloseTo(0.3);
    expect(fused[0]).toBe(0);
  });

  it('has nothing to say about no candidates', () => {
    expect(fuse([], ceilings)).toHaveLength(0);
  });
});
