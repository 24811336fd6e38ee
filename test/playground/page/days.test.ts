import { expect, it } from 'vitest';
import { dayLabel, dayOf, momentLabel } from '../../../src/playground/page/frame/days.ts';

const LATE = '2026-11-24T23:30:00Z';

it('finds the calendar day in a zone', () => {
  expect(dayOf(LATE, 'UTC')).toBe('2026-11-24');
  expect(dayOf(LATE, 'Europe/Berlin')).toBe('2026-11-25');
  expect(dayOf(LATE, 'America/New_York')).toBe('2026-11-24');
});

it('names a day in the reader’s language', () => {
  expect(dayLabel(LATE, 'en-US', 'UTC')).toBe('November 24, 2026');
  expect(dayLabel(LATE, 'de', 'Europe/Berlin')).toBe('25. November 2026');
});

it('names a moment by weekday and a clock of 24 hours', () => {
  expect(momentLabel(LATE, 'en-US', 'Europe/Berlin')).toBe('Wed 00:30');
});
