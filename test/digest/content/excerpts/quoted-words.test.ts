import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotedWords } from '../../../../src/digest/content/excerpts/quoted-words.ts';

function quotedIn(text: string): string[] {
  return findQuotedWords(text).map(({ start, end }) => text.slice(start, end));
}

describe('findQuotedWords', () => {
  it.each([
    ['straight', '"We go," he said, "and stay."', ['We go,', 'and stay.']],
    ['curly', '“We go,” he said, “and stay.”', ['We go,', 'and stay.']],
    ['single', '‘We’ll go,’ he said. ‘It’s the boys’ turn.’', ['We’ll go,', 'It’s the boys']],
    ['German', 'Er sagte: „Wir gehen.“ Und: »Wir bleiben.«', ['Wir gehen.', 'Wir bleiben.']],
    ['German with an English end', '„Wir gehen.” Punkt.', ['Wir gehen.']],
    [
      'French',
      'Il dit : « Nous partons. » Puis «Nous restons.»',
      ['Nous partons.', 'Nous restons.'],
    ],
    ['Swedish', '”Vi går”, sade hon.', ['Vi går']],
  ])('knows %s marks', (_, text, expected) => {
    expect(quotedIn(text)).toEqual(expected);
  });

  it('takes a quotation within a quotation as part of it', () => {
    expect(quotedIn('“He told me ‘never again’ and left,” she said.')).toEqual([
      'He told me ‘never again’ and left,',
    ]);
    expect(quotedIn('"He told me “never again” and left," she said.')).toEqual([
      'He told me “never again” and left,',
    ]);
  });

  it('quotes nothing where a mark is not closed', () => {
    expect(quotedIn('“The paragraph goes on in the next one.')).toEqual([]);
    expect(quotedIn('A board of 6" by 4" is not speech.')).toEqual([]);
    expect(quotedIn('“Never closed. “Closed.”')).toEqual(['Closed.']);
  });

  it('gives spans in order that lie between their marks, for any text', () => {
    const marks = fc.constantFrom(
      '"',
      '“',
      '”',
      '„',
      '«',
      '»',
      '‘',
      '’',
      ' ',
      'a',
      'B',
      '.',
      ',',
      '\u00a0',
    );
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        let behind = 0;
        for (const { start, end, outerStart, outerEnd } of findQuotedWords(text)) {
          expect(outerStart).toBeGreaterThanOrEqual(behind);
          expect(start).toBeGreaterThan(outerStart);
          expect(end).toBeGreaterThan(start);
          expect(outerEnd).toBeGreaterThan(end);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          behind = outerEnd;
        }
      }),
    );
  });
});
