import { describe, expect, it } from 'vitest';
import { validateCallback, validateModal } from '../../../src/playground/validate/validate.ts';
import { input, label, lines, modal, options, repeat, row, select, text, v2 } from './bodies.ts';
import type { Rule } from './bodies.ts';

function x(length: number): string {
  return 'x'.repeat(length);
}

function choices(count: number) {
  return { type: 8, data: { choices: repeat(count, (n) => ({ name: 'n', value: `v${n}` })) } };
}

function choice(name: unknown, value: unknown) {
  return { type: 8, data: { choices: [{ name, value }] } };
}

const RESPONSES: readonly Rule[] = [
  ['a known type', { type: 1 }, { type: 2 }, 'type BASE_TYPE_CHOICES'],
  ['a type', { type: 6 }, {}, 'type BASE_TYPE_REQUIRED'],
  [
    'a message where it answers with one',
    { type: 4, data: { content: 'x' } },
    { type: 4 },
    'data BASE_TYPE_REQUIRED',
  ],
  [
    'a message that is valid',
    { type: 4, data: v2(text(4_000)) },
    { type: 4, data: v2(text(4_001)) },
    'data components 0 content BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a message that is not empty',
    { type: 4, data: { content: 'x', flags: 64 } },
    { type: 4, data: { flags: 64 } },
    '50006',
  ],
  [
    'only EPHEMERAL on a deferral',
    { type: 5, data: { flags: 64 } },
    { type: 5, data: { flags: 64 | (1 << 15) } },
    'data flags BASE_TYPE_CHOICES',
  ],
  [
    'no content on a deferral',
    { type: 5 },
    { type: 5, data: { content: 'x' } },
    'data content BASE_TYPE_FORBIDDEN',
  ],
  [
    'nothing on a deferred update',
    { type: 6 },
    { type: 6, data: { flags: 64 } },
    'data flags BASE_TYPE_CHOICES',
  ],
  [
    'an update that is valid',
    { type: 7, data: v2(text(1)) },
    { type: 7, data: { content: x(2_001) } },
    'data content BASE_TYPE_MAX_LENGTH',
  ],
  ['25 choices', choices(25), choices(26), 'data choices BASE_TYPE_MAX_LENGTH'],
  ['a list of choices', choices(0), { type: 8, data: {} }, 'data choices BASE_TYPE_REQUIRED'],
  [
    'choice names of 100',
    choice(x(100), 'v'),
    choice(x(101), 'v'),
    'data choices 0 name BASE_TYPE_BAD_LENGTH',
  ],
  ['choice names', choice('n', 'v'), choice('', 'v'), 'data choices 0 name BASE_TYPE_REQUIRED'],
  [
    'choice values of 100',
    choice('n', x(100)),
    choice('n', x(101)),
    'data choices 0 value BASE_TYPE_BAD_LENGTH',
  ],
  ['choice values', choice('n', 5), choice('n', true), 'data choices 0 value STRING_TYPE_CONVERT'],
  [
    'a modal that is valid',
    { type: 9, data: modal([label(input())]) },
    { type: 9, data: modal([]) },
    'data components BASE_TYPE_MIN_LENGTH',
  ],
];

const AT = 'components 0 component';

