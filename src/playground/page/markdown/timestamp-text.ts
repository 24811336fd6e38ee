import { dateFormat } from '../date-format.ts';

/** As in `<t:0:R>`: short or long time, date, date with time; `R` is relative. */
export type TimestampStyle = 't' | 'T' | 'd' | 'D' | 'f' | 'F' | 'R';

/** Who reads: the language texts are in and the zone times are in. Undefined: the browser's. */
export interface Reader {
  readonly locale?: string | undefined;
  readonly zone?: string | undefined;
}

const FORMATS: Readonly<Record<Exclude<TimestampStyle, 'R'>, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { day: '2-digit', month: '2-digit', year: 'numeric' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/** The furthest second that a date can be, from 1970 in both directions. */
const FURTHEST = 8.64e12;

export function isShowable(seconds: number): boolean {
  return Math.abs(seconds) <= FURTHEST;
}

/** @param style as written in a message; the default of Discord is `f`. */
export function timestampStyle(style: string | undefined): TimestampStyle {
  return isStyle(style) ? style : 'f';
}

function isStyle(style: string | undefined): style is TimestampStyle {
  return style === 'R' || (style !== undefined && style in FORMATS);
}

/** @param at and `now`: milliseconds since 1970. */
export function timestampText(
  at: number,
  style: TimestampStyle,
  now: number,
  { locale, zone }: Reader = {},
): string {
  if (style === 'R') return relativeText(at, now, locale);
  return dateFormat(locale, { ...FORMATS[style], timeZone: zone }).format(at);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Units with what one of them has at least, in milliseconds; a month and a year are those of the calendar on average. */
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365.2425 * DAY],
  ['month', 30.436875 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', 1000],
];

function relativeText(at: number, now: number, locale: string | undefined): string {
  const distance = at - now;
  const [unit, length] = UNITS.find(([, most]) => Math.abs(distance) >= most) ?? ['second', 1000];
  const count = Math.trunc(distance / length);
  // Under a second, the past: a moment that has just come is not still to come.
  const shown = count === 0 ? -0 : count;
  return new Intl.RelativeTimeFormat(locale).format(shown, unit);
}
