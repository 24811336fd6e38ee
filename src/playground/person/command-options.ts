import {
  ApplicationCommandOptionType as Type,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
} from 'discord-api-types/v10';
import type { OptionValue } from './person.ts';
import { RefusedError } from './refused-error.ts';
import type { Resolved } from './resolved.ts';

type Given = Readonly<Record<string, OptionValue>>;

export interface SentOption {
  readonly name: string;
  readonly type: Type;
  readonly value?: string | number | boolean;
  readonly focused?: true;
  readonly options?: readonly SentOption[];
}

/** Below a command: the options of one of its subcommands, and how they are wrapped when sent. */
export interface CommandTarget {
  readonly options: readonly APIApplicationCommandBasicOption[];
  readonly wrap: (sent: readonly SentOption[]) => readonly SentOption[];
}

/** @param words behind the command's name: a subcommand, or a group and its subcommand. */
export function findTarget(
  options: readonly APIApplicationCommandOption[],
  words: readonly string[],
): CommandTarget {
  const [word, ...further] = words;
  if (word === undefined) {
    const inner = options.find(isNested);
    if (inner !== undefined) {
      throw new RefusedError(`This command needs a subcommand such as ${inner.name}.`);
    }
    return { options: options.filter((option) => !isNested(option)), wrap: (sent) => sent };
  }
  const chosen = options.filter(isNested).find(({ name }) => name === word);
  if (chosen === undefined) throw new RefusedError(`There is no subcommand ${word}.`);
  const { name, type } = chosen;
  const inner = findTarget(chosen.options ?? [], further);
  return {
    options: inner.options,
    wrap: (sent) => [{ name, type, options: inner.wrap(sent) }],
  };
}

type Nested = Extract<
  APIApplicationCommandOption,
  { type: Type.Subcommand | Type.SubcommandGroup }
>;

function isNested(option: APIApplicationCommandOption): option is Nested {
  return option.type === Type.Subcommand || option.type === Type.SubcommandGroup;
}

/**
 * Options as the client sends them.
 * @throws {RefusedError} for what the client would not let through.
 */
export function sendOptions(
  options: readonly APIApplicationCommandBasicOption[],
  given: Given,
  resolved: Resolved,
): SentOption[] {
  refuseUnknown(options, given);
  return options.flatMap((option) => {
    const value = given[option.name];
    if (value === undefined) {
      if (option.required !== true) return [];
      throw new RefusedError(`The option ${option.name} is required.`);
    }
    const sent = sendValue(option, value, resolved);
    const problem = limitProblem(option, sent);
    if (problem !== null) throw new RefusedError(`The option ${option.name} ${problem}.`);
    return [{ name: option.name, type: option.type, value: sent }];
  });
}

/** Options as they stand while the person types into `focused`: nothing is required yet. */
export function sendUnfinished(
  options: readonly APIApplicationCommandBasicOption[],
  given: Given,
  focused: string,
  resolved: Resolved,
): SentOption[] {
  refuseUnknown(options, { ...given, [focused]: '' });
  return options.flatMap((option) => {
    const { name, type } = option;
    const value = given[name];
    if (name !== focused) {
      if (value === undefined) return [];
      return [{ name, type, value: sendValue(option, value, resolved) }];
    }
    if (!('autocomplete' in option) || !option.autocomplete) {
      throw new RefusedError(`The option ${name} offers nothing while typing.`);
    }
    const typed = typeof value === 'object' ? '' : String(value ?? '');
    return [{ name, type, value: typed, focused: true as const }];
  });
}

function refuseUnknown(options: readonly { readonly name: string }[], given: Given): void {
  const unknown = Object.keys(given).find((name) => !options.some((other) => other.name === name));
  if (unknown !== undefined) throw new RefusedError(`There is no option ${unknown}.`);
}

function sendValue(
  option: APIApplicationCommandBasicOption,
  value: OptionValue,
  resolved: Resolved,
): string | number | boolean {
  const wrong = new RefusedError(
    `The option ${option.name} does not take ${typeof value === 'object' ? 'a file' : JSON.stringify(value)}.`,
  );
  if (option.type === Type.Attachment) {
    if (typeof value !== 'object') throw wrong;
    return resolved.addFile(value.file).id;
  }
  if (typeof value === 'object' || !isOfType(option, value, resolved)) throw wrong;
  return value;
}

function isOfType(
  option: APIApplicationCommandBasicOption,
  value: string | number | boolean,
  resolved: Resolved,
): boolean {
  if (option.type === Type.String) return typeof value === 'string';
  if (option.type === Type.Integer) return Number.isSafeInteger(value);
  if (option.type === Type.Number) return Number.isFinite(value);
  if (option.type === Type.Boolean) return typeof value === 'boolean';
  return typeof value === 'string' && isKnown(option, value, resolved);
}

function isKnown(
  option: APIApplicationCommandBasicOption,
  id: string,
  resolved: Resolved,
): boolean {
  if (option.type === Type.User) return resolved.addUser(id);
  if (option.type === Type.Role) return resolved.addRole(id);
  if (option.type === Type.Mentionable) return resolved.addUser(id) || resolved.addRole(id);
  if (option.type !== Type.Channel) return false;
  const channel = resolved.addChannel(id);
  const types: readonly number[] | undefined = option.channel_types;
  return channel !== null && (types?.includes(channel.type) ?? true);
}

/** Characters of a text option without a limit of its own. */
const TEXT_LENGTH = 6_000;

function limitProblem(
  option: APIApplicationCommandBasicOption,
  value: string | number | boolean,
): string | null {
  const choices: readonly { readonly value: unknown }[] =
    'choices' in option ? (option.choices ?? []) : [];
  if (choices.length > 0) {
    const isChoice = choices.some((choice) => choice.value === value);
    return isChoice ? null : `has no choice ${JSON.stringify(value)}`;
  }
  if (typeof value === 'string') return lengthProblem(option, value);
  return typeof value === 'number' ? sizeProblem(option, value) : null;
}

function lengthProblem(option: APIApplicationCommandBasicOption, value: string): string | null {
  if (option.type !== Type.String) return null;
  const { min_length: least = 0, max_length: most = TEXT_LENGTH } = option;
  return outside(value.length, Math.max(least, 1), most, ' characters');
}

function sizeProblem(option: APIApplicationCommandBasicOption, value: number): string | null {
  if (option.type !== Type.Integer && option.type !== Type.Number) return null;
  const { min_value: least = -Infinity, max_value: most = Infinity } = option;
  return outside(value, least, most, '');
}

function outside(value: number, least: number, most: number, unit: string): string | null {
  if (value >= least && value <= most) return null;
  const range =
    most === Infinity
      ? `at least ${least}`
      : least === -Infinity
        ? `at most ${most}`
        : `${least} to ${most}`;
  return `takes ${range}${unit}, not ${value}`;
}
