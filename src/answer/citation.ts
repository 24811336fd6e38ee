import type { Citation } from './answer.ts';

/** The citation of an article, and nothing else of it. */
export function cite(article: Citation): Citation {
  const { id, headline, section, byline, source, url, publishedAt } = article;
  return { id, headline, section, byline, source, url, publishedAt };
}
