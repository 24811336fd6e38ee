import {
  ApplicationCommandOptionType as Type,
  ChannelType,
  type APIApplicationCommandBasicOption,
} from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choose,
  giveFiles,
  LINE_END,
  NOTHING,
  showOption,
  startCommand,
  typeInto,
} from '../../../src/playground/page/composer/draft.ts';
import { fileSize } from '../../../src/playground/page/composer/file-size.ts';
import { listingFor } from '../../../src/playground/page/composer/listing.ts';
import { choicesFor, matchChoices } from '../../../src/playground/page/composer/option-choices.ts';
import { limitsOf } from '../../../src/playground/page/composer/option-limits.ts';
import { MISSING, readOption } from '../../../src/playground/page/composer/option-value.ts';
import { optionsSoFar, readyCommand } from '../../../src/playground/page/composer/ready-command.ts';
import {
  AFTER,
  ASK,
  INGEST,
  PLACES,
  PRIVATE,
  QUESTION,
  SECTION,
  textFile,
} from './composer-kit.ts';

const COUNT: APIApplicationCommandBasicOption = {
  ...{ type: Type.Integer, name: 'count', description: 'How many', min_value: 1, max_value: 10 },
};

const SHARE: APIApplicationCommandBasicOption = {
  ...{ type: Type.Number, name: 'share', description: 'How much' },
};

const STYLE: APIApplicationCommandBasicOption = {
  type: Type.String,
  name: 'style',
  description: 'How it looks',
  choices: [
    { name: 'Compact', value: 'c' },
    { name: 'Full', value: 'f' },
  ],
};

const CHANNEL: APIApplicationCommandBasicOption = {
  type: Type.Channel,
  name: 'channel',
  description: 'Where',
  channel_types: [ChannelType.GuildText, ChannelType.PublicThread],
};

function read(option: APIApplicationCommandBasicOption, text: string) {
  const reading = readOption(option, { ...NOTHING, text }, PLACES);
  if (reading.kind === 'value') return reading.value;
  return reading.kind === 'wrong' ? reading.problem : null;
}

describe('the value of an option', () => {
  it('is missing only where it is required', () => {
    expect(read(QUESTION, '  ')).toBe(MISSING);
    expect(read(AFTER, '  ')).toBeNull();
  });

  it('is a text of the allowed length, without spaces around', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const trimmed = text.trim();
        const reading = readOption(QUESTION, { ...NOTHING, text }, PLACES);
        const isRight = trimmed.length >= 2 && trimmed.length <= 40;
        expect(reading.kind).toBe(isRight ? 'value' : 'wrong');
        if (reading.kind === 'value') expect(reading.value).toBe(trimmed);
      }),
    );
    expect(read(QUESTION, 'x'.repeat(41))).toBe('Write at most 40 characters; these are 41.');
    expect(read(QUESTION, 'x')).toBe('Write at least 2 characters.');
  });

  it.each([
    [COUNT, '7', 7],
    [COUNT, '0', 'Enter a number of at least 1.'],
    [COUNT, '11', 'Enter a number of at most 10.'],
    [COUNT, '2.5', 'Enter a whole number.'],
    [COUNT, 'two', 'Enter a number.'],
    [SHARE, ' -2.5 ', -2.5],
  ])('of %o typed as %j is %j', (option, text, expected) => {
    expect(read(option, text)).toBe(expected);
  });

  it('is one of the list, chosen or named in full', () => {
    expect(read(STYLE, 'full')).toBe('f');
    expect(read(STYLE, 'fu')).toBe('Choose one of the options in the list.');
    expect(read(PRIVATE, 'False')).toBe(false);
    expect(read(CHANNEL, 'digest')).toBe('7');
    expect(read(CHANNEL, 'news')).toBe('Choose one of the options in the list.');
    const choice = { name: 'Compact', value: 'c' };
    expect(readOption(STYLE, { text: 'Compact', choice, file: null }, PLACES)).toEqual({
      ...{ kind: 'value', value: 'c' },
    });
  });

  it('is what the bot offered, or as it was typed', () => {
    const choice = { name: 'The world', value: 'WORLD' };
    expect(readOption(SECTION, { text: 'The world', choice, file: null }, PLACES)).toMatchObject({
      value: 'WORLD',
    });
    expect(read(SECTION, 'The world')).toBe('The world');
  });
});

