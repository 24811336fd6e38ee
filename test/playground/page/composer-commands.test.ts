import {
  ApplicationCommandOptionType as Type,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listCommands, matchCommands } from '../../../src/playground/page/composer/command-list.ts';
import { givenIn, startCommand } from '../../../src/playground/page/composer/draft.ts';
import { readTypedCommand, typeOn } from '../../../src/playground/page/composer/typed-command.ts';
import { AFTER, ASK, command, HELP, INGEST, QUESTION } from './composer-kit.ts';

const ENTRIES = [ASK, INGEST, HELP];

describe('the list of commands', () => {
  const commands = [
    command('1', 'ask', [QUESTION, AFTER]),
    command('2', 'Ask the archive', [], ApplicationCommandType.Message),
    command('3', 'archive', [
      { type: Type.Subcommand, name: 'stats', description: 'How much' },
      {
        type: Type.SubcommandGroup,
        name: 'tags',
        description: 'Tags',
        options: [{ type: Type.Subcommand, name: 'add', description: 'Add a tag' }],
      },
    ]),
    command('4', 'ingest', []),
  ];

  it('has the slash commands that are allowed, each subcommand by itself', () => {
    const entries = listCommands(commands, ['1', '2', '3']);
    expect(entries.map(({ name, description }) => [name, description])).toEqual([
      ['ask', 'About ask'],
      ['archive stats', 'How much'],
      ['archive tags add', 'Add a tag'],
    ]);
    expect(entries[0]?.options).toEqual([QUESTION, AFTER]);
  });

  it.each([
    ['', ['ask', 'ingest file', 'help']],
    ['i', ['ingest file', 'ask', 'help']], // begins with it; describes it: "archive", "What I can do"
    ['FILE', ['ingest file']],
    ['ingest  f', ['ingest file']],
    ['archive', ['ask']],
    ['zzz', []],
  ])('shows for %j what fits best first', (typed, names) => {
    expect(matchCommands(ENTRIES, typed).map(({ name }) => name)).toEqual(names);
  });
});

describe('a typed command', () => {
  it.each(['ask', '/ask', '/asking what', ' /ask what', '/unknown what', '/ingest what'])(
    'is none in %j',
    (text) => {
      expect(readTypedCommand(text, ENTRIES)).toBeNull();
    },
  );

  it('begins with the space behind its name', () => {
    expect(readTypedCommand('/ask ', ENTRIES)).toEqual({ entry: ASK, texts: {} });
    expect(readTypedCommand('/Ingest  file ', ENTRIES)?.entry).toBe(INGEST);
  });

  it('gives its first option what no option is named for', () => {
    expect(
      readTypedCommand('/ask what  is new? after: last week section:', ENTRIES)?.texts,
    ).toEqual({ question: 'what is new?', after: 'last week', section: '' });
  });

  it('reads options in any order, and leaves colons alone that name none', () => {
    expect(
      readTypedCommand('/ask after: 2024 question: is it 8:00 or before: after: 9', ENTRIES)?.texts,
    ).toEqual({ after: '2024', question: 'is it 8:00 or before: after: 9' });
  });

  it('goes to another option when its name and a colon are typed', () => {
    const line = typeOn(startCommand(ASK), 'question', 'what is new after:');
    expect(line.shown).toEqual(['question', 'after']);
    expect(line.active).toBe('after');
    expect(givenIn(line, 'question').text).toBe('what is new');
  });

  it('stays in the field where the name is no other option, or is filled in already', () => {
    for (const text of ['what is hereafter:', 'question:', 'before:', 'after: ']) {
      expect(typeOn(startCommand(ASK), 'question', text)).toMatchObject({
        active: 'question',
        shown: ['question'],
      });
    }
    const filled = startCommand(ASK, { after: '2024' });
    expect(typeOn(filled, 'question', 'and after:')).toMatchObject({ active: 'question' });
  });

  it('is the same when typed letter by letter as when pasted', () => {
    const words = fc
      .array(fc.stringMatching(/^[a-zé?.]{1,8}$/), { minLength: 1, maxLength: 5 })
      .map((all) => all.join(' '));
    const options = fc.uniqueArray(fc.constantFrom('after', 'section', 'private'));
    fc.assert(
      fc.property(words, options, fc.infiniteStream(words), (question, names, further) => {
        const named = names.map((name) => `${name}: ${String(further.next().value)}`);
        const text = ['/ask', question, ...named].join(' ');
        const pasted = readTypedCommand(text, ENTRIES);
        let line = startCommand(ASK);
        for (const letter of text.slice('/ask '.length)) {
          line = typeOn(line, line.active, givenIn(line, line.active).text + letter);
        }
        const typed = line.shown.map((name) => [name, givenIn(line, name).text.trim()]);
        expect(Object.fromEntries(typed)).toEqual(pasted?.texts);
      }),
    );
  });
});
