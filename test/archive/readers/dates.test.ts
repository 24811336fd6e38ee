import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from '../../../src/archive/readers/dates.ts';

describe('readDate', () => {
  it.each([
    ['2024-02-10', '2024-02-10'],
    ['2024/2/1', '2024-02-01'],
    ['20240210', '2024-02-10'],
    ['2024-02-10T08:30:00Z', '2024-02-10T08:30:00Z'],
    ['2024-02-10T08:30:00.123+0100', '2024-02-10T08:30:00+01:00'],
    ['2024-02-10 08:30:00 UTC', '2024-02-10T08:30:00Z'],
    ['2024-02-10T08:30', '2024-02-10'],
    ['February 10, 2024', '2024-02-10'],
    ['Feb. 10th, 2024', '2024-02-10'],
    ['10 February 2024', '2024-02-10'],
    ['10 FEB 2024', '2024-02-10'],
    ['Sept 3, 2023', '2023-09-03'],
    ['10-Feb-2024', '2024-02-10'],
    ['Saturday, 10 February 2024', '2024-02-10'],
    ['Published on February 10, 2024 at 8:30 p.m. EST', '2024-02-10T20:30:00-05:00'],
    ['Updated: 10 Feb 2024, 8 am GMT', '2024-02-10T08:00:00Z'],
    ['Sat, 10 Feb 2024 08:30:00 +0000', '2024-02-10T08:30:00Z'],
    ['Sat, 10 Feb 2024 08:30:00 -0730 (Somewhere)', '2024-02-10T08:30:00-07:30'],
    ['10 Feb 2024 08:30 IST', '2024-02-10'],
    ['13/04/2024', '2024-04-13'],
    ['04/13/2024', '2024-04-13'],
    ['02.02.2024', '2024-02-02'],
    ['29 February 2024', '2024-02-29'],
  ])('reads "%s" as %s', (text, iso) => {
    expect(readDate(text)).toEqual({ kind: 'date', iso });
  });

  it.each([
    ['03/04/2024', ['2024-04-03', '2024-03-04']],
    ['3.4.2024', ['2024-04-03', '2024-03-04']],
    ['10/02/24', ['2024-02-10', '2024-10-02']],
  ])('does not choose between the readings of "%s"', (text, readings) => {
    expect(readDate(text)).toEqual({ kind: 'ambiguous', readings });
  });

  it.each([
    '2024-02-30',
    '0000-00-00',
    'February 29, 2023',
    '31 April 2024',
    '45/13/2024',
    '2024-02-10T25:00:00Z',
    '2024-02-10T08:00:00+23:00',
  ])('calls "%s" impossible', (text) => {
    expect(readDate(text)).toEqual({ kind: 'impossible' });
  });

  it.each([
    '',
    'soon',
    'May',
    'March 2024',
    '2024',
    '10',
    'February 10, 2024 was cold',
    'Marching 3, 2024',
    '10 8',
  ])('does not call "%s" a date', (text) => {
    expect(readDate(text)).toEqual({ kind: 'none' });
  });

  it('reads every day back from every way it writes it', () => {
    const day = fc.date({
      min: new Date('1000-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const format = (options: Intl.DateTimeFormatOptions, locale: string): string =>
          date.toLocaleDateString(locale, {
            timeZone: 'UTC',
            year: 'numeric',
            day: 'numeric',
            ...options,
          });
        for (const text of [
          iso,
          format({ month: 'long' }, 'en-US'),
          format({ month: 'short' }, 'en-GB'),
          format({ month: 'long', weekday: 'long' }, 'en-GB'),
          `${iso}T00:00`,
        ]) {
          expect(readDate(text)).toEqual({ kind: 'date', iso });
        }
        expect(readDate(date.toUTCString())).toMatchObject({ kind: 'date' });
      }),
    );
  });
});
