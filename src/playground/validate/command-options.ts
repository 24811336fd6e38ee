import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
  APIApplicationCommandOptionChoice,
} from 'discord-api-types/v10';
import {
  describedProblems,
  inEveryLanguage,
  localeProblems,
  namedProblems,
} from './command-words.ts';
import { numberProblems } from './choices.ts';
import { badLength, problem, required } from './problem.ts';
import type { Path, ValidationProblem } from './problem.ts';
import { isBlank, repeated } from './strings.ts';

const CHOICE_LENGTH = 100;

/** Options of a command or subcommand, with those inside them. */
export function optionListProblems(
  options: readonly APIApplicationCommandOption[],
  path: Path,
): readonly ValidationProblem[] {
  return [
    ...options.flatMap((option, index) => optionProblems(option, [...path, index])),
    ...orderProblems(options, path),
    ...kindProblems(options, path),
    ...uniqueNameProblems(options, path),
  ];
}

function optionProblems(
  option: APIApplicationCommandOption,
  path: Path,
): readonly ValidationProblem[] {
  const words = [
    ...localeProblems(option, path),
    ...namedProblems(option, path),
    ...describedProblems(option, path),
  ];
  if (option.type === ApplicationCommandOptionType.Subcommand) {
    return [...words, ...optionListProblems(option.options ?? [], [...path, 'options'])];
  }
  if (option.type !== ApplicationCommandOptionType.SubcommandGroup) {
    return [...words, ...valueProblems(option, path)];
  }
  const { options = [] } = option;
  return [
    ...words,
    ...(options.length === 0 ? [required([...path, 'options'])] : []),
    ...optionListProblems(options, [...path, 'options']),
  ];
}

function isSubcommand({ type }: APIApplicationCommandOption): boolean {
  return (
    type === ApplicationCommandOptionType.Subcommand ||
    type === ApplicationCommandOptionType.SubcommandGroup
  );
}

function kindProblems(
  options: readonly APIApplicationCommandOption[],
  path: Path,
): readonly ValidationProblem[] {
  const subcommands = options.filter(isSubcommand).length;
  if (subcommands === 0 || subcommands === options.length) return [];
  const message =
    'Sub-command and sub-command group option types are mutually exclusive to all other types';
  return [problem(path, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message)];
}

function orderProblems(
  options: readonly APIApplicationCommandOption[],
  path: Path,
): readonly ValidationProblem[] {
  const optional = options.findIndex((option) => option.required !== true);
  if (optional === -1) return [];
  return options.flatMap((option, index) =>
    index > optional && option.required === true
      ? [
          problem(
            [...path, index],
            'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
            'Required options must be placed before non-required options',
          ),
        ]
      : [],
  );
}

/** In no language may two options beside each other have one name. */
function uniqueNameProblems(
  options: readonly APIApplicationCommandOption[],
  path: Path,
): readonly ValidationProblem[] {
  const named = options.map(({ name, name_localizations }) =>
    inEveryLanguage(name, name_localizations),
  );
  const languages = new Set(named.flatMap((names) => [...names.keys()]));
  const positions = [...languages].flatMap((language) =>
    repeated(named.map((names) => names.get(language) ?? names.get(''))),
  );
  return [...new Set(positions)].map((index) =>
    problem(
      [...path, index],
      'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
      'Option name is already used',
    ),
  );
}

interface Valued {
  readonly type: ApplicationCommandOptionType;
  readonly autocomplete?: boolean | undefined;
  readonly choices?: readonly APIApplicationCommandOptionChoice[] | undefined;
  readonly min_value?: number | undefined;
  readonly max_value?: number | undefined;
  readonly min_length?: number | undefined;
  readonly max_length?: number | undefined;
}

function valueProblems(
  option: APIApplicationCommandBasicOption,
  path: Path,
): readonly ValidationProblem[] {
  const valued: Valued = { ...option };
  const choices = valued.choices ?? [];
  return [
    ...(valued.autocomplete === true && choices.length > 0
      ? [
          problem(
            path,
            'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
            'Choices cannot be used with autocomplete',
          ),
        ]
      : []),
    ...choices.flatMap((choice, index) => choiceProblems(choice, [...path, 'choices', index])),
    ...repeated(choices.map(({ name }) => name)).map((index) =>
      problem(
        [...path, 'choices', index],
        'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_EXISTS',
        'Option choice name already exists',
      ),
    ),
    ...orderedProblems(valued.min_value, valued.max_value, [...path, 'min_value']),
    ...orderedProblems(valued.min_length, valued.max_length, [...path, 'min_length']),
  ];
}

function choiceProblems(
  choice: APIApplicationCommandOptionChoice,
  path: Path,
): readonly ValidationProblem[] {
  const { name, value } = choice;
  const at: Path = [...path, 'value'];
  return [
    ...localeProblems(choice, path),
    ...(isBlank(name) ? [required([...path, 'name'])] : []),
    ...(typeof value === 'number' ? numberProblems(value, at) : choiceTextProblems(value, at)),
  ];
}

function choiceTextProblems(value: string, path: Path): readonly ValidationProblem[] {
  if (value === '') return [required(path)];
  return value.length > CHOICE_LENGTH ? [badLength(path, 1, CHOICE_LENGTH)] : [];
}

function orderedProblems(
  least: number | undefined,
  most: number | undefined,
  path: Path,
): readonly ValidationProblem[] {
  if (least === undefined || most === undefined || least <= most) return [];
  const message = `int value should be less than or equal to ${most}.`;
  return [problem(path, 'NUMBER_TYPE_MAX', message)];
}
