import { parseDateBound } from '../../archive/date-range.ts';
import { readDate } from '../../archive/readers/dates.ts';
import { MS_PER_DAY } from '../../clock.ts';
import { UserError } from '../../errors.ts';
import type { Language } from '../texts/language.ts';

/**
 * The date a person typed for an article, as ISO date or date-time: whatever the archive's readers understand, a single
 * day as the date filters do (`yesterday`), and in German, French and Spanish also the day before the month
 * (`3.4.2024`, `10. Februar 2024`). Null for everything else, whole months among it.
 * @param today its UTC day is `today`.
 */
export function readTypedDate(typed: string, language: Language, today: Date): string | null {
  const english = inEnglish(typed.trim(), language);
  const reading = readDate(english);
  if (reading.kind === 'date') return reading.iso;
  return reading.kind === 'none' ? readDay(english, today) : null;
}

/** A text that names one day rather than a period. */
function readDay(typed: string, today: Date): string | null {
  try {
    const first = parseDateBound(typed, 'after', today);
    const last = parseDateBound(typed, 'before', today);
    return first === last ? new Date(first * MS_PER_DAY).toISOString().slice(0, 10) : null;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** The parsers speak English. */
function inEnglish(typed: string, language: Language): string {
  if (language === 'en') return typed;
  const lower = typed.toLowerCase();
  return RELATIVE[language].get(lower) ?? dayFirst(lower) ?? namedMonth(lower, language) ?? typed;
}

function dayFirst(lower: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4})$/.exec(lower) ?? [];
  return day === undefined ? null : isoDay(year, Number(month), day);
}

function namedMonth(lower: string, language: Foreign): string | null {
  const [, day, name = '', year] =
    /^(\d{1,2})(?:\.|er)? (?:de )?(\p{L}{3,})\.? (?:de )?(\d{4})$/u.exec(lower) ?? [];
  const month = MONTH_NAMES[language].findIndex((full) => isMonth(name, full));
  return month < 0 ? null : isoDay(year, month + 1, day);
}

function isoDay(year = '', month: number, day = ''): string {
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The whole name, or at least so much of it that it cannot be another one (`juin` and `juillet`). */
function isMonth(name: string, full: string): boolean {
  return name === full || (name.length >= 3 && name !== 'jui' && full.startsWith(name));
}

type Foreign = Exclude<Language, 'en'>;

const RELATIVE: Readonly<Record<Foreign, ReadonlyMap<string, string>>> = {
  de: new Map([
    ['heute', 'today'],
    ['gestern', 'yesterday'],
    ['vorgestern', '2 days ago'],
  ]),
  fr: new Map([
    ["aujourd'hui", 'today'],
    ['aujourd’hui', 'today'],
    ['hier', 'yesterday'],
    ['avant-hier', '2 days ago'],
  ]),
  es: new Map([
    ['hoy', 'today'],
    ['ayer', 'yesterday'],
    ['anteayer', '2 days ago'],
  ]),
};

const MONTH_NAMES: Readonly<Record<Foreign, readonly string[]>> = {
  de: monthNames('de'),
  fr: monthNames('fr'),
  es: monthNames('es'),
};

function monthNames(language: Foreign): readonly string[] {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) =>
    format.format(new Date(Date.UTC(2024, month, 1))).toLowerCase(),
  );
}
