import type { DigestDays, Weekday } from '../../digest/schedule.ts';

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The value of a choice: `every`, `weekdays`, `1` to `7`. */
export function daysCode(days: DigestDays): string {
  return String(days);
}

/** Every day for what is none. */
export function readDays(code: string | null): DigestDays {
  return ALL_DAYS.find((days) => daysCode(days) === code) ?? 'every';
}

const ALL_DAYS: readonly DigestDays[] = ['every', 'weekdays', ...WEEKDAYS];
