import type { LocalizationMap } from 'discord.js';
import { localizations, type Language, type Localised } from './language.ts';

/** What a command, subcommand or option is called: a name of 1 to 32 and a description of 1 to 100 characters. */
export interface Naming {
  readonly name: string;
  readonly description: string;
}

export interface LocalisedNaming extends Naming {
  readonly name_localizations: LocalizationMap;
  readonly description_localizations: LocalizationMap;
}

/** The fields of a definition that name it. @param pick finds the naming in one language's texts. */
export function naming<T>(texts: Localised<T>, pick: (texts: T) => Naming): LocalisedNaming {
  return {
    name: pick(texts.en).name,
    description: pick(texts.en).description,
    name_localizations: localizations(everywhere((language) => pick(texts[language]).name)),
    description_localizations: localizations(
      everywhere((language) => pick(texts[language]).description),
    ),
  };
}

function everywhere(text: (language: Language) => string): Localised<string> {
  return { en: text('en'), de: text('de'), fr: text('fr'), es: text('es') };
}
