import { describe, expect, it, test } from 'vitest';
import { readTypedDate } from '../../../src/discord/ingest/typed-date.ts';

const TODAY = new Date('2024-03-01T12:00:00Z');

describe('a typed date', () => {
  test.each([
    ['2024-02-10', '2024-02-10'],
    ['2024-02-10T08:30:00Z', '2024-02-10T08:30:00Z'],
    [' 10 Feb 2024 ', '2024-02-10'],
    ['February 10, 2024', '2024-02-10'],
    ['yesterday', '2024-02-29'],
    ['3 days ago', '2024-02-27'],
  ])('in English may be %s', (typed, iso) => {
    expect(readTypedDate(typed, 'en', TODAY)).toBe(iso);
  });

  test.each([
    ['de', '10.2.2024', '2024-02-10'],
    ['de', '03.04.2024', '2024-04-03'],
    ['de', '10. Februar 2024', '2024-02-10'],
    ['de', '1. März 2024', '2024-03-01'],
    ['de', 'gestern', '2024-02-29'],
    ['fr', '1er mars 2024', '2024-03-01'],
    ['fr', '10 févr. 2024', '2024-02-10'],
    ['fr', '3 juillet 2024', '2024-07-03'],
    ['fr', 'avant-hier', '2024-02-28'],
    ['es', '10 de febrero de 2024', '2024-02-10'],
    ['es', '3/4/2024', '2024-04-03'],
    ['es', 'ayer', '2024-02-29'],
    ['de', '10 Feb 2024', '2024-02-10'],
  ] as const)('in %s may be %s', (language, typed, iso) => {
    expect(readTypedDate(typed, language, TODAY)).toBe(iso);
  });

  it('is none where it names no single day, or one that does not exist', () => {
    const wrong = [
      'soon',
      '2024',
      'Feb 2024',
      'last week',
      '2024-02-31',
      '03/04/2024',
      '10 jui 2024',
    ];
    for (const typed of wrong) expect(readTypedDate(typed, 'en', TODAY)).toBeNull();
    expect(readTypedDate('31.2.2024', 'de', TODAY)).toBeNull();
    expect(readTypedDate('10 jui 2024', 'fr', TODAY)).toBeNull();
  });
});
