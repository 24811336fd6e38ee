import { describe, expect, it } from 'vitest';
import { validateCommand, validateCommands } from '../../../src/playground/validate/validate.ts';
import { lines, repeat } from './bodies.ts';
import type { Rule } from './bodies.ts';

type Fields = Readonly<Record<string, unknown>>;

function x(length: number): string {
  return 'x'.repeat(length);
}

function command(more: Fields = {}): Fields {
  return { name: 'ask', description: 'Asks.', ...more };
}

function menu(more: Fields = {}): Fields {
  return { type: 3, name: 'Ask the Archive', ...more };
}

function option(name: string, more: Fields = {}): Fields {
  return { type: 3, name, description: 'One.', ...more };
}

function taking(...options: readonly unknown[]): Fields {
  return command({ options });
}

function choices(count: number): readonly unknown[] {
  return repeat(count, (n) => ({ name: `n${n}`, value: `v${n}` }));
}

function choice(more: Fields): Fields {
  return taking(option('a', { choices: [{ name: 'n', value: 'v', ...more }] }));
}

function sub(name: string, ...options: readonly unknown[]): Fields {
  return { type: 1, name, description: 'One.', options };
}

function group(name: string, ...options: readonly unknown[]): Fields {
  return { type: 2, name, description: 'One.', options };
}

