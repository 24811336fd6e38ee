import { MS_PER_DAY } from '../clock.ts';
import { MONTHS } from './month-names.ts';
import { UserError } from '../errors.ts';

/** Which end of a range a date stands for. */
export type DateEdge = 'after' | 'before';

/** Days since 1970-01-01 UTC, both inclusive; an absent bound is open. The date part of a `PassageFilter`. */
export interface DayRange {
  readonly firstDay?: number;
  readonly lastDay?: number;
}

/**
 * Both bounds of a date filter, read as `parseDateBound` reads one. Blank or absent texts are open bounds.
 *
 * @throws {UserError} when a text is no date, or when no day lies between the two.
 */
export function parseDateRange(
  bounds: { readonly after?: string | undefined; readonly before?: string | undefined },
  today: Date,
): DayRange {
  const firstDay = parseOpenBound(bounds.after, 'after', today);
  const lastDay = parseOpenBound(bounds.before, 'before', today);
  if (firstDay !== undefined && lastDay !== undefined && firstDay > lastDay) {
    throw new UserError(
      `No day is both after "${shown(bounds.after)}" (from ${isoDay(firstDay)}) and before ` +
        `"${shown(bounds.before)}" (until ${isoDay(lastDay)}). Exchange the two dates, or leave one out.`,
    );
  }
  return { ...(firstDay !== undefined && { firstDay }), ...(lastDay !== undefined && { lastDay }) };
}

function parseOpenBound(text: string | undefined, edge: DateEdge, today: Date): number | undefined {
  return text === undefined || text.trim() === '' ? undefined : parseDateBound(text, edge, today);
}

/**
 * The day a date text bounds a range at. A text names a period: a day, a week (Monday to Sunday), a month or a year.
 * `after` gives its first day and `before` its last one, and the day itself is always within the range: `after 2024`
 * begins on 2024-01-01, `before 2024` ends on 2024-12-31, and the two together are the year 2024. Understood are
 * `2024-02-10`, `2024-02`, `2024`, `Feb 2024`, `February 10, 2024`, `10 Feb 2024`, `today`, `yesterday`, `this` or
 * `last` with `week`, `month` or `year`, and `3 days ago` (weeks, months and years too; always a single day, the last
 * one of a month that is too short). Capitals do not matter.
 *
 * @param today its UTC day is `today`: articles are dated by UTC days everywhere.
 * @returns days since 1970-01-01 UTC.
 * @throws {UserError} when the text is none of these, or names a day that does not exist.
 */
export function parseDateBound(text: string, edge: DateEdge, today: Date): number {
  const normal = text.trim().replace(/\s+/g, ' ').toLowerCase();
  const period = parseCalendarPeriod(normal, text) ?? parseRelativePeriod(normal, today);
  if (period === null) {
    throw new UserError(
      `"${shown(text)}" is not a date that can stand for "${edge}". Write it like 2024-02-10, 2024-02, 2024, ` +
        `Feb 2024, 10 Feb 2024, yesterday, last month or 3 days ago.`,
    );
  }
  return edge === 'after' ? period.first : period.last;
}

/** First and last day, since 1970-01-01 UTC. */
interface Period {
  readonly first: number;
  readonly last: number;
}

const YEAR = String.raw`(?<year>[1-9]\d{3})`;
const MONTH_NAME = String.raw`(?<name>[a-z]{3,9})\.?`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;

const CALENDAR_FORMS = [
  YEAR,
  String.raw`${YEAR}[-/](?<month>\d{1,2})(?:[-/](?<day>\d{1,2}))?`,
  `${MONTH_NAME},? ${YEAR}`,
  `${MONTH_NAME} ${DAY},? ${YEAR}`,
  `${DAY} ${MONTH_NAME},? ${YEAR}`,
].map((form) => new RegExp(`^${form}$`));

