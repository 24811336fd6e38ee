import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  PermissionFlagsBits,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { commandDefinitions } from '../src/command-definitions.ts';
import { readConfig, SETTINGS } from '../src/config.ts';
import { EXIT } from '../src/discord/exit-codes.ts';

const FOLDER = join(import.meta.dirname, '..');
const readme = await readFile(join(FOLDER, 'README.md'), 'utf8');
const example = await readFile(join(FOLDER, '.env.example'), 'utf8');

/** Rows of the table whose first heading is `heading`, cell by cell. */
function table(heading: string): readonly (readonly string[])[] {
  const [, rest = ''] = readme.split(new RegExp(`^\\| ${heading} .*\\n`, 'm'));
  return rest
    .slice(0, rest.search(/\n(?!\|)/))
    .split('\n')
    .slice(1)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe('README', () => {
  it('has every setting in its table, and no other', () => {
    expect(table('Setting').map(([name]) => name)).toEqual(
      expect.arrayContaining(SETTINGS.map((name) => `\`${name}\``)),
    );
    expect(table('Setting')).toHaveLength(SETTINGS.length);
  });

  it('states the defaults that are in force', () => {
    const config = new Map(Object.entries(readConfig({})));
    const stated = table('Setting').flatMap(([name = '', , standard = '']) => {
      const [, value] = /^`(.*)`$/.exec(standard) ?? [];
      return value === undefined ? [] : [[name.replaceAll('`', ''), value] as const];
    });
    expect(stated.length).toBeGreaterThan(10);
    for (const [name, value] of stated) {
      const inForce = String(config.get(name));
      expect(name.endsWith('_DIR') ? inForce : [name, inForce]).toEqual(
        name.endsWith('_DIR') ? join(FOLDER, value) : [name, value],
      );
    }
  });

  it('states the permissions and their sum, in words and in the link', () => {
    const rows = table('Permission');
    const bits = new Map<string, bigint>(Object.entries(PermissionFlagsBits));
    const permissions = rows.map(([name = '']) => bits.get(pascalCase(name)) ?? 0n);
    expect(permissions).toEqual([
      PermissionFlagsBits.ViewChannel,
      PermissionFlagsBits.SendMessages,
      PermissionFlagsBits.SendMessagesInThreads,
      PermissionFlagsBits.CreatePublicThreads,
      PermissionFlagsBits.EmbedLinks,
      PermissionFlagsBits.AttachFiles,
      PermissionFlagsBits.ReadMessageHistory,
    ]);
    const sum = permissions.reduce((all, bit) => all | bit, 0n);
    expect(readme).toContain(`the integer \`${sum}\``);
    expect(readme).toContain(
      `?client_id=APPLICATION_ID&scope=bot+applications.commands&permissions=${sum}\n`,
    );
  });

  it('has every command in its table, and no other', () => {
    const named = table('Command').map(([command = '']) =>
      command.replace(/ \(on a message\)$/, ''),
    );
    expect(named.sort()).toEqual(commandNames().sort());
  });

  it('states every exit code', () => {
    const codes = table('Code').map(([code]) => Number(code));
    expect(codes).toEqual(Object.values(EXIT));
  });
});

describe('.env.example', () => {
  it('has every setting, and no other', () => {
    const names = [...example.matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name);
    expect([...names].sort()).toEqual([...SETTINGS].sort());
  });

  it('holds settings that are valid', () => {
    const pairs = [...example.matchAll(/^(?:# )?([A-Z_]+)=(.*)$/gm)];
    const env = Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
    expect(readConfig(env).EMBEDDING_THREADS).toBe(2);
  });
});

/** As the table writes them: `/archive list` in code, commands on messages in bold. */
function commandNames(): string[] {
  return commandDefinitions(readConfig({})).flatMap((definition) => {
    const { name } = definition;
    if (definition.type === ApplicationCommandType.Message) return [`**${name}**`];
    const options = 'options' in definition ? (definition.options ?? []) : [];
    const subcommands = options.filter(
      ({ type }) => type === ApplicationCommandOptionType.Subcommand,
    );
    if (subcommands.length === 0) return [`\`/${name}\``];
    return subcommands.map((subcommand) => `\`/${name} ${subcommand.name}\``);
  });
}

/** `View Channels` is `ViewChannel` in Discord's API. */
function pascalCase(name: string): string {
  return name
    .replace('Channels', 'Channel')
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
