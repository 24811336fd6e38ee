import { Locale } from 'discord-api-types/v10';

const LOCALES: readonly string[] = Object.values(Locale);

function isLocale(value: string): value is Locale {
  return LOCALES.includes(value);
}

/** @throws {Error} for a language that Discord does not have. */
export function localeFrom(value: string): Locale {
  if (isLocale(value)) return value;
  throw new Error(`Expected one of Discord's languages, found ${value}.`);
}

/**
 * Discord's language for that of a browser, which may be any: the same one, or another of its language and script, or
 * American English. `de-AT` is `de`, `zh-HK` is `zh-TW`, `en-US@posix` is `en-US`.
 */
export function nearestLocale(value: string): Locale {
  // Systems write more behind the language than the standard for its name allows.
  const plain = value
    .replace(/[@.].*/su, '')
    .replaceAll('_', '-')
    .toLowerCase();
  const known = Object.values(Locale);
  const exact = known.find((locale) => locale.toLowerCase() === plain);
  if (exact !== undefined) return exact;
  const wanted = written(plain);
  return (
    known.find((locale) => wanted !== null && WRITTEN.get(locale) === wanted) ?? Locale.EnglishUS
  );
}

/** Both kinds of written Norwegian are one language in Discord. */
const NORWEGIAN: readonly string[] = ['nb', 'nn'];

const WRITTEN: ReadonlyMap<string, string | null> = new Map(
  LOCALES.map((locale) => [locale, written(locale)]),
);

/** Language and script, such as `zh-Hant`; null for what names no language. */
function written(tag: string): string | null {
  try {
    const { language, script = '' } = new Intl.Locale(tag).maximize();
    const name = NORWEGIAN.includes(language) ? 'no' : language;
    return `${name}-${script}`;
  } catch {
    return null;
  }
}
