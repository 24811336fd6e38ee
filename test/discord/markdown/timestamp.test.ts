import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timestamp } from '../../../src/discord/markdown/timestamp.ts';
import { parseMarkdown } from './parse-markdown.ts';

test('a date is the same calendar day for readers from UTC-12 to UTC+11', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1500-01-01'), max: new Date('2500-01-01'), noInvalidDate: true }),
      fc.integer({ min: -12, max: 11 }),
      (date, offsetHours) => {
        const day = date.toISOString().slice(0, 10);
        const seconds = Number(/^<t:(-?\d+):D>$/.exec(timestamp(day))?.[1]);
        const local = new Date((seconds + offsetHours * 3600) * 1000);
        expect(local.toISOString().slice(0, 10)).toBe(day);
      },
    ),
  );
});

test('a date with a time is that instant', () => {
  expect(timestamp('2024-02-10T08:30:00Z', 'f')).toBe('<t:1707553800:f>');
  expect(parseMarkdown(timestamp('2024-02-10T08:30:00Z')).map(({ type }) => type)).toEqual([
    'timestamp',
  ]);
});

test('what is no date is shown literally', () => {
  expect(timestamp('some *day*')).toBe('some \\*day\\*');
});