const MODALS: readonly Rule[] = [
  [
    'a title of 45',
    modal([label(input())], { title: x(45) }),
    modal([label(input())], { title: x(46) }),
    'title BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a title',
    modal([label(input())], { title: 'T' }),
    modal([label(input())], { title: ' ' }),
    'title BASE_TYPE_REQUIRED',
  ],
  [
    'a custom id',
    modal([label(input())]),
    modal([label(input())], { custom_id: '' }),
    'custom_id BASE_TYPE_REQUIRED',
  ],
  [
    'a custom id of 100',
    modal([label(input())], { custom_id: x(100) }),
    modal([label(input())], { custom_id: x(101) }),
    'custom_id BASE_TYPE_MAX_LENGTH',
  ],
  [
    'five components',
    modal(repeat(5, (n) => label(input({ custom_id: `i${n}` })))),
    modal(repeat(6, (n) => label(input({ custom_id: `i${n}` })))),
    'components BASE_TYPE_BAD_LENGTH',
  ],
  [
    'only labels, rows and texts',
    modal([text(1)]),
    modal([input()]),
    'components 0 type UNION_TYPE_CHOICES',
  ],
  [
    'different custom ids',
    modal([label(input()), label(input({ custom_id: 'j' }))]),
    modal([label(input()), label(input())]),
    'components 1 component custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'labels of 45',
    modal([label(input(), { label: x(45) })]),
    modal([label(input(), { label: x(46) })]),
    'components 0 label BASE_TYPE_MAX_LENGTH',
  ],
  [
    'label descriptions of 100',
    modal([label(input(), { description: x(100) })]),
    modal([label(input(), { description: x(101) })]),
    'components 0 description BASE_TYPE_MAX_LENGTH',
  ],
  [
    'no label on an input inside a label',
    modal([label(input())]),
    modal([label(input({ label: 'Name' }))]),
    `${AT} label BASE_TYPE_FORBIDDEN`,
  ],
  [
    'a label on an input inside a row',
    modal([row(input({ label: 'Name' }))]),
    modal([row(input())]),
    'components 0 components 0 label BASE_TYPE_REQUIRED',
  ],
  [
    'one input in a row',
    modal([row(input({ label: 'Name' }))]),
    modal([row(input({ label: 'Name' }), input({ label: 'Name', custom_id: 'j' }))]),
    'components 0 components BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a placeholder of 100',
    modal([label(input({ placeholder: x(100) }))]),
    modal([label(input({ placeholder: x(101) }))]),
    `${AT} placeholder BASE_TYPE_MAX_LENGTH`,
  ],
  [
    'a known input style',
    modal([label(input({ style: 2 }))]),
    modal([label(input({ style: 3 }))]),
    `${AT} style BASE_TYPE_CHOICES`,
  ],
  [
    'a value of 4,000',
    modal([label(input({ value: x(4_000) }))]),
    modal([label(input({ value: x(4_001) }))]),
    `${AT} value BASE_TYPE_MAX_LENGTH`,
  ],
  [
    'a value within its own most',
    modal([label(input({ value: x(5), max_length: 5 }))]),
    modal([label(input({ value: x(6), max_length: 5 }))]),
    `${AT} value BASE_TYPE_BAD_LENGTH`,
  ],
  [
    'a value within its own least',
    modal([label(input({ value: x(5), min_length: 5 }))]),
    modal([label(input({ value: x(4), min_length: 5 }))]),
    `${AT} value BASE_TYPE_BAD_LENGTH`,
  ],
  [
    'a least below the most',
    modal([label(input({ min_length: 5, max_length: 5 }))]),
    modal([label(input({ min_length: 6, max_length: 5 }))]),
    `${AT} min_length NUMBER_TYPE_MAX`,
  ],
  [
    'a most of 4,000',
    modal([label(input({ max_length: 4_000 }))]),
    modal([label(input({ max_length: 4_001 }))]),
    `${AT} max_length NUMBER_TYPE_MAX`,
  ],
  [
    'a most of 1',
    modal([label(input({ max_length: 1 }))]),
    modal([label(input({ max_length: 0 }))]),
    `${AT} max_length NUMBER_TYPE_MIN`,
  ],
  [
    'no disabled select',
    modal([label(select())]),
    modal([label(select({ disabled: true }))]),
    `${AT} disabled BASE_TYPE_FORBIDDEN`,
  ],
  [
    'different values in a select',
    modal([label(select())]),
    modal([label(select({ options: [...options(1), ...options(1)] }))]),
    `${AT} options 1 value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED`,
  ],
  [
    'ten uploads',
    modal([label({ type: 19, custom_id: 'f', max_values: 10 })]),
    modal([label({ type: 19, custom_id: 'f', max_values: 11 })]),
    `${AT} max_values NUMBER_TYPE_MAX`,
  ],
  [
    'as few uploads at least as at most',
    modal([label({ type: 19, custom_id: 'f', min_values: 2, max_values: 2 })]),
    modal([label({ type: 19, custom_id: 'f', min_values: 3, max_values: 2 })]),
    `${AT} min_values NUMBER_TYPE_MAX`,
  ],
  [
    'different values in a radio group',
    modal([label({ type: 21, custom_id: 'r', options: options(2) })]),
    modal([label({ type: 21, custom_id: 'r', options: [...options(1), ...options(1)] })]),
    `${AT} options 1 value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED`,
  ],
  [
    'as few boxes at least as there are',
    modal([label({ type: 22, custom_id: 'c', options: options(2), min_values: 2 })]),
    modal([label({ type: 22, custom_id: 'c', options: options(2), min_values: 3 })]),
    `${AT} min_values NUMBER_TYPE_MAX`,
  ],
];

describe('an interaction response', () => {
  it.each(RESPONSES)('must have %s', (_, kept, broken, problem) => {
    expect(lines(validateCallback(kept))).toEqual([]);
    expect(lines(validateCallback(broken))).toEqual([problem]);
  });

  it('is an object', () => {
    expect(lines(validateCallback([4]))).toEqual(['DICT_TYPE_CONVERT']);
  });

  it('offers choices of one type', () => {
    const data = {
      choices: [
        { name: 'a', value: 'v' },
        { name: 'b', value: 2 },
      ],
    };
    expect(lines(validateCallback({ type: 8, data }))).toEqual(['data choices UNION_TYPE_CHOICES']);
  });

  it('updates a message under the rules that message has', () => {
    const update = { type: 7, data: { components: [text(1)] } };
    expect(validateCallback(update, { componentsV2: true })).toEqual([]);
    expect(lines(validateCallback(update))).toEqual(['data components 0 type UNION_TYPE_CHOICES']);
  });
});

describe('a modal', () => {
  it.each(MODALS)('must have %s', (_, kept, broken, problem) => {
    expect(lines(validateModal(kept))).toEqual([]);
    expect(lines(validateModal(broken))).toEqual([problem]);
  });
});
