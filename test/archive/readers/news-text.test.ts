import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleDraft } from '../../../src/archive/article.ts';
import { readArticles } from '../../../src/archive/readers/read.ts';
import { onlyDraft, outline, readFixture, readText } from './reading.ts';

const SEED = '000_6302738ddd8df0a3.txt';

describe('the news text of the seed', () => {
  it('is read exactly', async () => {
    const bytes = await readFile(new URL(`../../../seeds/${SEED}`, import.meta.url));
    const lines = new TextDecoder().decode(bytes).split('\n');
    const line = (number: number): string => lines[number - 1] ?? '';
    const text = (number: number) => ({ kind: 'text' as const, text: line(number) });
    const expected: ArticleDraft = {
      headline: 'NATO calls on Europe to increase arms production for Ukraine',
      publishedAt: '2024-02-10',
      section: 'WORLD',
      byline: 'Staff Reporter',
      source: null,
      url: null,
      externalId: null,
      language: 'en',
      photoCaption:
        'NATO Secretary General Stoltenberg visits the Capitol Hill in Washington / Photo: Reuters / Reuters',
      paragraphs: [
        { kind: 'standfirst', text: line(3) },
        ...[8, 10, 12, 14, 16, 18].map(text),
        { kind: 'subheading', text: 'Prolonged war risk in Europe' },
        ...[22, 24, 26, 28, 30].map(text),
        { kind: 'quotation', text: line(32) },
        text(34),
      ],
      notes: [],
    };
    expect(readArticles(bytes, { name: SEED })).toEqual({
      drafts: [{ line: 1, draft: expected }],
      problems: [],
    });
    expect(line(32)).toContain('NATO’s own capabilities');
  });
});

