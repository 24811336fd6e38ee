import { MS_PER_DAY } from '../../clock.ts';
import type { Weekday } from '../../digest/schedule.ts';
import type { Language } from './language.ts';

/** A day that was a Sunday; so many days later it is the weekday of that number. */
const SUNDAY = Date.UTC(2024, 0, 7);

/** Making a formatter takes longer than all else that is done with a name. */
const names = new Map<string, string>();

/** `Monday`, `lundi`, as the language writes it in a sentence. */
export function weekdayName(language: Language, weekday: Weekday): string {
  return nameOf(language, 'weekday', SUNDAY + weekday * MS_PER_DAY);
}

/** `November`, `noviembre`. @param month 1 to 12. */
export function monthName(language: Language, month: number): string {
  return nameOf(language, 'month', Date.UTC(2024, month - 1));
}

function nameOf(language: Language, unit: 'weekday' | 'month', ms: number): string {
  const key = `${language} ${unit} ${ms}`;
  const known = names.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(language, { [unit]: 'long', timeZone: 'UTC' });
  const name = format.format(ms);
  names.set(key, name);
  return name;
}
