import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Article, ArticleDraft, DraftParagraph } from '../../../src/archive/article.ts';
import { openDatabase } from '../../../src/archive/database/database.ts';
import { readArticles } from '../../../src/archive/readers/read.ts';
import type { Highlights, QuotedText } from '../../../src/digest/digest.ts';
import { createHighlights, HIGHLIGHT_RULES } from '../../../src/digest/content/highlights.ts';
import { BY, draftAbout, openArchive } from '../../archive/archive-kit.ts';
import { articleOf } from './excerpts/article.ts';

/** Rows in memory, which counts what is asked. */
class MemoryHighlights {
  readonly rows = new Map<number, { readonly rules: number; readonly content: string }>();
  puts = 0;

  get(key: number, rules: number): string | null {
    const row = this.rows.get(key);
    return row?.rules === rules ? row.content : null;
  }

  put(key: number, rules: number, content: string): void {
    this.puts += 1;
    this.rows.set(key, { rules, content });
  }
}

const STORY = articleOf([
  { kind: 'standfirst', text: 'Every house in the valley will be rebuilt.' },
  '"We will rebuild every house in this valley before winter comes," said Jane Roe.',
]);
const HIGHLIGHTS: Highlights = {
  lead: { start: 0, end: 42, text: 'Every house in the valley will be rebuilt.' },
  quotation: {
    start: 45,
    end: 107,
    text: 'We will rebuild every house in this valley before winter comes',
    speaker: { start: 115, end: 123, text: 'Jane Roe' },
  },
};

function highlights() {
  const store = new MemoryHighlights();
  return { store, find: createHighlights({ database: { highlights: store } }) };
}

describe('createHighlights', () => {
  it('finds the lead and the quotation of the seed article', async () => {
    const name = '000_6302738ddd8df0a3.txt';
    const bytes = await readFile(new URL(`../../../seeds/${name}`, import.meta.url));
    const [read] = readArticles(bytes, { name }).drafts;
    const found = await highlights().find(articleOfDraft(read?.draft));
    expect(found.lead?.text).toBe(
      'NATO Secretary General Jens Stoltenberg urged European nations to increase arms production, highlighting the need for a sustained industrial effort to support Ukraine.',
    );
    expect(found.quotation).toMatchObject({
      text: "The failure of the United States' Congress in not supporting Ukraine is close to criminal neglect",
      speaker: { text: 'Biden' },
    });
  });

  it('keeps what it found in the database', async () => {
    const { library, database } = openArchive();
    await library.add([draftAbout('tram')], BY);
    const [key = 0] = library.list({ scopes: ['shared'], limit: 1 }).articles.map(({ key }) => key);
    const [article] = library.articlesByKeys([key]);
    if (article === undefined) throw new Error('The article was not added.');
    const found = await createHighlights({ database })(article);
    expect(found.lead?.text).toContain('tram');
    expect(database.highlights.get(key, HIGHLIGHT_RULES)).not.toBeNull();
    expect(await createHighlights({ database })(article)).toEqual(found);
  });

  it('finds them of an article that was removed meanwhile', async () => {
    const database = openDatabase(':memory:');
    onTestFinished(() => {
      database.close();
    });
    expect(await createHighlights({ database })(STORY)).toEqual(HIGHLIGHTS);
    expect(database.highlights.get(STORY.key, HIGHLIGHT_RULES)).toBeNull();
  });

  it('looks for them once, however many ask', async () => {
    const { store, find } = highlights();
    const found = await Promise.all([find(STORY), find(STORY), find(STORY)]);
    expect(found).toEqual([HIGHLIGHTS, HIGHLIGHTS, HIGHLIGHTS]);
    expect(await find(STORY)).toEqual(HIGHLIGHTS);
    expect(store.puts).toBe(1);
  });

  it('lets one who asks give up without the others', async () => {
    const { find } = highlights();
    const controller = new AbortController();
    const abandoned = find(STORY, controller.signal);
    const other = find(STORY);
    controller.abort(new Error('enough'));
    await expect(abandoned).rejects.toThrow('enough');
    expect(await other).toEqual(HIGHLIGHTS);
    await expect(find(STORY, controller.signal)).rejects.toThrow('enough');
  });

  it.each([
    ['no JSON', '{'],
    ['something else', '{"lead": 1}'],
    ['of another text', content({ contentHash: 'other' })],
    ['beyond the text', content({ lead: { start: 0, end: 999 } })],
    ['backwards', content({ lead: { start: 9, end: 3 } })],
    ['before the text', content({ lead: { start: -3, end: 3 } })],
    ['no whole numbers', content({ lead: { start: 0.5, end: 3 } })],
    [
      'a speaker beyond the text',
      content({ quotation: { start: 0, end: 4, speaker: { start: 5, end: 999 } } }),
    ],
    [
      'a speaker within the words',
      content({ quotation: { start: 0, end: 9, speaker: { start: 5, end: 7 } } }),
    ],
  ])('finds them anew where what is kept is %s', async (_, kept) => {
    const { store, find } = highlights();
    store.put(STORY.key, HIGHLIGHT_RULES, kept);
    expect(await find(STORY)).toEqual(HIGHLIGHTS);
    expect(store.puts).toBe(2);
  });

  it('finds them anew by new rules', async () => {
    const { store, find } = highlights();
    store.put(STORY.key, HIGHLIGHT_RULES - 1, content({ lead: null, quotation: null }));
    expect(await find(STORY)).toEqual(HIGHLIGHTS);
  });

  it('gives slices of any text, with the speaker outside of what was said', async () => {
    await fc.assert(
      fc.asyncProperty(anyArticle(), async (article) => {
        const { find } = highlights();
        const found = await find(article);
        const { lead, quotation } = found;
        for (const slice of [lead, quotation, quotation?.speaker]) expectSlice(article, slice);
        if (quotation !== null) {
          const { start, end, speaker } = quotation;
          expect(speaker.end <= start || speaker.start >= end).toBe(true);
          expect(end - start).toBeLessThanOrEqual(280);
        }
        expect(await find(article)).toEqual(found);
      }),
    );
  });

  it.each([
    ['100,000 quotation marks', '"'.repeat(100_000)],
    ['100,000 quotations', '"A b," said C. '.repeat(7_000)],
    ['100,000 opening marks', ' “A'.repeat(100_000)],
    [
      '100,000 names',
      '"We all said so many things to so many people," '.concat('Roe '.repeat(100_000)),
    ],
    ['100,000 commas', `"We all said so many things to so many people"${','.repeat(100_000)}`],
    ['100,000 full stops', '. '.repeat(100_000)],
    ['a megabyte without an end', 'word '.repeat(200_000)],
    ['a megabyte of one word', 'w'.repeat(1_000_000)],
    [
      'a megabyte of sentences',
      'The tram runs again over the bridge in Leeds today. '.repeat(20_000),
    ],
  ])('is done with %s soon, and takes nothing for speech', async (_, text) => {
    const paragraphs = Array.from({ length: 20 }, () => text);
    expect((await highlights().find(articleOf(paragraphs))).quotation).toBeNull();
  });
});

