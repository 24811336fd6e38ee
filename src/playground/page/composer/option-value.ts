import {
  ApplicationCommandOptionType as Type,
  type APIApplicationCommandBasicOption,
} from 'discord-api-types/v10';
import type { ChoiceView } from '../../page-protocol.ts';
import { isGiven, type Given } from './draft.ts';
import { choicesFor, namedChoice, type Places } from './option-choices.ts';

export type OptionValue = string | number | boolean | File;

/** What a field holds. */
export type Reading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: OptionValue }
  /** `problem` is a sentence for the person. */
  | { readonly kind: 'wrong'; readonly problem: string };

export const MISSING = 'This option is required. Specify a value.';

/** Characters of a text option without a limit of its own. */
const TEXT_LENGTH = 6_000;

/** An empty field is wrong where the option is required. */
export function readOption(
  option: APIApplicationCommandBasicOption,
  given: Given,
  places: Places,
): Reading {
  if (!isGiven(given)) {
    return option.required === true ? wrong(MISSING) : { kind: 'empty' };
  }
  if (given.file !== null) return value(given.file);
  const choices = choicesFor(option, places);
  if (choices !== null) return readChoice(option, given, choices);
  const typed = given.choice?.value ?? given.text.trim();
  return option.type === Type.Integer || option.type === Type.Number
    ? readNumber(option, Number(typed))
    : readText(option, String(typed));
}

function readChoice(
  option: APIApplicationCommandBasicOption,
  given: Given,
  choices: readonly ChoiceView[],
): Reading {
  const choice = given.choice ?? namedChoice(choices, given.text);
  if (choice === null) return wrong('Choose one of the options in the list.');
  return value(option.type === Type.Boolean ? choice.value === 'true' : choice.value);
}

function readText(option: APIApplicationCommandBasicOption, text: string): Reading {
  const { least, most } = textLimits(option);
  if (text.length < least) return wrong(`Write at least ${least} characters.`);
  if (text.length > most) {
    return wrong(`Write at most ${most} characters; these are ${text.length}.`);
  }
  return value(text);
}

/** Characters a text option takes. */
export function textLimits(option: APIApplicationCommandBasicOption): {
  readonly least: number;
  readonly most: number;
} {
  if (option.type !== Type.String) return { least: 0, most: TEXT_LENGTH };
  const { min_length: least = 0, max_length: most = TEXT_LENGTH } = option;
  return { least, most };
}

type NumberOption = Extract<APIApplicationCommandBasicOption, { type: Type.Integer | Type.Number }>;

function readNumber(option: NumberOption, number: number): Reading {
  if (!Number.isFinite(number)) return wrong('Enter a number.');
  if (option.type === Type.Integer && !Number.isSafeInteger(number)) {
    return wrong('Enter a whole number.');
  }
  const { min_value: least = -Infinity, max_value: most = Infinity } = option;
  if (number < least) return wrong(`Enter a number of at least ${least}.`);
  return number > most ? wrong(`Enter a number of at most ${most}.`) : value(number);
}

function value(of: OptionValue): Reading {
  return { kind: 'value', value: of };
}

function wrong(problem: string): Reading {
  return { kind: 'wrong', problem };
}