describe('what a field offers', () => {
  const types: readonly [APIApplicationCommandBasicOption['type'], readonly string[]][] = [
    [Type.User, ['@Mia', '@Max', '@Archivist']],
    [Type.Role, ['@everyone', '@Moderators']],
    [Type.Mentionable, ['@Mia', '@Max', '@Archivist', '@everyone', '@Moderators']],
    [Type.Channel, ['#general', '#news', '#digest', '#old news']],
  ];

  it.each(types)('for type %i is what the server has', (type, names) => {
    const option = { type, name: 'x', description: 'x' };
    // The list of types pairs none with settings of another type.
    const choices = choicesFor(option as APIApplicationCommandBasicOption, PLACES);
    expect(choices?.map(({ name }) => name)).toEqual(names);
  });

  it('is only channels of the types the option takes', () => {
    const names = choicesFor(CHANNEL, PLACES)?.map(({ name }) => name);
    expect(names).toEqual(['#general', '#digest', '#old news']);
  });

  it('begins with those that begin as typed', () => {
    const choices = choicesFor({ ...CHANNEL, channel_types: [] as never[] }, PLACES);
    expect(choices).toEqual([]);
    const all = ['old news', 'news', '#new'].map((name) => ({ name, value: name }));
    expect(matchChoices(all, '#New').map(({ name }) => name)).toEqual(['news', '#new', 'old news']);
  });

  it('behind the line is the options that can be added', () => {
    const line = showOption(startCommand(ASK), 'after');
    const listing = listingFor(line, LINE_END, PLACES, null);
    expect(listing).toMatchObject({ entries: [{ key: 'section' }, { key: 'private' }] });
    const looking = typeInto(line, LINE_END, 'PRI');
    expect(listingFor(looking, LINE_END, PLACES, null)).toMatchObject({
      entries: [{ key: 'private', detail: 'Show it to me alone' }],
    });
  });

  it('says how the bot’s answer stands', () => {
    const line = showOption(startCommand(ASK), 'section');
    const offered = (completion: Parameters<typeof listingFor>[3]) =>
      listingFor(line, 'section', PLACES, completion);
    expect(offered({ state: 'loading' })).toMatchObject({ text: 'Loading options…' });
    expect(offered({ state: 'failed' })).toMatchObject({ text: 'Loading options failed.' });
    expect(offered({ state: 'ready', choices: [] })).toMatchObject({
      text: 'No options match your search.',
    });
    const choices = [{ name: 'WORLD', value: 'w' }];
    expect(offered({ state: 'ready', choices })).toMatchObject({
      ...{ kind: 'choices', choices, entries: [{ key: 'w', title: 'WORLD' }] },
    });
  });

  it('is nothing for a text, and nothing once something is chosen', () => {
    const line = showOption(startCommand(ASK), 'private');
    expect(listingFor(line, 'question', PLACES, null)).toEqual({ kind: 'none' });
    expect(listingFor(line, 'private', PLACES, null)).toMatchObject({ kind: 'choices' });
    const chosen = choose(line, 'private', { name: 'True', value: 'true' });
    expect(listingFor(chosen, 'private', PLACES, null)).toEqual({ kind: 'none' });
  });
});

describe('a command that is sent', () => {
  it('has every option that is filled in, and its files by number', () => {
    const line = giveFiles(typeInto(showOption(startCommand(INGEST), 'section'), 'section', 'A'), [
      textFile('a.txt'),
      textFile('b.txt'),
    ]);
    expect(readyCommand(line, PLACES)).toMatchObject({
      kind: 'ready',
      options: { file: { file: 0 }, section: 'A', file2: { file: 1 } },
      files: [{ name: 'a.txt' }, { name: 'b.txt' }],
    });
  });

  it('is not sent while something is missing or wrong', () => {
    const line = typeInto(showOption(startCommand(ASK), 'private'), 'private', 'maybe');
    expect(readyCommand(line, PLACES)).toEqual({
      kind: 'unready',
      problems: { question: MISSING, private: 'Choose one of the options in the list.' },
    });
  });

  it('leaves an added option out that is empty', () => {
    const line = typeInto(showOption(startCommand(ASK), 'after'), 'question', 'why');
    expect(readyCommand(line, PLACES)).toMatchObject({ options: { question: 'why' } });
  });

  it('tells the bot while typing what is right so far, and the focused field as it is', () => {
    const typed = typeInto(typeInto(startCommand(ASK), 'question', 'x'), 'after', '2024');
    const line = { ...typed, shown: ['question', 'after', 'section', 'private'] };
    const unfinished = typeInto(typeInto(line, 'section', ' WO'), 'private', 'true');
    expect(optionsSoFar(unfinished, 'section', PLACES)).toEqual({
      ...{ after: '2024', section: ' WO', private: true },
    });
  });
});

describe('what is said about limits', () => {
  it.each([
    [QUESTION, 'Required · 5 of 2 to 40 characters'],
    [AFTER, '5 of 6000 characters'],
    [SECTION, ''],
    [STYLE, ''],
    [COUNT, '1 to 10'],
    [SHARE, ''],
    [{ ...COUNT, min_value: undefined }, 'at most 10'],
  ] as [APIApplicationCommandBasicOption, string][])('%o is %j', (option, expected) => {
    expect(limitsOf(option, 5)).toBe(expected);
  });
});

describe('the size of a file', () => {
  it.each([
    [0, '0 bytes'],
    [1_023, '1023 bytes'],
    [1_024, '1.00 KB'],
    [10 * 1_024 * 1_024, '10.00 MB'],
  ])('of %i bytes is written as %j', (bytes, text) => {
    expect(fileSize(bytes)).toBe(text);
  });
});
