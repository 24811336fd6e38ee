import fc from 'fast-check';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { compareCommands } from '../../../src/discord/registration/compare.ts';
import type { Definition } from '../../../src/discord/registration/normalise.ts';
import { anyDefinitions } from './definitions.ts';

const { BotDM, Guild, PrivateChannel } = InteractionContextType;

const SAME = { added: [], changed: [], removed: [] };

const ASK: Definition = {
  name: 'ask',
  description: 'Asks.',
  name_localizations: { de: 'frage' },
  contexts: [Guild],
  default_member_permissions: '8192',
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'question',
      description: 'What?',
      required: true,
      max_length: 500,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'section',
      description: 'Where?',
      autocomplete: true,
    },
  ],
};

/** As Discord gives it back. */
const READ = {
  ...ASK,
  id: '1',
  application_id: '2',
  version: '3',
  type: ApplicationCommandType.ChatInput,
  nsfw: false,
  integration_types: [ApplicationIntegrationType.GuildInstall],
  description_localizations: null,
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'question',
      description: 'What?',
      required: true,
      max_length: 500,
    },
    {
      autocomplete: true,
      required: false,
      type: ApplicationCommandOptionType.String,
      name: 'section',
      description: 'Where?',
    },
  ],
} as Definition;

function changed(change: Partial<Definition>) {
  return compareCommands([{ ...ASK, ...change } as Definition], [READ], null);
}

describe('comparing commands', () => {
  it('overlooks what Discord adds and fills in', () => {
    expect(compareCommands([ASK], [READ], null)).toEqual(SAME);
  });

  it('names what is new, different and gone', () => {
    const wanted: Definition[] = [
      { ...ASK, description: 'Asks differently.' },
      { type: ApplicationCommandType.Message, name: 'Add to archive' },
      { name: 'help', description: 'Helps.' },
    ];
    const registered = [READ, { name: 'digest', description: 'Old.' }] as Definition[];
    expect(compareCommands(wanted, registered, null)).toEqual({
      added: ['Add to archive', '/help'],
      changed: ['/ask'],
      removed: ['/digest'],
    });
  });

  it('tells a message command from a chat command of the same name', () => {
    const menu: Definition = { type: ApplicationCommandType.Message, name: 'ask' };
    expect(compareCommands([ASK, menu], [READ], null).added).toEqual(['ask']);
  });

  it.each<[string, Partial<Definition>]>([
    ['a description', { description: 'Other.' }],
    ['a localised name', { name_localizations: { de: 'fragen' } }],
    ['a localisation that is gone', { name_localizations: null }],
    ['permissions', { default_member_permissions: '0' }],
    ['permissions that are gone', { default_member_permissions: null }],
    ['contexts', { contexts: [Guild, BotDM] }],
    ['an option that is gone', { options: [] }],
    [
      'the order of options',
      {
        options: ['options' in ASK ? (ASK.options ?? []) : []].flat().reverse(),
      },
    ],
  ])('sees a change of %s', (_, change) => {
    expect(changed(change)).toEqual({ ...SAME, changed: ['/ask'] });
  });

  it('does not mind the order of contexts and of commands', () => {
    const help: Definition = {
      name: 'help',
      description: 'Helps.',
      contexts: [PrivateChannel, Guild, BotDM],
    };
    const read: Definition = { ...help, contexts: [Guild, BotDM, PrivateChannel] };
    expect(compareCommands([ASK, help], [read, READ], null)).toEqual(SAME);
  });

  it('leaves to Discord where a command may be used when the definition does not say', () => {
    const { contexts, ...anywhere } = ASK;
    expect(contexts).toEqual([Guild]);
    expect(compareCommands([anywhere], [READ], null)).toEqual(SAME);
  });

  it('overlooks in a guild where the command may be used, which Discord does not keep there', () => {
    const inGuild = { ...READ, contexts: null, integration_types: null } as unknown as Definition;
    expect(compareCommands([ASK], [inGuild], '1')).toEqual(SAME);
  });

  it('finds no difference between any commands and themselves, in any order', () => {
    fc.assert(
      fc.property(anyDefinitions(), (definitions) => {
        expect(compareCommands(definitions, [...definitions].reverse(), null)).toEqual(SAME);
      }),
    );
  });

  it('adds everything to nothing, and removes everything for nothing', () => {
    fc.assert(
      fc.property(anyDefinitions(), (definitions) => {
        const { added } = compareCommands(definitions, [], null);
        expect(added).toHaveLength(definitions.length);
        expect(compareCommands([], definitions, null)).toEqual({ ...SAME, removed: added });
      }),
    );
  });
});
