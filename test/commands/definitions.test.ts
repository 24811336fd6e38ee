import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { createFeatures } from '../../commands/index.ts';
import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { validateCommands } from '../../src/playground/validate/validate.ts';

const unused = () => Promise.reject(new Error('Definitions are made without a call outside.'));

const DEFINITIONS = createFeatures({
  config: readConfig({}),
  clock: systemClock,
  fetchPage: unused,
  downloadAttachments: unused,
}).map(({ command }) => command.definition);

/** English stands in the field itself. */
const LOCALES = ['de', 'es-419', 'es-ES', 'fr'];
const MODERATORS = String(PermissionFlagsBits.ManageMessages);
const MANAGERS = String(PermissionFlagsBits.ManageGuild);

/** Who may use a command as long as a guild's administrators say nothing else; null for everybody. */
const COMMANDS: readonly (readonly [name: string, permissions: string | null])[] = [
  ['ask', null],
  ['Ask the archive', null],
  ['ingest', MODERATORS],
  ['Add to archive', MODERATORS],
  ['archive', null],
  ['digest', MANAGERS],
  ['help', null],
];

type Definition = RESTPostAPIApplicationCommandsJSONBody;

function definitionOf(name: string): Definition | undefined {
  return DEFINITIONS.find((definition) => definition.name === name);
}

interface Named {
  readonly name: string;
  readonly type?: number | undefined;
  readonly name_localizations?: object | null | undefined;
  readonly description?: string | undefined;
  readonly description_localizations?: object | null | undefined;
  readonly options?: readonly Named[] | undefined;
}

/** A command or option and all inside it, each with the names that lead there. */
function* parts(named: Named, before = ''): Generator<readonly [path: string, part: Named]> {
  const path = `${before}${named.name}`;
  yield [path, named];
  for (const option of named.options ?? []) yield* parts(option, `${path} `);
}

const CHAT = DEFINITIONS.filter(
  ({ type }) => type === undefined || type === ApplicationCommandType.ChatInput,
);
const PARTS = CHAT.flatMap((definition) => [...parts(definition)]);
const MENUS = DEFINITIONS.filter(({ type }) => type === ApplicationCommandType.Message);

it('defines the commands, and no others', () => {
  expect(DEFINITIONS.map(({ name }) => name).sort()).toEqual(COMMANDS.map(([name]) => name).sort());
});

it('defines them as Discord accepts them', () => {
  expect(validateCommands(DEFINITIONS)).toEqual([]);
});

describe.each(COMMANDS)('%s', (name, permissions) => {
  it('is used in guilds alone, and by those it is for', () => {
    const definition = definitionOf(name);
    expect(definition?.contexts).toEqual([InteractionContextType.Guild]);
    expect(definition?.default_member_permissions ?? null).toBe(permissions);
  });
});

describe.each(PARTS)('/%s', (_, part) => {
  it('is named and described in every language', () => {
    expect(part.description).toMatch(/\S/);
    expect(Object.keys(part.name_localizations ?? {}).sort()).toEqual(LOCALES);
    expect(Object.keys(part.description_localizations ?? {}).sort()).toEqual(LOCALES);
  });

  it('is described in words of each language, not in English again', () => {
    const texts = Object.values(part.description_localizations ?? {}).map(String);
    expect(texts).not.toContain(part.description);
    // The two kinds of Spanish share their words.
    expect(new Set(texts).size).toBe(LOCALES.length - 1);
  });
});

it.each(MENUS.map((menu) => [menu.name, menu] as const))(
  '%s is named in every language',
  (_, menu) => {
    expect(Object.keys(menu.name_localizations ?? {}).sort()).toEqual(LOCALES);
  },
);

it.each(LOCALES)('has no two commands of one name in %s', (locale) => {
  const names = DEFINITIONS.map(({ type, name, name_localizations }) => {
    const localised: Readonly<Record<string, string | null | undefined>> = {
      ...name_localizations,
    };
    return `${type ?? ApplicationCommandType.ChatInput} ${localised[locale] ?? name}`;
  });
  expect(new Set(names).size).toBe(names.length);
});

it('takes what the commands are said to take', () => {
  const named = (path: string) => PARTS.find(([each]) => each === path)?.[1];
  expect(named('ask question')).toMatchObject({
    type: ApplicationCommandOptionType.String,
    required: true,
    max_length: 500,
  });
  expect(named('ask section')).toMatchObject({ autocomplete: true });
  expect(named('ask private')).toMatchObject({ type: ApplicationCommandOptionType.Boolean });
  expect([named('ask after'), named('ask before')]).not.toContain(undefined);
  const subcommands = (name: string) =>
    definitionParts(name).filter(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  expect(
    subcommands('ingest')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['file', 'text', 'url']);
  expect(
    subcommands('archive')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['export', 'gaps', 'list', 'remove', 'show', 'stats']);
  expect(
    subcommands('digest')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['list', 'now', 'pause', 'preview', 'remove', 'resume', 'schedule']);
});

it('takes for a digest what can hold it, and when', () => {
  const option = (name: string) => PARTS.find(([each]) => each === `digest schedule ${name}`)?.[1];
  const required = definitionParts('digest schedule')
    .filter((part) => 'required' in part && part.required === true)
    .map(({ name }) => name);
  expect(required).toEqual(['channel', 'time', 'timezone']);
  expect(option('channel')).toMatchObject({ channel_types: [0, 5, 15, 11, 10] });
  for (const name of ['timezone', 'section']) {
    expect(option(name)).toMatchObject({ autocomplete: true });
  }
  const values = (name: string) => {
    const { choices = [] } = { ...option(name) } as { choices?: { readonly value: string }[] };
    return choices.map(({ value }) => value);
  };
  expect(values('days')).toEqual(['every', 'weekdays', '1', '2', '3', '4', '5', '6', '7']);
  expect(values('style')).toEqual(['compact', 'full']);
  expect(values('when_empty')).toEqual(['skip', 'say']);
  expect(values('catch_up')).toEqual(['late', 'merge', 'skip']);
  expect(values('language')).toEqual(['en', 'de', 'fr', 'es']);
  for (const subcommand of ['preview', 'now', 'pause', 'resume', 'remove']) {
    const [which] = definitionParts(`digest ${subcommand}`);
    expect(which).toMatchObject({ name: 'digest', autocomplete: true });
    expect(which).not.toHaveProperty('required');
  }
});

function definitionParts(name: string): readonly Named[] {
  return PARTS.find(([path]) => path === name)?.[1].options ?? [];
}
