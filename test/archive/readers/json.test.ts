import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleDraft } from '../../../src/archive/article.ts';
import { onlyDraft, outline, readFixture, readText } from './reading.ts';

describe('JSON', () => {
  it('reads the records of a list under other names, each with its line', async () => {
    const { drafts, problems } = await readFixture('bulletin.json', {
      url: 'https://feed.example.org/',
    });
    expect(drafts.map(({ line }) => line)).toEqual([5, 16]);
    expect(drafts[0]?.draft).toEqual({
      headline: 'Bridge reopens',
      publishedAt: '2024-05-06T07:30:00Z',
      section: 'City, Traffic',
      byline: 'Lea Lind',
      source: 'City Desk',
      url: 'https://city.example.org/bridge',
      externalId: '41',
      language: 'en',
      photoCaption: null,
      paragraphs: [
        { kind: 'text', text: 'The bridge reopened on Monday.' },
        { kind: 'text', text: 'Traffic was light.' },
      ],
      notes: [],
    });
    expect(drafts[1]?.draft).toMatchObject({
      publishedAt: '2024-05-06T08:00:00Z',
      url: null,
      paragraphs: [
        { text: 'The library stays open until ten.' },
        { text: 'Reading & writing rooms too.' },
      ],
      notes: ['the date 1714982400 was read as seconds since 1970: 2024-05-06T08:00:00.000Z'],
    });
    expect(problems).toEqual([
      {
        file: 'bulletin.json',
        line: 15,
        message: 'expected an object with the fields of an article, found an array',
      },
    ]);
  });

  it('reads one record, and gives it the address it came from', () => {
    const draft = onlyDraft(
      readText('{"articleBody": "Words."}', 'a.json', { url: 'https://a.example/1' }),
    );
    expect(draft.url).toBe('https://a.example/1');
  });

  it.each([
    [
      '{"title": "no text"}',
      1,
      'no text found: expected a field "text" or "paragraphs" among title',
    ],
    ['{"text": "…"}', 1, 'no text found'],
    ['"words"', 1, 'expected an object with the fields of an article, found a string'],
    ['[]', null, 'the list of articles is empty'],
    ['[1,\n 2', null, 'this is not valid JSON'],
    [
      `{"title": "${'long '.repeat(300)}", "text": "a"}`,
      1,
      'headline is longer than 1000 characters',
    ],
  ])('says what is wrong with %s', (text, line, message) => {
    const { drafts, problems } = readText(text, 'a.json');
    expect(drafts).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(message);
    if (line !== null) expect(problems[0]?.line).toBe(line);
  });

  it('leaves out metadata that cannot be kept, and says so', () => {
    const record = {
      text: 'Words.',
      url: 'ftp://a.example/',
      author: 'x'.repeat(3_000),
      lang: 'English',
    };
    const draft = onlyDraft(readText(JSON.stringify(record), 'a.json'));
    expect(draft).toMatchObject({ url: null, byline: null, language: 'en' });
    expect(draft.notes).toEqual([
      'no headline in the source',
      'the byline was left out: 3000 characters, at most 2000 are kept',
      'the url "ftp://a.example/" was left out: it is not an http or https address',
      'the language "English" is not a language tag: en was assumed',
    ]);
  });

  it('reads a draft back as it was written', () => {
    const text = fc
      .stringMatching(/^[A-Za-zé“”]{1,8}( [a-z0-9,’-]{1,8}){0,6}$/)
      .filter((value) => /[a-z]/i.test(value));
    const draft: fc.Arbitrary<ArticleDraft> = fc.record({
      headline: text,
      publishedAt: fc.constantFrom(null, '2024-02-10', '2024-02-10T08:30:00+01:00'),
      section: fc.option(text),
      byline: fc.option(text.filter((value) => !/^by /i.test(value))),
      source: fc.option(text),
      url: fc.constantFrom(null, 'https://a.example/b?c=d'),
      externalId: fc.option(text),
      language: fc.constantFrom('en', 'de', 'pt-BR'),
      photoCaption: fc.option(text),
      paragraphs: fc.array(
        fc.record({
          kind: fc.constantFrom('text' as const, 'subheading' as const, 'quotation' as const),
          text,
        }),
        { minLength: 1, maxLength: 5 },
      ),
      notes: fc.constant([]),
    });
    fc.assert(
      fc.property(fc.array(draft, { minLength: 1, maxLength: 4 }), (drafts) => {
        const pretty = readText(JSON.stringify(drafts, null, 2), 'a.json');
        const lines = readText(drafts.map((one) => JSON.stringify(one)).join('\n'), 'a.jsonl');
        expect(pretty.drafts.map((read) => read.draft)).toEqual(drafts);
        expect(lines.drafts.map((read) => read.draft)).toEqual(drafts);
        expect(lines.drafts.map(({ line }) => line)).toEqual(drafts.map((_, index) => index + 1));
      }),
    );
  });
});

describe('JSON Lines', () => {
  it('lets a bad line spoil no good one', async () => {
    const { drafts, problems } = await readFixture('beir.jsonl');
    expect(drafts.map(({ line, draft }) => [line, draft.externalId])).toEqual([
      [1, 'd1'],
      [3, 'd3'],
      [6, 'd5'],
    ]);
    expect(drafts[0]?.draft).toMatchObject({
      headline: 'Well found',
      publishedAt: '2023-09-26',
      source: 'Daily Example',
      url: 'https://daily.example.org/well',
    });
    expect(drafts[1]?.draft).toMatchObject({ headline: '', notes: ['no headline in the source'] });
    expect(drafts[2]?.draft.notes).toEqual([
      'the date "03/04/2024" was left out: it can be read as 2024-04-03 or 2024-03-04',
      'the language "Klingon!" is not a language tag: en was assumed',
    ]);
    expect(problems).toEqual([
      { file: 'beir.jsonl', line: 2, message: expect.stringContaining('not valid JSON') as string },
      { file: 'beir.jsonl', line: 5, message: 'the date "2024-02-30" does not exist' },
    ]);
  });

  it('is recognised in a file called .json', () => {
    expect(readText('{"text": "a"}\n{"text": "b"}\n', 'a.json').drafts).toHaveLength(2);
  });

  it('gives up on a file that is mostly something else', () => {
    const { problems } = readText('words\n'.repeat(5_000), 'a.jsonl');
    expect(problems).toHaveLength(1_001);
    expect(problems.at(-1)?.message).toBe('and 1 more problems');
  });

  it('does not take the standfirst twice', () => {
    const record = { text: 'It began well.\n\nIt ended.', description: 'It began…' };
    expect(outline(onlyDraft(readText(JSON.stringify(record), 'a.jsonl')))).toEqual([
      'text: It began well.',
      'text: It ended.',
    ]);
  });
});
