import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderArticle } from '../../../src/discord/render/article/article.ts';
import { articlePages, pageAt } from '../../../src/discord/render/article/pages.ts';
import { nodesOf, parseMarkdown, visibleText } from '../markdown/parse-markdown.ts';
import { customIdsOf, expectAccepted, textsOf } from './message-limits.ts';
import { anyArticle, sampleArticle } from './sample-articles.ts';

const pageId = (page: number) => `page:${page}`;

describe('articlePages', () => {
  test('hold every character of every paragraph once, but for blanks where a long paragraph is cut', () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const pieces = articlePages(article).flat();
        const shown = pieces.map(({ start, end }) => article.canonical.slice(start, end)).join('');
        expect(shown.replace(/\s/g, '')).toBe(article.canonical.replace(/\s/g, ''));
        for (const [at, { start }] of pieces.slice(1).entries()) {
          expect(article.canonical.slice(pieces[at]?.end, start)).toMatch(/^\s*$/);
        }
      }),
    );
  });

  test('put a subheading on the page of the text under it', () => {
    const filler = { kind: 'text', text: 'word '.repeat(420).trim() } as const;
    const article = sampleArticle([
      filler,
      { kind: 'subheading', text: 'What comes next' },
      { kind: 'text', text: 'word '.repeat(200).trim() },
    ]);
    expect(articlePages(article).map((page) => page.map(({ kind }) => kind))).toEqual([
      ['text'],
      ['subheading', 'text'],
    ]);
  });

  test('tell on which of them a place is', () => {
    const article = sampleArticle(
      Array.from({ length: 20 }, () => ({ kind: 'text', text: 'word '.repeat(100).trim() })),
    );
    const pages = articlePages(article);
    expect(pages.length).toBeGreaterThan(3);
    for (const [at, page] of pages.entries()) {
      for (const { start, end } of page) {
        expect(pageAt(pages, start)).toBe(at);
        expect(pageAt(pages, end - 1)).toBe(at);
      }
    }
  });
});

describe('renderArticle', () => {
  test('is within every limit, and shows the words of the page as they are stored', () => {
    fc.assert(
      fc.property(anyArticle, fc.nat(30), fc.nat(), fc.nat(), (article, page, one, other) => {
        const length = article.canonical.length;
        const [start, end] = [one % length, other % length].sort((a, b) => a - b);
        const mark =
          start === undefined || end === undefined || splitsCharacter(article.canonical, start, end)
            ? null
            : { start, end, sentenceStart: start, sentenceEnd: end };
        const reply = renderArticle({ article, page, mark, note: 'Note.', pageId, language: 'de' });
        expectAccepted(reply);
        const pages = articlePages(article);
        const shownPage = pages[Math.min(page, pages.length - 1)] ?? [];
        const body = visibleText(parseMarkdown(textsOf(reply)[1] ?? ''));
        const stored = shownPage
          .map(({ start: from, end: to }) => article.canonical.slice(from, to))
          .join('\n\n');
        // The parser counts the line break after a quote to the quote.
        expect(body.replace(/\n+/g, '\n')).toBe(stored.replace(/\n+/g, '\n'));
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  test('shows headline, citation, kinds of paragraphs and the marked sentence', () => {
    const article = sampleArticle(
      [
        { kind: 'standfirst', text: 'In short.' },
        { kind: 'text', text: 'First. Rates fell to 2%. Last.' },
        { kind: 'subheading', text: 'What now' },
        { kind: 'quotation', text: '“Wait,” she said.' },
      ],
      { photoCaption: 'A bank.' },
    );
    const start = article.canonical.indexOf('First');
    const sentenceStart = article.canonical.indexOf('Rates');
    const reply = renderArticle({
      article,
      mark: { start, end: start + 30, sentenceStart, sentenceEnd: sentenceStart + 17 },
      pageId,
      language: 'en',
    });
    expect(textsOf(reply)).toEqual([
      '### [Rates fall again](https://example.com/rates)\n' +
        '-# Business · <t:1707566400:D> · Jane Doe · The Paper',
      '*In short\\.*\n\n> First\\. **Rates fell to 2\\%\\.** Last\\.\n\n**What now**\n\n*“Wait\\,” she said\\.*',
      '-# 📷 A bank\\.',
    ]);
    expect(customIdsOf(reply)).toEqual([]);
  });

  test('opens at the page of the mark, and has buttons to the pages beside', () => {
    const paragraphs = Array.from({ length: 20 }, (_, at) => ({
      kind: 'text' as const,
      text: `Paragraph ${at}: ${'word '.repeat(100).trim()}`,
    }));
    const article = sampleArticle(paragraphs);
    const start = article.canonical.indexOf('Paragraph 12');
    const mark = { start, end: start + 12, sentenceStart: start, sentenceEnd: start + 12 };
    const reply = renderArticle({ article, mark, pageId, language: 'fr' });
    const page = pageAt(articlePages(article), start);
    const texts = textsOf(reply);
    expect(texts[1]).toContain('> **Paragraph 12**');
    expect(texts.at(-1)).toBe(`-# Page ${page + 1} sur ${articlePages(article).length}`);
    expect(customIdsOf(reply)).toEqual([`page:${page - 1}`, `page:${page + 1}`]);
    expect(
      nodesOf(parseMarkdown(texts[1] ?? ''), 'strong').map((node) => visibleText([node])),
    ).toEqual(['Paragraph 12']);
  });
});

function splitsCharacter(text: string, ...offsets: readonly number[]): boolean {
  return offsets.some((offset) => /[\uDC00-\uDFFF]/.test(text.charAt(offset)));
}
