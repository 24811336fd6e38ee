import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDateBound, parseDateRange } from '../../src/archive/date-range.ts';
import { UserError } from '../../src/errors.ts';

/** A Thursday in a leap year, late in the UTC day. */
const TODAY = new Date('2024-02-29T23:30:00Z');

function dayOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
}

describe('parseDateBound', () => {
  it.each([
    ['2024-02-10', '2024-02-10', '2024-02-10'],
    ['2024/2/9', '2024-02-09', '2024-02-09'],
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['Feb 2024', '2024-02-01', '2024-02-29'],
    ['SEPT. 2023', '2023-09-01', '2023-09-30'],
    ['February 10, 2024', '2024-02-10', '2024-02-10'],
    [' feb  10th 2024 ', '2024-02-10', '2024-02-10'],
    ['10 Feb 2024', '2024-02-10', '2024-02-10'],
    ['1 May, 1999', '1999-05-01', '1999-05-01'],
    ['today', '2024-02-29', '2024-02-29'],
    ['Yesterday', '2024-02-28', '2024-02-28'],
    ['this week', '2024-02-26', '2024-03-03'],
    ['last week', '2024-02-19', '2024-02-25'],
    ['this month', '2024-02-01', '2024-02-29'],
    ['last month', '2024-01-01', '2024-01-31'],
    ['this year', '2024-01-01', '2024-12-31'],
    ['last year', '2023-01-01', '2023-12-31'],
    ['3 days ago', '2024-02-26', '2024-02-26'],
    ['2 weeks ago', '2024-02-15', '2024-02-15'],
    ['a month ago', '2024-01-29', '2024-01-29'],
    ['one year ago', '2023-02-28', '2023-02-28'],
    ['14 months ago', '2022-12-29', '2022-12-29'],
    ['0 days ago', '2024-02-29', '2024-02-29'],
  ])('reads "%s" as %s to %s', (text, first, last) => {
    expect(parseDateBound(text, 'after', TODAY)).toBe(dayOf(first));
    expect(parseDateBound(text, 'before', TODAY)).toBe(dayOf(last));
  });

  it('begins a week on Monday, on every day of the week', () => {
    for (let day = 19; day <= 25; day++) {
      expect(parseDateBound('this week', 'after', new Date(`2024-02-${day}T12:00:00Z`))).toBe(
        dayOf('2024-02-19'),
      );
    }
    expect(parseDateBound('this week', 'after', new Date('1969-12-28T12:00:00Z'))).toBe(
      dayOf('1969-12-22'),
    );
  });

  it.each([
    ['2024-02-30', '"2024-02-30" is not a date: 2024-02 has days 1 to 29, not 30.'],
    ['29 Feb 2023', '"29 Feb 2023" is not a date: 2023-02 has days 1 to 28, not 29.'],
    ['2024-13', '"2024-13" is not a date: there is no month 13. Months go from 1 to 12.'],
    ['2024-00-10', '"2024-00-10" is not a date: there is no month 0. Months go from 1 to 12.'],
  ])('refuses %s, which does not exist', (text, message) => {
    expect(() => parseDateBound(text, 'after', TODAY)).toThrow(new UserError(message));
  });

  it.each([
    '',
    'soon',
    '10/02/2024',
    '24',
    'Fbr 2024',
    'Feb 10',
    'last century',
    '2024-02-10T08:00',
    '-3 days ago',
    '99999 days ago',
  ])('refuses "%s" with examples of what to write', (text) => {
    expect(() => parseDateBound(text, 'before', TODAY)).toThrow(UserError);
    expect(() => parseDateBound(text, 'before', TODAY)).toThrow(
      `"${text}" is not a date that can stand for "before". Write it like 2024-02-10, 2024-02, 2024,`,
    );
  });

  it('shows only the beginning of an endless text', () => {
    expect(() => parseDateBound('x'.repeat(5000), 'after', TODAY)).toThrow(
      `"${'x'.repeat(60)}…" is not`,
    );
  });

  it('reads back every day it is given, and no other text than a date', () => {
    const day = fc.integer({ min: dayOf('1000-01-01'), max: dayOf('9999-12-31') });
    fc.assert(
      fc.property(day, fc.constantFrom('after' as const, 'before' as const), (expected, edge) => {
        const iso = new Date(expected * 86_400_000).toISOString().slice(0, 10);
        expect(parseDateBound(iso, edge, TODAY)).toBe(expected);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!/\d{4}/.test(text));
        expect(() => parseDateBound(text, 'after', TODAY)).toThrow(UserError);
      }),
    );
  });
});

describe('parseDateRange', () => {
  it('leaves absent and blank bounds open', () => {
    expect(parseDateRange({}, TODAY)).toEqual({});
    expect(parseDateRange({ after: ' ', before: undefined }, TODAY)).toEqual({});
    expect(parseDateRange({ after: '2023' }, TODAY)).toEqual({ firstDay: dayOf('2023-01-01') });
    expect(parseDateRange({ before: '2023' }, TODAY)).toEqual({ lastDay: dayOf('2023-12-31') });
  });

  it('takes a period as both bounds', () => {
    expect(parseDateRange({ after: '2023', before: '2023' }, TODAY)).toEqual({
      firstDay: dayOf('2023-01-01'),
      lastDay: dayOf('2023-12-31'),
    });
  });

  it('refuses bounds with no day between them', () => {
    expect(() => parseDateRange({ after: 'Feb 2024', before: 'Jan 2024' }, TODAY)).toThrow(
      new UserError(
        'No day is both after "Feb 2024" (from 2024-02-01) and before "Jan 2024" (until 2024-01-31). ' +
          'Exchange the two dates, or leave one out.',
      ),
    );
  });
});
