import { MONTHS } from '../month-names.ts';
import { cleanText } from '../clean-text.ts';
import { readTime } from './times.ts';

/** What a text says as a date: `none` is a text that is no date at all, `impossible` one like February 30. */
export type DateReading =
  /** `2024-02-10` or `2024-02-10T08:30:00+01:00`. */
  | { readonly kind: 'date'; readonly iso: string }
  | { readonly kind: 'ambiguous'; readonly readings: readonly string[] }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'none' };

/**
 * Reads a text that is wholly a date: ISO 8601, RFC 2822, "February 10, 2024", "10 Feb 2024", with a weekday, a time
 * or "Published on" around it. Numbers alone are read when only one order of day and month is possible: 13/04/2024 is,
 * 03/04/2024 is ambiguous. A time without a zone names no point in time: the day alone is kept.
 */
export function readDate(text: string): DateReading {
  if (text.length > MAX_DATE_CHARACTERS) return NONE;
  const bare = cleanText(text).replace(PREFIX, '').replace(WEEKDAY, '');
  return readIso(bare) ?? readNamedMonth(bare) ?? readNumbers(bare) ?? NONE;
}

/** "Last updated on Wednesday, September 30, 2020 at 12:45:10 p.m. (GMT)" has 68. */
const MAX_DATE_CHARACTERS = 100;

const NONE: DateReading = { kind: 'none' };

const PREFIX =
  /^(?:(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?:? |date: ?)/i;

const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? /i;

const ISO =
  /^(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?:[T ](?<rest>\d.*))?$/i;
const COMPACT_ISO = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:T(?<rest>\d.*))?$/i;

function readIso(text: string): DateReading | null {
  const groups = (ISO.exec(text) ?? COMPACT_ISO.exec(text))?.groups;
  return groups === undefined
    ? null
    : dateOf(groups, numberIn(groups, 'month'), numberIn(groups, 'day'));
}

const MONTH_FIRST =
  /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})(?<rest>.*)$/i;
const DAY_FIRST =
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?(?<month>[a-z]{3,9})[.,]{0,2}[ -](?<year>\d{4})(?<rest>.*)$/i;

function readNamedMonth(text: string): DateReading | null {
  const groups = (MONTH_FIRST.exec(text) ?? DAY_FIRST.exec(text))?.groups;
  if (groups === undefined) return null;
  const month = monthNumber(groups['month'] ?? '');
  return month === null ? null : dateOf(groups, month, numberIn(groups, 'day'));
}

function monthNumber(name: string): number | null {
  const lower = name.toLowerCase();
  const short = lower === 'sept' ? 'sep' : lower;
  const index = MONTHS.findIndex((month) => short === month || short === month.slice(0, 3));
  return index === -1 ? null : index + 1;
}

const NUMBERS =
  /^(?<first>\d{1,2})(?<mark>[-/.])(?<second>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})(?<rest>.*)$/;

function readNumbers(text: string): DateReading | null {
  const groups = NUMBERS.exec(text)?.groups;
  if (groups === undefined) return null;
  const [first, second] = [numberIn(groups, 'first'), numberIn(groups, 'second')];
  const readings = [dateOf(groups, second, first), dateOf(groups, first, second)];
  const dates = new Set(
    readings.flatMap((reading) => (reading.kind === 'date' ? [reading.iso] : [])),
  );
  const [only] = dates;
  if (only === undefined) return readings[0] ?? NONE;
  // A year of two digits may be of any century, or may be the day.
  const certain = dates.size === 1 && groups['year']?.length === 4;
  return certain ? { kind: 'date', iso: only } : { kind: 'ambiguous', readings: [...dates] };
}

type Groups = Readonly<Record<string, string | undefined>>;

function numberIn(groups: Groups, name: string): number {
  return Number(groups[name] ?? NaN);
}

function dateOf(groups: Groups, month: number, day: number): DateReading {
  const time = readTime(groups['rest'] ?? '');
  if (time.kind === 'none') return NONE;
  const digits = groups['year'] ?? '';
  const year = digits.length === 2 ? 2000 + Number(digits) : Number(digits);
  if (time.kind === 'impossible' || !isDay(year, month, day)) return { kind: 'impossible' };
  return { kind: 'date', iso: `${String(year)}-${pad(month)}-${pad(day)}${time.iso}` };
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < 1000 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
