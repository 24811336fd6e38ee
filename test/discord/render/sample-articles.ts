import fc from 'fast-check';
import type { Article, ParagraphKind } from '../../../src/archive/article.ts';
import { cleanText } from '../../../src/archive/clean-text.ts';
import { anyText } from '../markdown/hostile-text.ts';

export interface SampleParagraph {
  readonly kind: ParagraphKind;
  readonly text: string;
}

/** An article as the archive would hold these paragraphs. */
export function sampleArticle(
  paragraphs: readonly SampleParagraph[],
  facts: Partial<Article> = {},
): Article {
  let end = 0;
  const placed = paragraphs.map(({ kind, text }, at) => {
    const start = at === 0 ? 0 : end + 2;
    end = start + text.length;
    return { kind, start, end };
  });
  return {
    key: 7,
    id: 'abcdefghijkl',
    scope: 'shared',
    headline: 'Rates fall again',
    section: 'Business',
    byline: 'Jane Doe',
    source: 'The Paper',
    url: 'https://example.com/rates',
    externalId: null,
    publishedAt: '2024-02-10',
    language: 'en',
    photoCaption: null,
    canonical: paragraphs.map(({ text }) => text).join('\n\n'),
    paragraphs: placed,
    contentHash: '0'.repeat(64),
    ingestedAt: '2024-02-11T00:00:00Z',
    ingestedBy: 'terminal',
    revision: 1,
    ...facts,
  };
}

const longText = fc
  .tuple(anyText, fc.integer({ min: 1, max: 120 }))
  .map(([text, times]) => `${text} `.repeat(times));

/** Stored text: never empty. */
const storedText = fc.oneof(anyText, anyText, longText).map((text) => cleanText(text) || 'word');

const anyFact = fc.option(storedText);

/** Any article the archive could hold, hostile and huge ones among them. */
export const anyArticle: fc.Arbitrary<Article> = fc
  .tuple(
    fc.array(
      fc.record({
        kind: fc.constantFrom<ParagraphKind>('standfirst', 'text', 'subheading', 'quotation'),
        text: storedText,
      }),
      { minLength: 1, maxLength: 12 },
    ),
    fc.record({
      headline: storedText,
      section: anyFact,
      byline: anyFact,
      source: anyFact,
      photoCaption: anyFact,
      url: fc.option(
        fc.oneof(
          fc.webUrl(),
          anyText.map((text) => `https://example.com/${text}`),
          fc
            .integer({ min: 1, max: 600 })
            .map((length) => `https://example.com/${'a'.repeat(length)}`),
        ),
      ),
      publishedAt: fc.constantFrom(null, '2024-02-10', '2024-02-10T08:30:00Z'),
    }),
  )
  .map(([paragraphs, facts]) => sampleArticle(paragraphs, facts));
