import type { LocalizationMap } from 'discord.js';

/** Languages the bot speaks. English is the fallback for every other Discord locale. */
export const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text, or one area of texts, in every language. */
export type Localised<T> = Readonly<Record<Language, T>>;

/** What each is called by those who speak it. */
export const LANGUAGE_NAMES: Localised<string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
};

/** The language for a Discord locale such as `de` or `es-419`. */
export function languageOf(locale: string): Language {
  const [tag = ''] = locale.toLowerCase().split('-');
  return LANGUAGES.find((language) => language === tag) ?? 'en';
}

/** For `name_localizations` and `description_localizations`; English stands in the field itself. */
export function localizations({ de, fr, es }: Localised<string>): LocalizationMap {
  return { de, fr, 'es-ES': es, 'es-419': es };
}
