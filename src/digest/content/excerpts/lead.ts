import type { Article, Paragraph, Span } from '../../../archive/article.ts';
import { walkSentences } from '../../../archive/sentences.ts';
import { centralSentence } from './central-sentence.ts';

/** Characters of a standfirst that is shown whole; of a longer one as many whole sentences as fit. */
const STANDFIRST_LENGTH = 300;
/** A first sentence up to this length is shown although it alone is longer. */
const LONGEST_SENTENCE = 600;

/** What the article is about in its own words: its standfirst, else its most central sentence; null where it has neither. */
export function findLead(article: Article): Span | null {
  const [first] = article.paragraphs;
  const standfirst = first?.kind === 'standfirst' ? openingOf(article, first) : null;
  return standfirst ?? centralSentence(article);
}

function openingOf({ canonical, language }: Article, { start, end }: Paragraph): Span | null {
  if (end - start <= STANDFIRST_LENGTH) return { start, end };
  const text = canonical.slice(start, Math.min(end, start + 2 * LONGEST_SENTENCE));
  let length = 0;
  for (const sentence of walkSentences(text, language)) {
    const room = length === 0 ? LONGEST_SENTENCE : STANDFIRST_LENGTH;
    if (sentence.end > room) break;
    length = sentence.end;
  }
  return length === 0 ? null : { start, end: start + length };
}
