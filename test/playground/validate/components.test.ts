import { describe, expect, it } from 'vitest';
import { validateMessage } from '../../../src/playground/validate/validate.ts';
import {
  box,
  button,
  buttons,
  lines,
  link,
  options,
  repeat,
  row,
  select,
  text,
  texts,
  v2,
} from './bodies.ts';
import type { Rule } from './bodies.ts';

function x(length: number): string {
  return 'x'.repeat(length);
}

function thumbnail(url: string) {
  return { type: 9, components: [text(1)], accessory: { type: 11, media: { url } } };
}

const IN_ROW = 'components 0 components';
const FILE = { type: 13, file: { url: 'attachment://a.txt' } };
const LONG_URL = `https://a.example/${x(512 - 18)}`;

const RULES: readonly Rule[] = [
  [
    '40 components',
    v2(...texts(40)),
    v2(...texts(20), box(...texts(20))),
    'components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  [
    '40 components, those in sections counted',
    v2(box(...repeat(9, (n) => ({ type: 9, components: texts(2), accessory: button(`b${n}`) })))),
    v2(box(...repeat(10, (n) => ({ type: 9, components: texts(2), accessory: button(`b${n}`) })))),
    'components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  [
    '4,000 characters over all text displays',
    v2(text(2_000), box(text(2_000))),
    v2(text(2_000), box(text(2_001))),
    'components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  [
    '4,000 characters in one text display',
    v2(text(4_000)),
    v2(text(4_001)),
    'components 0 content BASE_TYPE_MAX_LENGTH',
  ],
  ['text in a text display', v2(text(1)), v2(text(0)), 'components 0 content BASE_TYPE_REQUIRED'],
  [
    'more than white space in a text display',
    v2(text(1)),
    v2({ type: 10, content: ' \n ' }),
    'components 0 content BASE_TYPE_REQUIRED',
  ],
  [
    'different custom ids',
    v2(row(button('a')), row(button('b'))),
    v2(row(button('a')), row(button('a'))),
    'components 1 components 0 custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'custom ids of 100 characters',
    v2(row(button(x(100)))),
    v2(row(button(x(101)))),
    `${IN_ROW} 0 custom_id BASE_TYPE_MAX_LENGTH`,
  ],
  [
    'custom ids of a character',
    v2(row(button('a'))),
    v2(row(button(''))),
    `${IN_ROW} 0 custom_id BASE_TYPE_REQUIRED`,
  ],
  [
    'different ids',
    v2({ ...text(1), id: 1 }, { ...text(1), id: 2 }),
    v2({ ...text(1), id: 1 }, { ...text(1), id: 1 }),
    'components 1 id COMPONENT_ID_DUPLICATED',
  ],
  [
    'five buttons in a row',
    v2(row(...buttons(5))),
    v2(row(...buttons(6))),
    `${IN_ROW} BASE_TYPE_MAX_LENGTH`,
  ],
  ['a component in a row', v2(row(button('a'))), v2(row()), `${IN_ROW} BASE_TYPE_MIN_LENGTH`],
  [
    'one select in a row',
    v2(row(select())),
    v2(row(select(), select({ custom_id: 't' }))),
    `${IN_ROW} COMPONENT_LAYOUT_WIDTH_EXCEEDED`,
  ],
  [
    'a select without buttons',
    v2(row(select())),
    v2(row(select(), button('a'))),
    `${IN_ROW} COMPONENT_LAYOUT_WIDTH_EXCEEDED`,
  ],
  [
    'a button label of 80',
    v2(row(button('a', { label: x(80) }))),
    v2(row(button('a', { label: x(81) }))),
    `${IN_ROW} 0 label BASE_TYPE_MAX_LENGTH`,
  ],
  [
    'a label or an emoji on a button',
    v2(row(button('a', { label: '', emoji: { name: '👍' } }))),
    v2(row(button('a', { label: '' }))),
    `${IN_ROW} 0 BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED`,
  ],
  [
    'an emoji that is one',
    v2(row(button('a', { emoji: { name: '⬅' } }))),
    v2(row(button('a', { emoji: { name: 'left' } }))),
    `${IN_ROW} 0 emoji name BUTTON_COMPONENT_INVALID_EMOJI`,
  ],
  [
    'a custom id on a button',
    v2(row(button('a'))),
    v2(row({ type: 2, style: 1, label: 'Go' })),
    `${IN_ROW} 0 custom_id BASE_TYPE_REQUIRED`,
  ],
  [
    'no url on a button',
    v2(row(button('a'))),
    v2(row(button('a', { url: 'https://a.example' }))),
    `${IN_ROW} 0 url BASE_TYPE_FORBIDDEN`,
  ],
  [
    'a known button style',
    v2(row(button('a', { style: 4 }))),
    v2(row(button('a', { style: 7 }))),
    `${IN_ROW} 0 style BASE_TYPE_CHOICES`,
  ],
  [
    'a url on a link',
    v2(row(link('https://a.example'))),
    v2(row(link(undefined))),
    `${IN_ROW} 0 url BASE_TYPE_REQUIRED`,
  ],
  [
    'a link of 512 characters',
    v2(row(link(LONG_URL))),
    v2(row(link(`${LONG_URL}x`))),
    `${IN_ROW} 0 url BASE_TYPE_MAX_LENGTH`,
  ],
  [
    'a link to the web',
    v2(row(link('discord://-/x'))),
    v2(row(link('javascript:alert(1)'))),
    `${IN_ROW} 0 url URL_TYPE_INVALID_SCHEME`,
  ],
  [
    'no custom id on a link',
    v2(row(link('https://a.example'))),
    v2(row(link('https://a.example', { custom_id: 'a' }))),
    `${IN_ROW} 0 custom_id BASE_TYPE_FORBIDDEN`,
  ],
  [
    '25 options in a select',
    v2(row(select({ options: options(25) }))),
    v2(row(select({ options: options(26) }))),
    `${IN_ROW} 0 options BASE_TYPE_MAX_LENGTH`,
  ],
  [
    'an option in a select',
    v2(row(select({ options: options(1) }))),
    v2(row(select({ options: [] }))),
    `${IN_ROW} 0 options BASE_TYPE_MIN_LENGTH`,
  ],
  [
    'different values in a select',
    v2(row(select())),
    v2(row(select({ options: [...options(2), ...options(1)] }))),
    `${IN_ROW} 0 options 2 value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED`,
  ],
  [
    'option labels of 100',
    v2(row(select({ options: [{ label: x(100), value: 'v' }] }))),
    v2(row(select({ options: [{ label: x(101), value: 'v' }] }))),
    `${IN_ROW} 0 options 0 label BASE_TYPE_MAX_LENGTH`,
  ],
  [
    'option values of 100',
    v2(row(select({ options: [{ label: 'l', value: x(100) }] }))),
    v2(row(select({ options: [{ label: 'l', value: x(101) }] }))),
    `${IN_ROW} 0 options 0 value BASE_TYPE_MAX_LENGTH`,
  ],
  [
    'option descriptions of 100',
    v2(row(select({ options: [{ label: 'l', value: 'v', description: x(100) }] }))),
    v2(row(select({ options: [{ label: 'l', value: 'v', description: x(101) }] }))),
    `${IN_ROW} 0 options 0 description BASE_TYPE_MAX_LENGTH`,
  ],
  [
    'a placeholder of 150',
    v2(row(select({ placeholder: x(150) }))),
    v2(row(select({ placeholder: x(151) }))),
    `${IN_ROW} 0 placeholder BASE_TYPE_MAX_LENGTH`,
  ],
  [
    'as few values at least as at most',
    v2(row(select({ min_values: 2, max_values: 2 }))),
    v2(row(select({ min_values: 2, max_values: 1 }))),
    `${IN_ROW} 0 min_values NUMBER_TYPE_MAX`,
  ],
  [
    'no more values than options',
    v2(row(select({ max_values: 2 }))),
    v2(row(select({ max_values: 3 }))),
    `${IN_ROW} 0 max_values NUMBER_TYPE_MAX`,
  ],
  [
    'no more defaults than values',
    v2(row(select({ options: [{ label: 'l', value: 'v', default: true }] }))),
    v2(row(select({ options: repeat(2, (n) => ({ label: 'l', value: `v${n}`, default: true })) }))),
    `${IN_ROW} 0 SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES`,
  ],
  [
    'one to three texts in a section',
    v2({ type: 9, components: texts(3), accessory: button('a') }),
    v2({ type: 9, components: texts(4), accessory: button('a') }),
    'components 0 components BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an accessory in a section',
    v2({ type: 9, components: texts(1), accessory: button('a') }),
    v2({ type: 9, components: texts(1) }),
    'components 0 accessory BASE_TYPE_REQUIRED',
  ],
  [
    'no container in a container',
    v2(box(text(1))),
    v2(box(box(text(1)))),
    'components 0 components 0 type UNION_TYPE_CHOICES',
  ],
  [
    'something in a container',
    v2(box(text(1))),
    v2(box()),
    'components 0 components BASE_TYPE_MIN_LENGTH',
  ],
  [
    'a colour of 24 bits',
    v2({ ...box(text(1)), accent_color: 0xff_ff_ff }),
    v2({ ...box(text(1)), accent_color: 0x1_00_00_00 }),
    'components 0 accent_color NUMBER_TYPE_MAX',
  ],
  [
    'a separator that is small or large',
    v2({ type: 14, spacing: 2 }),
    v2({ type: 14, spacing: 3 }),
    'components 0 spacing BASE_TYPE_CHOICES',
  ],
  [
    'files that are attachments',
    v2(FILE),
    v2({ type: 13, file: { url: 'https://a.example/a.txt' } }),
    'components 0 file url URL_TYPE_INVALID_SCHEME',
  ],
  [
    'pictures from the web or attached',
    v2(thumbnail('attachment://a.png')),
    v2(thumbnail('data:image/png;base64,AA')),
    'components 0 accessory media url URL_TYPE_INVALID_SCHEME',
  ],
  [
    'ten pictures in a gallery',
    v2({ type: 12, items: repeat(10, () => ({ media: { url: 'https://a.example/a.png' } })) }),
    v2({ type: 12, items: repeat(11, () => ({ media: { url: 'https://a.example/a.png' } })) }),
    'components 0 items BASE_TYPE_MAX_LENGTH',
  ],
  [
    'components of a known type',
    v2(text(1)),
    v2({ type: 99 }),
    'components 0 type UNION_TYPE_CHOICES',
  ],
  ['components that are objects', v2(text(1)), v2('text'), 'components 0 DICT_TYPE_CONVERT'],
  [
    'no modal components',
    v2(text(1)),
    v2({ type: 18, label: 'l', component: { type: 4, custom_id: 'i', style: 1 } }),
    'components 0 type UNION_TYPE_CHOICES',
  ],
];