describe('news text', () => {
  it('tells a caption, names and a date line by their marks and places', async () => {
    const draft = onlyDraft(await readFixture('harbour.txt'));
    expect(draft).toMatchObject({
      headline: 'Harbour of Lindvik to close its coal pier by spring',
      publishedAt: '2023-11-04',
      section: 'BUSINESS',
      byline: 'Jane Doe and John Roe',
      source: 'Lindvik Times and agencies',
      photoCaption: 'FILE PHOTO: Cranes stand idle at the coal pier in Lindvik, August 2, 2023',
      notes: ['"Jane Doe and John Roe" was taken for the byline'],
    });
    expect(draft.paragraphs.map(({ kind }) => kind)).toEqual([
      'standfirst',
      'text',
      'subheading',
      'text',
      'quotation',
      'text',
      'text',
    ]);
  });

  const HEADER = {
    first: 'date 2024-02-10 WORLD',
    headline: 'A headline of some words',
    standfirst: 'A standfirst that says more about it.',
    caption: 'Somebody visits some place / Photo: Reuters',
    byline: 'By Jane Doe',
    date: 'February 10, 2024',
  };
  const BODY = ['The first paragraph of the body says this.', 'The second one says that.'];
  type Part = keyof typeof HEADER;

  it.each<readonly [string, readonly Part[]]>([
    ['its first line', ['first']],
    ['its standfirst', ['standfirst']],
    ['its caption', ['caption']],
    ['its byline', ['byline']],
    ['its date line', ['date']],
    ['byline and date line', ['byline', 'date']],
    ['standfirst and byline', ['standfirst', 'byline']],
    ['caption, byline and date line', ['caption', 'byline', 'date']],
    ['everything but headline and standfirst', ['first', 'caption', 'byline', 'date']],
  ])('is read without %s', (_, missing) => {
    const parts = Object.entries(HEADER).filter(([part]) => !missing.includes(part as Part));
    const header = parts.map(([, text]) => text).join('\n');
    const draft = onlyDraft(readText(`${header}\n\n${BODY.join('\n\n')}\n`));
    const has = (part: Part): boolean => !missing.includes(part);
    expect(draft).toMatchObject({
      headline: HEADER.headline,
      publishedAt: has('first') || has('date') ? '2024-02-10' : null,
      section: has('first') ? 'WORLD' : null,
      byline: has('byline') ? 'Jane Doe' : null,
      photoCaption: has('caption') ? HEADER.caption : null,
    });
    const paragraphs = draft.paragraphs.map(({ text }) => text);
    const standfirst = has('standfirst') ? [HEADER.standfirst] : [];
    expect(paragraphs).toEqual([...standfirst, ...BODY]);
  });

  it.each([
    'FILE PHOTO: A bridge over the river, July 4, 2023',
    'A bridge over the river [Getty Images]',
    'A bridge over the river. [File: John Roe/Reuters]',
    'A bridge over the river / AFP',
    'A bridge over the river (AP Photo/Jane Doe)',
    'A bridge over the river | Photo: AA',
    'File - A bridge over the river.',
    'Image caption: A bridge',
  ])('takes "%s" for a photo caption', (caption) => {
    const draft = onlyDraft(
      readText(
        `date 2024-02-10 WORLD\nHeadline here\nStandfirst here.\n${caption}\n\nBody text.\n`,
      ),
    );
    expect(draft.photoCaption).toBe(caption);
    expect(outline(draft)).toEqual(['standfirst: Standfirst here.', 'text: Body text.']);
  });

  it('takes the third line above byline and date for a caption, and says so', () => {
    const draft = onlyDraft(
      readText(
        'date 2024-02-10 WORLD\nHeadline here\nStandfirst here.\nA bridge in the fog.\nBy Jane Doe\n10 FEB 2024\n\nBody.\n',
      ),
    );
    expect(draft.photoCaption).toBe('A bridge in the fog.');
    expect(draft.notes).toEqual(['"A bridge in the fog." was taken for a photo caption']);
  });

  it.each([
    'By Jane Doe',
    'Jane Doe and John Roe',
    'TRT World and agencies',
    'By Jane van der Berg in Kyiv',
  ])('takes "%s" above the date line for the byline', (byline) => {
    const draft = onlyDraft(
      readText(`Headline here\nStandfirst here.\n${byline}\n10 Feb 2024\n\nBody text.\n`),
    );
    expect(draft.byline).toBe(byline.replace(/^By /, ''));
    expect(outline(draft)).toEqual(['standfirst: Standfirst here.', 'text: Body text.']);
  });

  it('leaves dates, names and captions of the header out of the text when empty lines stand between them', () => {
    const draft = onlyDraft(
      readText(
        'date 2024-02-10 WORLD\n\nHeadline here\n\nStandfirst here.\n\nA bridge / Photo: AFP\n\nBy Jane Doe\n\n10 February 2024\n\nBody text.\n',
      ),
    );
    expect(outline(draft)).toEqual(['standfirst: Standfirst here.', 'text: Body text.']);
  });

  it('takes captions between paragraphs out of the text', () => {
    const body = ['Body one.', 'Body two.', 'Body three.', 'Body four.'];
    const [one, two, three, four] = body;
    const text = ['date 2024-02-10', 'Headline', one, two, three, 'FILE PHOTO: A bridge', four];
    const draft = onlyDraft(readText(text.join('\n\n')));
    expect(draft.photoCaption).toBe('FILE PHOTO: A bridge');
    expect(draft.paragraphs.map((paragraph) => paragraph.text)).toEqual(body);
  });

  it('refuses a first line with a day that does not exist', () => {
    expect(readText('date 2024-02-30 WORLD\nHeadline\n\nBody text.\n')).toEqual({
      drafts: [],
      problems: [{ file: 'article.txt', line: 1, message: 'the date "2024-02-30" does not exist' }],
    });
  });

  it('does not choose between two readings of a date line', () => {
    const draft = onlyDraft(readText('Headline here\nBy Jane Doe\n03/04/2024\n\nBody text.\n'));
    expect(draft.publishedAt).toBeNull();
    expect(draft.notes).toEqual([
      'the date "03/04/2024" was left out: it can be read as 2024-04-03 or 2024-03-04',
    ]);
  });

  it('keeps every word of the body, in order', () => {
    const word = fc
      .stringMatching(/^[A-Za-z0-9’'"“”(),.:;!?–-]{1,12}$/)
      .filter((text) => /[A-Za-z]/.test(text));
    // A body paragraph, not a line that says it is something else: those have a full stop at most at their end.
    const paragraph = fc
      .array(word, { minLength: 4, maxLength: 30 })
      .map((words) => `The ${words.join(' ')} end.`);
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 12 }), (body) => {
        const { first, headline, standfirst, caption, byline, date } = HEADER;
        const header = [` ${first}`, headline, standfirst, caption, byline, date].join('\n');
        const draft = onlyDraft(readText(`${header}\n\n${body.join('\n\n')}\n\n`));
        expect(draft.paragraphs.map(({ text }) => text)).toEqual([standfirst, ...body]);
      }),
    );
  });
});
