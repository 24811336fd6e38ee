import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../src/archive/draft.ts';
import { readArticles } from '../../../src/archive/readers/read.ts';
import { onlyDraft, readText } from './reading.ts';

const NAMES = ['a.txt', 'a.md', 'a.html', 'a.json', 'a.jsonl', 'a'];

describe('readArticles', () => {
  it('fills in the defaults where the source is silent, and says so', () => {
    const defaults = { section: 'World', publishedAt: '2024-02-10', source: 'Example' };
    expect(onlyDraft(readText('Headline\n\nText.\n', 'a.txt', { defaults }))).toMatchObject({
      section: 'World',
      publishedAt: '2024-02-10',
      source: 'Example',
      notes: [
        'no date in the source: "2024-02-10" was filled in',
        'no section in the source: "World" was filled in',
        'no source in the source: "Example" was filled in',
      ],
    });
    const spoken = onlyDraft(
      readText('date 2023-01-01 ARTS\nHeadline\n\nText.\n', 'a.txt', { defaults }),
    );
    expect(spoken).toMatchObject({ section: 'ARTS', publishedAt: '2023-01-01' });
  });

  it('notes a date in the future, with a day of grace for time zones', () => {
    const today = new Date('2024-02-10T12:00:00Z');
    const notes = (date: string): readonly string[] =>
      onlyDraft(readText(`date ${date} WORLD\nHeadline\n\nText.\n`, 'a.txt', { today })).notes;
    expect(notes('2024-02-11')).toEqual([]);
    expect(notes('2024-02-12')).toEqual(['the date 2024-02-12 lies in the future']);
  });

  it.each([
    ['an empty input', '', 'no text found'],
    ['white space', ' \n\t\n', 'no text found'],
    ['signs without words', 'Headline\n\n— … —', 'no text found'],
    ['a feed', '<?xml version="1.0"?><rss></rss>', 'XML and feeds are not read'],
    ['a text of too many lines', 'a\n'.repeat(100_001), 'at most 100000 are read'],
    ['a text of too many characters', 'a'.repeat(2_000_001), 'at most 2000000 are read'],
  ])('has a problem with %s', (_, text, message) => {
    const { drafts, problems } = readText(text, 'input');
    expect(drafts).toEqual([]);
    expect(problems).toEqual([
      {
        file: 'input',
        line: expect.toBeOneOf([null, 1]) as null,
        message: expect.stringContaining(message) as string,
      },
    ]);
  });

  it('refuses more bytes than it is told to read', () => {
    expect(readText('12345', 'a.txt', { maxBytes: 4 }).problems).toEqual([
      { file: 'a.txt', line: null, message: 'the input has 5 bytes, at most 4 are read' },
    ]);
  });

  it('turns any bytes into good drafts or problems', () => {
    const codeUnits = fc.uint16Array({ maxLength: 200 });
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      codeUnits.map((units) => Buffer.from(String.fromCharCode(...units))),
      codeUnits.map((units) => new Uint8Array(units.buffer)),
    );
    fc.assert(
      fc.property(bytes, fc.constantFrom(...NAMES), (input, name) => {
        const { drafts, problems } = readArticles(input, { name });
        expect(drafts.length + problems.length).toBeGreaterThan(0);
        for (const { draft } of drafts) expect(checkDraft(draft)).toEqual({ ok: true, draft });
      }),
      { numRuns: 300 },
    );
  });

  it('turns any heap of markup into good drafts or problems', () => {
    const piece = fc.constantFrom(
      ...[
        '<',
        '>',
        '&',
        '"',
        "'",
        '<p>',
        '</p>',
        '<b',
        '<!--',
        '-->',
        '<script>',
        '</script>',
        '<table><td>',
        '&amp;',
      ],
      ...[
        '\n',
        '\n\n',
        '# ',
        '> ',
        '- ',
        '1. ',
        '```',
        '`',
        '*',
        '_',
        '[',
        '](',
        ')',
        '![',
        '|',
        '---\n',
        'a: b\n',
      ],
      ...[
        '{',
        '}',
        '[',
        ']',
        '":',
        ',',
        '{"text":"a"}',
        'date 2024-02-10 W\n',
        'By Jane Doe\n',
        '\u0000',
        '\uFEFF',
        'word',
        ' ',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom(...NAMES), (pieces, name) => {
        const { drafts, problems } = readText(pieces.join(''), name);
        expect(drafts.length + problems.length).toBeGreaterThan(0);
        for (const { draft } of drafts) expect(checkDraft(draft)).toEqual({ ok: true, draft });
      }),
      { numRuns: 300 },
    );
  });

  // Anything whose time grows with the square of these would not come back within vitest's own limit of 5 s.
  it.each([
    'a',
    '(afp ',
    '[ap ',
    '"',
    '> ',
    '- ',
    '   - a\n',
    '_a__',
    '**a *',
    '`a``',
    '[a](',
    '![',
    '<div',
    '<!--',
    '<script>',
    '<a b="',
    '&amp',
    '{"a":',
    '[',
    '\\',
    '. ',
    '\u00AD',
    'By A ',
    'date ',
  ])('reads 50,000 characters of %j in every format', (unit) => {
    const text = unit.repeat(50_000 / unit.length);
    for (const name of NAMES) {
      const { drafts, problems } = readText(text, name);
      expect(drafts.length + problems.length).toBeGreaterThan(0);
    }
  });
});