describe('components of a message', () => {
  it.each(RULES)('must have %s', (_, kept, broken, problem) => {
    expect(lines(validateMessage(kept, 'callback'))).toEqual([]);
    expect(lines(validateMessage(broken, 'callback'))).toEqual([problem]);
  });

  it('may show only files that are there', () => {
    expect(validateMessage(v2(FILE), 'webhook', { fileNames: ['a.txt'] })).toEqual([]);
    expect(lines(validateMessage(v2(FILE), 'webhook', { fileNames: ['b.txt'] }))).toEqual([
      'components 0 file url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    ]);
  });

  it('may all leave their id to Discord with 0', () => {
    expect(validateMessage(v2({ ...text(1), id: 0 }, { ...text(1), id: 0 }), 'create')).toEqual([]);
  });

  it('are all looked at: every problem is named', () => {
    const body = v2(box(row(button('a', { label: '' }), button('a'))), text(0));
    expect(lines(validateMessage(body, 'create'))).toEqual([
      'components 1 content BASE_TYPE_REQUIRED',
    ]);
    const later = v2(box(row(button('a', { label: '' }), button('a'))), text(1));
    expect(lines(validateMessage(later, 'create'))).toEqual([
      'components 0 components 0 components 1 custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
      'components 0 components 0 components 0 BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED',
    ]);
  });
});
