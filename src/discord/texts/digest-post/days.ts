import type { LocalDate, Weekday } from '../../../digest/schedule.ts';
import { monthName, weekdayName } from '../calendar-names.ts';
import type { Language } from '../language.ts';
import { digestPostTexts } from './index.ts';

/**
 * `24 November 2026`; `22 to 24 November 2026` for several.
 * @param first the same as `last` for one day.
 */
export function daysInWords(first: LocalDate, last: LocalDate, language: Language): string {
  const { date, range } = digestPostTexts[language].days;
  const from = partsOf(first, language);
  const to = partsOf(last, language);
  const until = date(to.day, to.month, to.year);
  if (first === last) return until;
  const sameYear = from.year === to.year;
  const sameMonth = sameYear && from.month === to.month;
  return range(date(from.day, sameMonth ? null : from.month, sameYear ? null : from.year), until);
}

/** The same at the beginning of a line, one day with its weekday: `Tuesday, 24 November 2026`. */
export function daysAsHeading(first: LocalDate, last: LocalDate, language: Language): string {
  const days = daysInWords(first, last, language);
  const { weekday } = digestPostTexts[language].days;
  const shown = first === last ? weekday(partsOf(last, language).weekday, days) : days;
  return shown.charAt(0).toLocaleUpperCase(language) + shown.slice(1);
}

interface DayParts {
  readonly weekday: string;
  readonly day: number;
  readonly month: string;
  readonly year: number;
}

function partsOf(date: LocalDate, language: Language): DayParts {
  const day = new Date(date);
  // Sunday is 0 there.
  const weekday = (day.getUTCDay() || 7) as Weekday;
  return {
    weekday: weekdayName(language, weekday),
    day: day.getUTCDate(),
    month: monthName(language, day.getUTCMonth() + 1),
    year: day.getUTCFullYear(),
  };
}
