import { describe, expect, it } from 'vitest';
import { validateMessage } from '../../../src/playground/validate/validate.ts';
import { lines, repeat, row, button, text, texts, v2, V2 } from './bodies.ts';
import type { Rule } from './bodies.ts';

function x(length: number): string {
  return 'x'.repeat(length);
}

function embed(fields: object) {
  return { embeds: [{ title: 'T', ...fields }] };
}

const LONG = { description: x(4_000) };

const RULES: readonly Rule[] = [
  [
    'content of 2,000 characters',
    { content: x(2_000) },
    { content: x(2_001) },
    'content BASE_TYPE_MAX_LENGTH',
  ],
  ['content that is text', { content: 'x' }, { content: 5 }, 'content STRING_TYPE_CONVERT'],
  ['a message that shows something', { content: 'x' }, { content: ' \n' }, '50006'],
  [
    'ten embeds',
    { embeds: repeat(10, () => ({ title: 'T' })) },
    { embeds: repeat(11, () => ({ title: 'T' })) },
    'embeds BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an embed that shows something',
    { embeds: [{ image: { url: 'https://a.example/i.png' } }] },
    { embeds: [{ color: 1 }] },
    '50006',
  ],
  [
    'an embed title of 256',
    embed({ title: x(256) }),
    embed({ title: x(257) }),
    'embeds 0 title BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an embed description of 4,096',
    embed({ description: x(4_096) }),
    embed({ description: x(4_097) }),
    'embeds 0 description BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an embed footer of 2,048',
    embed({ footer: { text: x(2_048) } }),
    embed({ footer: { text: x(2_049) } }),
    'embeds 0 footer text BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an embed author of 256',
    embed({ author: { name: x(256) } }),
    embed({ author: { name: x(257) } }),
    'embeds 0 author name BASE_TYPE_MAX_LENGTH',
  ],
  [
    '25 fields',
    embed({ fields: repeat(25, () => ({ name: 'n', value: 'v' })) }),
    embed({ fields: repeat(26, () => ({ name: 'n', value: 'v' })) }),
    'embeds 0 fields BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a field name of 256',
    embed({ fields: [{ name: x(256), value: 'v' }] }),
    embed({ fields: [{ name: x(257), value: 'v' }] }),
    'embeds 0 fields 0 name BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a field value of 1,024',
    embed({ fields: [{ name: 'n', value: x(1_024) }] }),
    embed({ fields: [{ name: 'n', value: x(1_025) }] }),
    'embeds 0 fields 0 value BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a field with a value',
    embed({ fields: [{ name: 'n', value: 'v' }] }),
    embed({ fields: [{ name: 'n', value: ' ' }] }),
    'embeds 0 fields 0 value BASE_TYPE_REQUIRED',
  ],
  [
    '6,000 characters over all embeds',
    {
      embeds: [
        LONG,
        { description: x(1_997), footer: { text: 'f' }, author: { name: 'a' }, title: 'T' },
      ],
    },
    { embeds: [LONG, { description: x(1_999), title: 'TT' }] },
    'embeds MAX_EMBED_SIZE_EXCEEDED',
  ],
  [
    'an embed url that is one',
    embed({ url: 'https://a.example' }),
    embed({ url: 'nowhere' }),
    'embeds 0 url URL_TYPE_INVALID_URL',
  ],
  [
    'mentions listed or parsed, not both',
    { content: 'x', allowed_mentions: { parse: ['roles'], users: ['1'] } },
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    'allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
  [
    'at most ten attachments',
    { attachments: repeat(10, (id) => ({ id: String(id) })) },
    { attachments: repeat(11, (id) => ({ id: String(id) })) },
    'attachments BASE_TYPE_MAX_LENGTH',
  ],
  [
    'three stickers',
    { sticker_ids: ['1', '2', '3'] },
    { sticker_ids: ['1', '2', '3', '4'] },
    'sticker_ids BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a nonce of 25 characters',
    { content: 'x', nonce: x(25) },
    { content: 'x', nonce: x(26) },
    'nonce BASE_TYPE_MAX_LENGTH',
  ],
  [
    'flags a message may set',
    { content: 'x', flags: 4 },
    { content: 'x', flags: 64 },
    'flags BASE_TYPE_CHOICES',
  ],
  [
    'no content beside Components V2',
    v2(text(1)),
    { ...v2(text(1)), content: 'x' },
    'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'no embeds beside Components V2',
    { ...v2(text(1)), embeds: [] },
    { ...v2(text(1)), embeds: [{ title: 'T' }] },
    'embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'no stickers beside Components V2',
    { ...v2(text(1)), sticker_ids: [] },
    { ...v2(text(1)), sticker_ids: ['1'] },
    'sticker_ids MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'no poll beside Components V2',
    v2(text(1)),
    { ...v2(text(1)), poll: { question: { text: 'q' }, answers: [{ poll_media: { text: 'a' } }] } },
    'poll MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  ['a component at least in Components V2', v2(text(1)), v2(), '50006'],
  [
    'five rows without Components V2',
    { components: repeat(5, (n) => row(button(`b${n}`))) },
    { components: repeat(6, (n) => row(button(`b${n}`))) },
    'components BASE_TYPE_BAD_LENGTH',
  ],
  [
    'text displays only with the flag',
    v2(text(1)),
    { components: [text(1)] },
    'components 0 type UNION_TYPE_CHOICES',
  ],
  [
    'containers only with the flag',
    v2({ type: 17, components: [text(1)] }),
    { components: [{ type: 17, components: [text(1)] }] },
    'components 0 type UNION_TYPE_CHOICES',
  ],
];

describe('a message', () => {
  it.each(RULES)('must have %s', (_, kept, broken, problem) => {
    expect(lines(validateMessage(kept, 'create'))).toEqual([]);
    expect(lines(validateMessage(broken, 'create'))).toEqual([problem]);
  });

  it.each(['create', 'edit', 'webhook', 'callback'] as const)(
    'may have 2,000 characters of content and no more (%s)',
    (kind) => {
      expect(validateMessage({ content: x(2_000) }, kind)).toEqual([]);
      expect(lines(validateMessage({ content: x(2_001) }, kind))).toEqual([
        'content BASE_TYPE_MAX_LENGTH',
      ]);
    },
  );

  it('may be ephemeral as a response and as a follow-up only', () => {
    const body = { content: 'x', flags: 64 };
    expect(validateMessage(body, 'callback')).toEqual([]);
    expect(validateMessage(body, 'webhook')).toEqual([]);
    expect(lines(validateMessage(body, 'create'))).toEqual(['flags BASE_TYPE_CHOICES']);
  });

  it('is measured in UTF-16 units, which are never fewer than characters', () => {
    expect(validateMessage({ content: '🦉'.repeat(1_000) }, 'create')).toEqual([]);
    expect(lines(validateMessage({ content: '🦉'.repeat(1_001) }, 'create'))).toEqual([
      'content BASE_TYPE_MAX_LENGTH',
    ]);
  });

  it.each([['null'], [[]], ['text'], [5]])('is an object, not %j', (body) => {
    expect(lines(validateMessage(body, 'create'))).toEqual(['DICT_TYPE_CONVERT']);
  });

  it('may have fields that nobody knows, and null for what is absent', () => {
    const body = { content: 'x', embeds: null, nobody: { knows: 1 }, poll: null };
    expect(validateMessage(body, 'create')).toEqual([]);
  });

  it('may number its attachments', () => {
    expect(validateMessage({ attachments: [{ id: 0 }] }, 'create')).toEqual([]);
    expect(lines(validateMessage({ attachments: [{ id: 'a' }] }, 'create'))).toEqual([
      'attachments 0 id STRING_TYPE_REGEX',
    ]);
  });

  it('is not empty when files come with it', () => {
    expect(validateMessage({}, 'create', { fileNames: ['a.txt'] })).toEqual([]);
    expect(lines(validateMessage({}, 'create', { fileNames: [] }))).toEqual(['50006']);
  });
});

describe('an edit', () => {
  it('may leave everything as it is, and repeat any flag', () => {
    expect(validateMessage({}, 'edit')).toEqual([]);
    expect(validateMessage({ flags: 64 | 32 }, 'edit')).toEqual([]);
  });

  it('of a Components V2 message keeps to Components V2 without the flag', () => {
    const edit = { components: texts(6) };
    expect(validateMessage(edit, 'edit', { componentsV2: true })).toEqual([]);
    expect(lines(validateMessage(edit, 'edit'))).toContain('components 0 type UNION_TYPE_CHOICES');
    expect(lines(validateMessage({ content: 'x' }, 'edit', { componentsV2: true }))).toEqual([
      'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ]);
  });

  it('may clear the content that Components V2 replace', () => {
    expect(validateMessage({ ...v2(text(1)), content: null, embeds: [] }, 'edit')).toEqual([]);
    expect(validateMessage({ flags: V2, content: '', components: texts(1) }, 'edit')).toEqual([]);
  });
});
