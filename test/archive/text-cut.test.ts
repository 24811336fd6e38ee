import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestTrue, longestFit, pieceEnds } from '../../src/archive/text-cut.ts';

describe('longestFit', () => {
  const cut = (text: string, most: number): string =>
    text.slice(
      0,
      longestFit(text, (end) => end <= most),
    );

  it('keeps a text that fits', () => {
    expect(cut('ships came in', 13)).toBe('ships came in');
  });

  it('cuts at the last clause mark of the second half', () => {
    expect(cut('when ships came, the pier was full of people', 40)).toBe(
      'when ships came, the pier was full of',
    );
    expect(cut('when the ships came, the pier was full', 30)).toBe('when the ships came,');
  });

  it('cuts between characters where no word fits, and never within one', () => {
    expect(cut('harbourmaster', 7)).toBe('harbour');
    expect(cut('😀😀😀', 5)).toBe('😀😀');
    expect(cut('ne\u0301e', 2)).toBe('n');
    expect(cut('😀', 1)).toBe('');
  });
});

describe('pieceEnds', () => {
  it('goes through the text in pieces that are no longer than asked', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', ',', '😀', 'e\u0301'),
      maxLength: 200,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 30 }), (whole, maxLength) => {
        const ends = [...pieceEnds(whole, maxLength)];
        expect(ends.at(-1)).toBe(whole.length);
        for (const [index, end] of ends.entries()) {
          const length = end - (ends[index - 1] ?? 0);
          expect(length).toBeLessThanOrEqual(maxLength);
          expect(length).toBeGreaterThan(whole === '' ? -1 : 0);
        }
      }),
    );
  });
});

describe('largestTrue', () => {
  it('finds the same number as counting up', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(60), (count, most) => {
        expect(largestTrue(count, (n) => n <= most)).toBe(Math.min(count, most));
      }),
    );
  });
});