function content(given: object): string {
  return JSON.stringify({ contentHash: STORY.contentHash, lead: null, quotation: null, ...given });
}

function articleOfDraft(draft: ArticleDraft | undefined): Article {
  if (draft === undefined) throw new Error('The seed article cannot be read.');
  const { headline, language, paragraphs } = draft;
  return articleOf(paragraphs, { headline, language });
}

function expectSlice({ canonical }: Article, slice: QuotedText | null | undefined): void {
  if (slice === null || slice === undefined) return;
  expect(canonical.slice(slice.start, slice.end)).toBe(slice.text);
  expect(slice.text.trim()).toBe(slice.text);
  expect(slice.text).not.toBe('');
}

/** Made of what articles are made of, so that quotations with speakers do come about. */
function anyArticle(): fc.Arbitrary<Article> {
  const piece = fc.oneof(
    fc.constantFrom(
      '“',
      '”',
      '"',
      '„',
      '«',
      '»',
      '‘',
      '’',
      ', ',
      '. ',
      '? ',
      ': ',
      ' – ',
      '\n',
      ' (',
      ') ',
    ),
    fc.constantFrom(
      ' said ',
      ' Jane Roe ',
      ' a spokesman for NATO ',
      ' she told ',
      'according to ',
      ' sagte ',
      ' a dit ',
    ),
    fc.constantFrom(
      'We will rebuild every house in this valley before winter comes',
      'But they were not here. ',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  const paragraph: fc.Arbitrary<DraftParagraph> = fc.record({
    kind: fc.constantFrom('standfirst', 'text', 'text', 'subheading', 'quotation'),
    text: fc
      .array(piece, { minLength: 1, maxLength: 24 })
      .map((pieces) => pieces.join('').trim() || 'x'),
  });
  return fc
    .tuple(
      fc.array(paragraph, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('en', 'de', 'fr', 'es', 'nl', ''),
    )
    .map(([paragraphs, language]) => articleOf(paragraphs, { language }));
}
