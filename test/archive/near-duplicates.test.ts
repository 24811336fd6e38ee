import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, shinglesOf, sketchText, wordsOf } from '../../src/archive/near-duplicates.ts';

/** Jaccard of word 5-grams by its definition. */
function plainLikeness(a: readonly string[], b: readonly string[]): number {
  const [one, other] = [gramsOf(a), gramsOf(b)];
  const common = [...one].filter((gram) => other.has(gram)).length;
  return common / (one.size + other.size - common);
}

function gramsOf(words: readonly string[]): Set<string> {
  if (words.length < 5) return new Set([words.join(' ')]);
  return new Set(words.slice(4).map((_, at) => words.slice(at, at + 5).join(' ')));
}

function bandsShared(a: readonly string[], b: readonly string[]): number {
  const other = new Set(sketchText(b).bands);
  return sketchText(a).bands.filter((band) => other.has(band)).length;
}

describe('likeness', () => {
  it('is the Jaccard likeness of word 5-grams', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(likeness(shinglesOf(a), shinglesOf(b))).toBeCloseTo(plainLikeness(a, b), 12);
      }),
    );
  });

  it('is 0 where there are no words', () => {
    expect(likeness(shinglesOf([]), shinglesOf([]))).toBe(0);
    expect(likeness(shinglesOf([]), shinglesOf(['a']))).toBe(0);
  });

  it('looks at the beginning of a book only', () => {
    const book = Array.from({ length: 21_000 }, (_, n) => `w${n}`);
    expect(sketchText(book)).toEqual(sketchText(book.slice(0, 20_000)));
    expect(sketchText(book)).not.toEqual(sketchText(book.slice(0, 19_990)));
  });
});

describe('bands', () => {
  const words = Array.from({ length: 400 }, (_, n) => `word${n}`);

  it('are shared by texts that are much alike', () => {
    // Every change of one word touches five 5-grams: likeness .88 and .68.
    for (const every of [80, 26]) {
      const changed = words.map((word, at) => (at % every === 13 ? `new${at}` : word));
      expect(plainLikeness(words, changed)).toBeGreaterThan(0.6);
      expect(bandsShared(words, changed)).toBeGreaterThan(0);
    }
  });

  it('are hardly ever shared by texts that have little in common', () => {
    const others = Array.from({ length: 200 }, (_, n) => words.map((word) => `${word}x${n}`));
    const shared = others.map((other) => bandsShared(words, other));
    expect(shared.reduce((sum, count) => sum + count, 0)).toBe(0);
  });

  it('are 16 distinct safe integers', () => {
    const { bands } = sketchText(words);
    expect(new Set(bands).size).toBe(16);
    expect(bands.every((band) => Number.isSafeInteger(band) && band >= 0)).toBe(true);
  });
});

describe('wordsOf', () => {
  it('gives letters and digits in lower case', () => {
    expect(wordsOf('Don’t PANIC: 42, Größe!')).toEqual(['don', 't', 'panic', '42', 'größe']);
    expect(wordsOf(' — ')).toEqual([]);
  });
});
