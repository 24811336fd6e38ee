import type { APIApplicationCommandOption } from 'discord-api-types/v10';
import { inEveryLanguage } from './command-words.ts';
import type { Worded } from './command-words.ts';

interface Sized extends Worded {
  readonly options?: readonly APIApplicationCommandOption[] | undefined;
  readonly choices?: readonly (Worded & { readonly value: string | number })[] | undefined;
}

/** Characters of names, descriptions and values of a command and all it holds, each in its longest language. */
export function sizeOf(sized: Sized): number {
  const { name, description = '', options = [], choices = [] } = sized;
  const inner = options.reduce((sum, option) => sum + sizeOf(option), 0);
  return (
    longest(name, sized.name_localizations) +
    longest(description, sized.description_localizations) +
    choices.reduce((sum, choice) => sum + sizeOf(choice) + String(choice.value).length, inner)
  );
}

function longest(...text: Parameters<typeof inEveryLanguage>): number {
  return Math.max(...[...inEveryLanguage(...text).values()].map(({ length }) => length));
}
