import { MS_PER_DAY } from '../../clock.ts';
import type { Weekday } from '../../digest/schedule.ts';
import type { Language } from './language.ts';

/** A day that was a Sunday; so many days later it is the weekday of that number. */
const SUNDAY = Date.UTC(2024, 0, 7);

/** `Monday`, `lundi`, as the language writes it in a sentence. */
export function weekdayName(language: Language, weekday: Weekday): string {
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    SUNDAY + weekday * MS_PER_DAY,
  );
}
