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
