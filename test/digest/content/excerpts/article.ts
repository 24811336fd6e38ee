import type { Article, DraftParagraph } from '../../../../src/archive/article.ts';
import { canonicalText } from '../../../../src/archive/canonical.ts';

/** An article of these paragraphs; a string is one of plain text. */
export function articleOf(
  paragraphs: readonly (DraftParagraph | string)[],
  given: Partial<Article> = {},
): Article {
  return {
    key: 1,
    id: 'aaaaaaaaaaaa',
    scope: 'shared',
    headline: '',
    section: null,
    byline: null,
    source: null,
    url: null,
    externalId: null,
    publishedAt: null,
    language: 'en',
    photoCaption: null,
    ...canonicalText(
      paragraphs.map((one) => (typeof one === 'string' ? { kind: 'text', text: one } : one)),
    ),
    contentHash: 'hash',
    ingestedAt: '2024-02-10T12:00:00.000Z',
    ingestedBy: 'test',
    revision: 1,
    ...given,
  };
}
