import { Locale } from 'discord-api-types/v10';
import { badLength, problem, required } from './problem.ts';
import type { Path, ValidationProblem } from './problem.ts';
import { isBlank } from './strings.ts';

/** A text by locale. */
type Texts = Readonly<Partial<Record<Locale, string | null | undefined>>>;

export interface Worded {
  readonly name: string;
  readonly name_localizations?: Texts | null | undefined;
  readonly description?: string | undefined;
  readonly description_localizations?: Texts | null | undefined;
}

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const DESCRIPTION_LENGTH = 100;
const LOCALES: readonly string[] = Object.values(Locale);

/** Localisations are in languages Discord has. */
export function localeProblems(worded: Worded, path: Path): readonly ValidationProblem[] {
  return (['name_localizations', 'description_localizations'] as const).flatMap((field) =>
    Object.entries(worded[field] ?? {}).flatMap(([locale, text]) => [
      ...(LOCALES.includes(locale)
        ? []
        : [problem([...path, field, locale], 'ENUM_TYPE_COERCE', 'Locale is not supported.')]),
      ...(isBlank(text ?? undefined) ? [required([...path, field, locale])] : []),
    ]),
  );
}

/** Names that are typed: of chat commands and options, in every language. */
export function namedProblems(worded: Worded, path: Path): readonly ValidationProblem[] {
  return [
    ...nameProblems(worded.name, [...path, 'name']),
    ...Object.entries(worded.name_localizations ?? {}).flatMap(([locale, name]) =>
      nameProblems(name ?? '', [...path, 'name_localizations', locale]),
    ),
  ];
}

function nameProblems(name: string, path: Path): readonly ValidationProblem[] {
  if (NAME.test(name) && name === name.toLowerCase()) return [];
  return [problem(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')];
}

export function describedProblems(worded: Worded, path: Path): readonly ValidationProblem[] {
  const { description = '' } = worded;
  if (isBlank(description)) return [required([...path, 'description'])];
  return description.length > DESCRIPTION_LENGTH
    ? [badLength([...path, 'description'], 1, DESCRIPTION_LENGTH)]
    : [];
}

/** A text as each language shows it: the localised one, or the text itself under its own key. */
export function inEveryLanguage(
  text: string,
  localised: Texts | null | undefined,
): ReadonlyMap<string, string> {
  const texts = Object.entries(localised ?? {}).map(([locale, each]) => [locale, each ?? text]);
  return new Map([['', text], ...texts.map(([locale = '', each = '']) => [locale, each] as const)]);
}