function parseCalendarPeriod(normal: string, given: string): Period | null {
  for (const form of CALENDAR_FORMS) {
    const groups = form.exec(normal)?.groups;
    if (groups === undefined) continue;
    const { year, month, name, day } = groups;
    if (month === undefined && name === undefined) return yearOf(Number(year));
    const monthIndex = name === undefined ? Number(month) - 1 : monthNamed(name);
    if (monthIndex === null) return null;
    const whole = monthOf(Number(year), checkMonth(monthIndex, given));
    return day === undefined ? whole : dayWithin(whole, Number(day), given);
  }
  return null;
}

/** 0 for `january`, `jan`; `sept` too. */
function monthNamed(name: string): number | null {
  const index = MONTHS.findIndex(
    (month) =>
      month === name ||
      month.slice(0, 3) === name ||
      (month.slice(0, 4) === name && name === 'sept'),
  );
  return index < 0 ? null : index;
}

function checkMonth(monthIndex: number, given: string): number {
  if (monthIndex >= 0 && monthIndex < 12) return monthIndex;
  throw new UserError(
    `"${shown(given)}" is not a date: there is no month ${monthIndex + 1}. Months go from 1 to 12.`,
  );
}

function dayWithin(month: Period, day: number, given: string): Period {
  const days = month.last - month.first + 1;
  if (day < 1 || day > days) {
    const name = isoDay(month.first).slice(0, 7);
    throw new UserError(
      `"${shown(given)}" is not a date: ${name} has days 1 to ${days}, not ${day}.`,
    );
  }
  return single(month.first + day - 1);
}

function parseRelativePeriod(normal: string, today: Date): Period | null {
  const now = Math.floor(today.getTime() / MS_PER_DAY);
  if (normal === 'today') return single(now);
  if (normal === 'yesterday') return single(now - 1);
  return parseUnit(normal, now) ?? parseAgo(normal, now);
}

/** `this month`, `last week`. */
function parseUnit(normal: string, now: number): Period | null {
  const [, which, unit] = /^(this|last) (week|month|year)$/.exec(normal) ?? [];
  return unit === undefined ? null : unitAround(now, unit, which === 'last' ? 1 : 0);
}

/** `3 days ago`, `a month ago`. */
function parseAgo(normal: string, now: number): Period | null {
  const [, count, unit] = /^(\d{1,4}|an?|one) (day|week|month|year)s? ago$/.exec(normal) ?? [];
  if (unit === undefined) return null;
  const number = Number(count);
  return single(stepBack(now, unit, Number.isNaN(number) ? 1 : number));
}

/** The week, month or year that `now` is in, or the one `back` before it. */
function unitAround(now: number, unit: string, back: number): Period {
  const { year, month } = partsOf(now);
  if (unit === 'year') return yearOf(year - back);
  if (unit === 'month') return monthOf(year, month - back);
  // 1970-01-01 was a Thursday: day -3 a Monday.
  const monday = now - ((((now + 3) % 7) + 7) % 7) - 7 * back;
  return { first: monday, last: monday + 6 };
}

function stepBack(now: number, unit: string, count: number): number {
  if (unit === 'day') return now - count;
  if (unit === 'week') return now - 7 * count;
  const { year, month, day } = partsOf(now);
  const target = monthOf(year, month - count * (unit === 'year' ? 12 : 1));
  return Math.min(target.first + day - 1, target.last);
}

function single(day: number): Period {
  return { first: day, last: day };
}

function yearOf(year: number): Period {
  return { first: monthOf(year, 0).first, last: monthOf(year, 11).last };
}

/** @param month 0 is January of `year`; months below 0 or above 11 count on into other years. */
function monthOf(year: number, month: number): Period {
  return { first: utcDay(year, month, 1), last: utcDay(year, month + 1, 1) - 1 };
}

function utcDay(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day) / MS_PER_DAY;
}

function partsOf(day: number): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

function isoDay(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** What was given, short enough for a message. */
function shown(text = ''): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}
