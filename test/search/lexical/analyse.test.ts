import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  analyse,
  analyseQuestion,
  analyseWithSpans,
  distinctTerms,
} from '../../../src/search/lexical/analyse.ts';

describe('terms', () => {
  it.each([
    ['lower-cased and stemmed', 'Ministers URGED elections', ['minist', 'urg', 'elect']],
    ['kept in order with duplicates', 'rain, snow; rain', ['rain', 'snow', 'rain']],
    ['without stop words', 'what did the council of it all say', ['council', 'sai']],
    ['without accents', 'Café Łódź Ærø naïve STRASSE Straße', 'cafe lodz aero naiv strass strass'],
    [
      'the same composed and decomposed',
      'Se\u0301gole\u0300ne S\u00e9gol\u00e8ne',
      'segolen segolen',
    ],
    [
      'without the possessive',
      'Biden’s budget, the Joneses’ dog’s',
      ['biden', 'budget', 'jones', 'dog'],
    ],
    ['whole for names with apostrophes', "O'Brien O’Neill d'Ivoire", 'obrien oneil divoir'],
    ['nothing for contractions', "they've we'll don't can't I'm she'd isn’t", []],
    [
      'joined for initials',
      'U.S. troops, the U.K, 9 p.m. J.R.R. Tolkien',
      'us troop uk 9 pm jrr tolkien',
    ],
    ['joined for ampersands', 'AT&T and S&P this & that', 'att sp'],
    ['whole for numbers', '3.5 per cent of 1,200,300 or 40% or $7bn', '3.5 cent 1200300 40 7bn'],
    ['apart for lists of numbers', '1,2,3 and 12,34 and 1.2,3', '1 2 3 12 34 1.2 3'],
    ['whole for dates and clock times', '2024-02-10 at 10.30', ['2024-02-10', '10.30']],
    [
      'apart for hyphens',
      'high-tempo 2023-24 COVID-19',
      ['high', 'tempo', '2023', '24', 'covid', '19'],
    ],
    ['apart for sentences', 'war.Peace came.It', ['war', 'peac', 'came']],
    ['letters and digits together', 'G7 F-16 5G 1990s', ['g7', 'f', '16', '5g', '1990s']],
    ['of any script', 'Москва Αθήνα القاهرة', ['москва', 'αθηνα', 'القاهرة']],
    ['one per character where there are no spaces', '東京2024', ['東', '京', '2024']],
    ['in letters and digits of full width', 'ＮＡＴＯ １２', ['nato', '12']],
    ['through soft hyphens', 'infor\u00admation', ['inform']],
    ['none for symbols', '— 😀 ½ … \ud83d © _', []],
  ])('are %s', (_, text, expected) => {
    expect(analyse(text)).toEqual(typeof expected === 'string' ? expected.split(' ') : expected);
  });

  it('of a very long word are its first 64 characters', () => {
    expect(analyse('9'.repeat(1_000))).toEqual(['9'.repeat(64)]);
    expect(analyse('ﷺ'.repeat(64)).every((term) => term.length <= 64)).toBe(true);
    expect(analyse('𝒳'.repeat(100))).toEqual(['x'.repeat(32)]);
    expect(analyse('𐐷'.repeat(33) + 'a')).toEqual(['𐐷'.repeat(32)]);
  });

  it('carry the place of the word as written', () => {
    const text = 'The U.S. said O’Brien’s 1,200 troops …';
    const words = analyseWithSpans(text).map(({ term, start, end }) => [
      term,
      text.slice(start, end),
    ]);
    expect(words).toEqual([
      ['us', 'U.S'],
      ['said', 'said'],
      ['obrien', 'O’Brien’s'],
      ['1200', '1,200'],
      ['troop', 'troops'],
    ]);
  });

  it('can be had once each', () => {
    expect(distinctTerms('rain snow rains RAIN wind')).toEqual(['rain', 'snow', 'wind']);
  });
});

describe('a question', () => {
  it('has the terms of any text', () => {
    expect(analyseQuestion('What did NATO urge?')).toEqual(analyse('What did NATO urge?'));
  });

  it('made of stop words keeps them', () => {
    expect(analyseQuestion('Who are they?')).toEqual(['who', 'ar', 'thei']);
    expect(analyseQuestion('…?')).toEqual([]);
  });
});

describe('any text', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...Array.from("aZ9'’.,-& é\u0301東\ud83d\u00ad½")) }),
    // Lone surrogates too.
    fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units)),
  );

  it('is analysed without fail into short, lower-case terms with matching spans', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const spans = analyseWithSpans(text);
        expect(spans.map(({ term }) => term)).toEqual(analyse(text));
        let last = 0;
        for (const { term, start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
          expect(term.length).toBeGreaterThan(0);
          expect(term.length).toBeLessThanOrEqual(64);
          expect(term).not.toMatch(/\s|\p{Lu}|\p{Cs}/u);
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1_000 },
    );
  });

  it('has the same terms whatever its case and accents', () => {
    const letters = fc.string({ unit: fc.constantFrom(...Array.from('abcdeëéñõü 123')) });
    fc.assert(
      fc.property(letters, (text) => {
        expect(analyse(text.toUpperCase())).toEqual(analyse(text));
        expect(analyse(text.normalize('NFD'))).toEqual(analyse(text));
        expect(analyse(text.normalize('NFD').replace(/\p{M}/gu, ''))).toEqual(analyse(text));
      }),
    );
  });

  it('has the terms of its parts when cut at white space', () => {
    fc.assert(
      fc.property(anything, anything, (first, second) => {
        expect(analyse(`${first}\n${second}`)).toEqual([...analyse(first), ...analyse(second)]);
      }),
    );
  });

  it('is read in about one step per character, however hostile', () => {
    // Quadratic work would take hours on these, and the test would time out.
    for (const unit of [
      "'",
      "a'",
      'a.',
      '1,',
      '1.',
      '1,234',
      '-',
      '\u0301',
      'a\u0301',
      '2024-02-1',
    ]) {
      const text = unit.repeat(500_000 / unit.length);
      expect(analyse(text).every((term) => term.length <= 64)).toBe(true);
    }
  });
});
