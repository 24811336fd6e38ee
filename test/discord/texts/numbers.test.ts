import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/discord/texts/language.ts';
import { formatMegabytes, formatNumber, formatShare } from '../../../src/discord/texts/numbers.ts';

const inAll = (format: (language: (typeof LANGUAGES)[number]) => string): string[] =>
  LANGUAGES.map((language) => format(language).replace(/\s/g, ' '));

describe('numbers in English, German, French and Spanish', () => {
  it('are grouped as the language does', () => {
    expect(inAll((language) => formatNumber(language, 1_234))).toEqual([
      '1,234',
      '1.234',
      '1 234',
      '1.234',
    ]);
  });

  it('are shares without a fraction', () => {
    expect(inAll((language) => formatShare(language, 0.777))).toEqual([
      '78%',
      '78 %',
      '78 %',
      '78 %',
    ]);
  });

  it('are megabytes, of which there are some where there is anything', () => {
    expect(inAll((language) => formatMegabytes(language, 2_449_999))).toEqual([
      '2.4 MB',
      '2,4 MB',
      '2,4 MB',
      '2,4 MB',
    ]);
    expect([0, 1, 60_000].map((bytes) => formatMegabytes('en', bytes))).toEqual([
      '0 MB',
      '0.1 MB',
      '0.1 MB',
    ]);
  });
});
