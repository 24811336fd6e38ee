import { ApplicationCommandOptionType } from 'discord.js';
import type { LocalisedNaming } from './texts/naming.ts';

/** An option of a command that takes text. @param maximum characters. */
export function textOption(naming: LocalisedNaming, maximum: number) {
  return {
    type: ApplicationCommandOptionType.String as const,
    ...naming,
    min_length: 1,
    max_length: maximum,
  };
}