const RULES: readonly Rule[] = [
  [
    'a name of 32 characters',
    command({ name: x(32) }),
    command({ name: x(33) }),
    'name BASE_TYPE_MAX_LENGTH',
  ],
  ['a name', command(), command({ name: '' }), 'name BASE_TYPE_REQUIRED'],
  [
    'a name in small letters',
    command({ name: 'größe-1_é' }),
    command({ name: 'Ask' }),
    'name APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'a name without spaces',
    command({ name: "l'archive" }),
    command({ name: 'l archive' }),
    'name APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'a name in any script',
    command({ name: 'प्रश्न' }),
    command({ name: 'a.b' }),
    'name APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'localised names that keep the rules',
    command({ name_localizations: { de: 'fragen' } }),
    command({ name_localizations: { de: 'Fragen' } }),
    'name_localizations de APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'locales Discord has',
    command({ name_localizations: { 'es-ES': 'a' } }),
    command({ name_localizations: { es: 'a' } }),
    'name_localizations es ENUM_TYPE_COERCE',
  ],
  ['a description', command(), { name: 'ask' }, 'description BASE_TYPE_REQUIRED'],
  [
    'a description of 100',
    command({ description: x(100) }),
    command({ description: x(101) }),
    'description BASE_TYPE_MAX_LENGTH',
  ],
  [
    'localised descriptions of 100',
    command({ description_localizations: { fr: x(100) } }),
    command({ description_localizations: { fr: x(101) } }),
    'description_localizations fr BASE_TYPE_MAX_LENGTH',
  ],
  [
    'permissions as text',
    command({ default_member_permissions: '8192' }),
    command({ default_member_permissions: 'many' }),
    'default_member_permissions NUMBER_TYPE_COERCE',
  ],
  [
    'a context at least',
    command({ contexts: [0] }),
    command({ contexts: [] }),
    'contexts BASE_TYPE_MIN_LENGTH',
  ],
  [
    'known contexts',
    command({ contexts: [0, 2] }),
    command({ contexts: [3] }),
    'contexts 0 BASE_TYPE_CHOICES',
  ],
  [
    'every context once',
    command({ contexts: [0, 1] }),
    command({ contexts: [0, 0] }),
    'contexts 1 SET_TYPE_ALREADY_CONTAINS_VALUE',
  ],
  [
    '25 options',
    taking(...repeat(25, (n) => option(`a${n}`))),
    taking(...repeat(26, (n) => option(`a${n}`))),
    'options BASE_TYPE_MAX_LENGTH',
  ],
  [
    'options of a known type',
    taking(option('a', { type: 11 })),
    taking(option('a', { type: 12 })),
    'options 0 type UNION_TYPE_CHOICES',
  ],
  [
    'option names in small letters',
    taking(option('a')),
    taking(option('A')),
    'options 0 name APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'option descriptions of 100',
    taking(option('a', { description: x(100) })),
    taking(option('a', { description: x(101) })),
    'options 0 description BASE_TYPE_MAX_LENGTH',
  ],
  [
    'option descriptions',
    taking(option('a')),
    taking(option('a', { description: '' })),
    'options 0 description BASE_TYPE_REQUIRED',
  ],
  [
    'different option names',
    taking(option('a'), option('b')),
    taking(option('a'), option('a')),
    'options 1 APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
  ],
  [
    'different option names in every language',
    taking(
      option('a', { name_localizations: { de: 'c' } }),
      option('b', { name_localizations: { fr: 'c' } }),
    ),
    taking(
      option('a', { name_localizations: { de: 'c' } }),
      option('b', { name_localizations: { de: 'c' } }),
    ),
    'options 1 APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
  ],
  [
    'required options first',
    taking(option('a', { required: true }), option('b')),
    taking(option('a'), option('b', { required: true })),
    'options 1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    '25 choices',
    taking(option('a', { choices: choices(25) })),
    taking(option('a', { choices: choices(26) })),
    'options 0 choices BASE_TYPE_MAX_LENGTH',
  ],
  [
    'choice names of 100',
    choice({ name: x(100) }),
    choice({ name: x(101) }),
    'options 0 choices 0 name BASE_TYPE_MAX_LENGTH',
  ],
  [
    'choice values of 100',
    choice({ value: x(100) }),
    choice({ value: x(101) }),
    'options 0 choices 0 value BASE_TYPE_BAD_LENGTH',
  ],
  [
    'choice values',
    choice({ value: 'v' }),
    choice({ value: '' }),
    'options 0 choices 0 value BASE_TYPE_REQUIRED',
  ],
  [
    'different choice names',
    taking(option('a', { choices: choices(2) })),
    taking(option('a', { choices: [...choices(1), { name: 'n0', value: 'w' }] })),
    'options 0 choices 1 APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_EXISTS',
  ],
  [
    'choices or autocompletion',
    taking(option('a', { autocomplete: true, choices: [] })),
    taking(option('a', { autocomplete: true, choices: choices(1) })),
    'options 0 APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
  ],
  [
    'a least length up to the most',
    taking(option('a', { min_length: 2, max_length: 2 })),
    taking(option('a', { min_length: 3, max_length: 2 })),
    'options 0 min_length NUMBER_TYPE_MAX',
  ],
  [
    'a least value up to the most',
    taking(option('a', { type: 4, min_value: 2, max_value: 2 })),
    taking(option('a', { type: 4, min_value: 3, max_value: 2 })),
    'options 0 min_value NUMBER_TYPE_MAX',
  ],
  [
    'a most length of 6,000',
    taking(option('a', { max_length: 6_000 })),
    taking(option('a', { max_length: 6_001 })),
    'options 0 max_length NUMBER_TYPE_MAX',
  ],
  [
    'subcommands or options',
    taking(sub('a'), group('b', sub('c'))),
    taking(sub('a'), option('b')),
    'options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  ],
  [
    'subcommands in a group',
    taking(group('a', sub('b'))),
    taking(group('a')),
    'options 0 options BASE_TYPE_REQUIRED',
  ],
  [
    'no group in a group',
    taking(group('a', sub('b'))),
    taking(group('a', group('b'))),
    'options 0 options 0 type BASE_TYPE_CHOICES',
  ],
  [
    'no subcommand in a subcommand',
    taking(sub('a', option('b'))),
    taking(sub('a', sub('b'))),
    'options 0 options 0 type UNION_TYPE_CHOICES',
  ],
  [
    'options of subcommands that keep the rules',
    taking(sub('a', option('b'))),
    taking(sub('a', option('B'))),
    'options 0 options 0 name APPLICATION_COMMAND_INVALID_NAME',
  ],
  ['a menu name of 32', menu({ name: x(32) }), menu({ name: x(33) }), 'name BASE_TYPE_MAX_LENGTH'],
  [
    'no description on a menu command',
    menu({ description: '' }),
    menu({ description: 'x' }),
    'description BASE_TYPE_FORBIDDEN',
  ],
  [
    'no options on a menu command',
    menu({ options: [] }),
    menu({ options: [option('a')] }),
    'options BASE_TYPE_FORBIDDEN',
  ],
];

/** A command of 7,920 characters and those of one more description. */
function sized(description: Fields): Fields {
  const many = repeat(25, (n) => ({ name: String(n).padStart(60, 'x'), value: x(100) }));
  const long = repeat(19, (n) => ({ name: String(n).padStart(100, 'x'), value: x(100) }));
  return taking(
    option('a', { choices: many }),
    option('b', { choices: long }),
    option('c', { description: x(100) }),
    option('d', description),
  );
}

describe('a command', () => {
  it.each(RULES)('must have %s', (_, kept, broken, problem) => {
    expect(lines(validateCommand(kept))).toEqual([]);
    expect(lines(validateCommand(broken))).toEqual([problem]);
  });

  it.each([
    ['as it is', (length: number) => ({ description: x(length) })],
    [
      'in its longest language',
      (length: number) => ({
        description: 'y',
        description_localizations: { de: x(length), fr: 'y' },
      }),
    ],
  ])('has 8,000 characters at most, each text counted %s', (_, described) => {
    expect(validateCommand(sized(described(80)))).toEqual([]);
    expect(lines(validateCommand(sized(described(81))))).toEqual(['APPLICATION_COMMAND_TOO_LARGE']);
  });

  it('is an object', () => {
    expect(lines(validateCommand('ask'))).toEqual(['DICT_TYPE_CONVERT']);
  });
});

describe('all commands', () => {
  it.each([
    [1, 100],
    [2, 15],
    [3, 15],
  ])('are of type %i at most %i', (type, most) => {
    const each = (n: number) =>
      type === 1 ? command({ name: `c${n}` }) : menu({ type, name: `C ${n}` });
    expect(validateCommands(repeat(most, each))).toEqual([]);
    expect(lines(validateCommands(repeat(most + 1, each)))).toEqual(['30032']);
  });

  it('have different names within their type', () => {
    const named = { name: 'ask' };
    expect(validateCommands([command(named), menu(named)])).toEqual([]);
    expect(lines(validateCommands([command(named), command(named)]))).toEqual([
      '1 name APPLICATION_COMMANDS_DUPLICATE_NAME',
    ]);
  });

  it('are a list, in which problems are named by position', () => {
    expect(lines(validateCommands({}))).toEqual(['LIST_TYPE_CONVERT']);
    expect(lines(validateCommands([command(), command({ name: 'X' })]))).toEqual([
      '1 name APPLICATION_COMMAND_INVALID_NAME',
    ]);
  });
});
