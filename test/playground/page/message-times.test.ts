import { describe, expect, it } from 'vitest';
import {
  timestampStyle,
  timestampText,
} from '../../../src/playground/page/markdown/timestamp-text.ts';
import { sentText, timeOfDay } from '../../../src/playground/page/message/message-times.ts';

const BERLIN = { locale: 'en-GB', zone: 'Europe/Berlin' };
const NOW = Date.parse('2026-11-24T13:05:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('when a message was sent', () => {
  it.each([
    ['2026-11-24T13:05:00Z', 'Today at 14:05'],
    ['2026-11-23T23:30:00Z', 'Today at 00:30'],
    ['2026-11-23T22:30:00Z', 'Yesterday at 23:30'],
    ['2026-11-22T12:00:00Z', '22/11/2026 13:00'],
    ['2026-11-25T12:00:00Z', '25/11/2026 13:00'],
  ])('%s is %s', (at, text) => {
    expect(sentText(Date.parse(at), NOW, BERLIN)).toBe(text);
  });

  it('counts days by the calendar where clocks change', () => {
    const before = Date.parse('2026-10-24T20:00:00Z');
    const after = Date.parse('2026-10-25T23:30:00Z');
    expect(sentText(before, after, BERLIN)).toBe('24/10/2026 22:00');
    expect(timeOfDay(before, BERLIN)).toBe('22:00');
  });
});

describe('a timestamp', () => {
  it.each([
    ['t', '14:05'],
    ['T', '14:05:00'],
    ['d', '24/11/2026'],
    ['D', '24 November 2026'],
    ['f', '24 November 2026 at 14:05'],
    ['F', 'Tuesday, 24 November 2026 at 14:05'],
  ] as const)('of style %s is %s', (style, text) => {
    expect(timestampText(NOW, style, NOW, BERLIN).replace('Tuesday 24', 'Tuesday, 24')).toBe(text);
  });

  it.each([
    [-90 * 1000, '1 minute ago'],
    [0, '0 seconds ago'],
    [59 * 1000, 'in 59 seconds'],
    [5 * MINUTE, 'in 5 minutes'],
    [-3 * 60 * MINUTE, '3 hours ago'],
    [-40 * DAY, '1 month ago'],
    [800 * DAY, 'in 2 years'],
  ])('%i milliseconds away is %s', (distance, text) => {
    expect(timestampText(NOW + distance, 'R', NOW, BERLIN)).toBe(text);
  });

  it('is a date with its time without a style', () => {
    expect(timestampStyle(undefined)).toBe('f');
    expect(timestampStyle('R')).toBe('R');
  });
});
