import type { Citation } from '../answer/answer.ts';

/** An article as `--json` names it. */
export type CitationJson = Omit<Citation, 'byline'>;

export function citationJson({
  id,
  headline,
  section,
  publishedAt,
  url,
  source,
}: Citation): CitationJson {
  return { id, headline, section, publishedAt, url, source };
}
