import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dueAt, endOfDay, localDate } from '../../../src/digest/calendar/local-days.ts';
import type { DigestDays } from '../../../src/digest/schedule.ts';

function due(zone: string, date: string, time: string, days: DigestDays = 'every'): string | null {
  const at = dueAt({ time, zone, days }, date);
  return at === null ? null : new Date(at).toISOString();
}

describe('when a digest is due', () => {
  test.each([
    ['America/New_York', '2026-03-07', '08:00', '2026-03-07T13:00:00.000Z'],
    ['America/New_York', '2026-03-09', '08:00', '2026-03-09T12:00:00.000Z'],
    ['Asia/Kathmandu', '2026-06-01', '08:00', '2026-06-01T02:15:00.000Z'],
    ['Pacific/Kiritimati', '2026-06-01', '08:00', '2026-05-31T18:00:00.000Z'],
    ['Pacific/Niue', '2026-06-01', '23:00', '2026-06-02T10:00:00.000Z'],
    ['UTC', '2028-02-29', '00:00', '2028-02-29T00:00:00.000Z'],
  ])('in %s on %s at %s it is %s', (zone, date, time, expected) => {
    expect(due(zone, date, time)).toBe(expected);
  });

  test.each([
    // 02:30 -> 03:00 EDT
    ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:00:00.000Z'],
    ['America/New_York', '2026-03-08', '02:00', '2026-03-08T07:00:00.000Z'],
    ['America/New_York', '2026-03-08', '03:00', '2026-03-08T07:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:00:00.000Z'],
    // Half an hour is left out: 02:15 -> 02:30
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30:00.000Z'],
    // The day begins at 01:00
    ['Africa/Cairo', '2026-04-24', '00:30', '2026-04-23T22:00:00.000Z'],
    // 23:00 is midnight of the next day
    ['America/Nuuk', '2026-03-28', '23:30', '2026-03-29T01:00:00.000Z'],
  ])('in %s on %s the clocks jump over %s: it is due at the jump', (zone, date, time, expected) => {
    expect(due(zone, date, time)).toBe(expected);
  });

  test.each([
    ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'],
    ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00.000Z'],
    ['Africa/Cairo', '2026-10-29', '23:30', '2026-10-29T20:30:00.000Z'],
    ['America/Nuuk', '2026-10-24', '23:30', '2026-10-25T00:30:00.000Z'],
  ])('in %s on %s there are two %s: it is due at the first', (zone, date, time, expected) => {
    expect(due(zone, date, time)).toBe(expected);
  });

  test('on a day that was left out it is not due', () => {
    expect(due('Pacific/Apia', '2011-12-29', '08:00')).toBe('2011-12-29T18:00:00.000Z');
    expect(due('Pacific/Apia', '2011-12-30', '08:00')).toBeNull();
    expect(due('Pacific/Apia', '2011-12-30', '00:00')).toBeNull();
    expect(due('Pacific/Apia', '2011-12-31', '08:00')).toBe('2011-12-30T18:00:00.000Z');
  });

  test('it is due on the days that were chosen', () => {
    const week = Array.from({ length: 7 }, (_, at) => addDays('2026-06-01', at));
    const on = (days: DigestDays) => week.filter((date) => due('UTC', date, '08:00', days));
    expect(on('every')).toEqual(week);
    expect(on('weekdays')).toEqual(week.slice(0, 5));
    expect(on(1)).toEqual(['2026-06-01']);
    expect(on(7)).toEqual(['2026-06-07']);
  });

  test('a zone that does not exist is an error', () => {
    expect(() => dueAt({ time: '08:00', zone: 'Moon/Base', days: 'every' }, '2026-01-01')).toThrow(
      RangeError,
    );
  });
});

describe('local days', () => {
  test.each([
    ['Asia/Kathmandu', '2026-06-01T18:14:59.999Z', '2026-06-01'],
    ['Asia/Kathmandu', '2026-06-01T18:15:00.000Z', '2026-06-02'],
    ['America/New_York', '2027-01-01T04:59:59.999Z', '2026-12-31'],
    ['Pacific/Apia', '2011-12-30T10:00:00.000Z', '2011-12-31'],
  ])('in %s it is at %s the %s', (zone, moment, expected) => {
    expect(localDate(zone, Date.parse(moment))).toBe(expected);
  });

  test.each([
    ['UTC', '2026-06-01T00:00:00.000Z', '2026-06-02T00:00:00.000Z'],
    // 23 and 25 hours
    ['America/New_York', '2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z'],
    ['America/New_York', '2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z'],
    // The clocks are changed at midnight, or jump over it
    ['Africa/Cairo', '2026-04-23T12:00:00.000Z', '2026-04-23T22:00:00.000Z'],
    ['Africa/Cairo', '2026-10-29T20:30:00.000Z', '2026-10-29T22:00:00.000Z'],
    ['America/Nuuk', '2026-03-28T20:00:00.000Z', '2026-03-29T01:00:00.000Z'],
    ['Pacific/Apia', '2011-12-30T09:00:00.000Z', '2011-12-30T10:00:00.000Z'],
  ])('in %s the day of %s ends at %s', (zone, moment, expected) => {
    expect(new Date(endOfDay(zone, Date.parse(moment))).toISOString()).toBe(expected);
  });

  test('days go on over months and leap years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  });
});

describe('every zone', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  const anyMoment = fc.integer({ min: Date.UTC(2000), max: Date.UTC(2036) });

  test('has the days that Intl says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), anyMoment, (zone, ms) => {
        expect(localDate(zone, ms)).toBe(shown(zone, ms).slice(0, 10));
      }),
      { numRuns: 200 },
    );
  });

  test('is due when its clocks show the time for the first time, or have jumped over it', () => {
    const anyMinute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), anyMoment, anyMinute, (zone, ms, minute) => {
        const date = localDate(zone, ms);
        const time = new Date(minute * 60_000).toISOString().slice(11, 16);
        const at = dueAt({ time, zone, days: 'every' }, date);
        if (at === null) {
          expect(zone).toMatch(/Apia|Fakaofo/);
          return;
        }
        const wanted = `${date} ${time}`;
        expect(shown(zone, at) >= wanted).toBe(true);
        expect(shown(zone, at - 1) < wanted).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a zone's clocks show: `2026-11-24 08:00`. */
function shown(zone: string, ms: number): string {
  const options = { timeZone: zone, dateStyle: 'short', timeStyle: 'short' } as const;
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv', options);
  formats.set(zone, format);
  return format.format(ms);
}
