import type { Article, ParagraphKind, PassageSpan } from '../archive/article.ts';
import { splitSentences } from '../archive/sentences.ts';

/** A sentence as a slice of the article's canonical text. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly kind: ParagraphKind;
}

/**
 * The sentences of the paragraphs that `span` touches, in order, with one paragraph more on each side, so that every
 * sentence inside the span has its neighbours. Subheadings are among them, as one sentence each.
 */
export function sentencesAround(article: Article, span: PassageSpan): Sentence[] {
  const { paragraphs } = article;
  const first = Math.max(0, firstEndingAfter(paragraphs, span.start) - 1);
  const sentences: Sentence[] = [];
  let beyond = 0;
  for (let at = first; at < paragraphs.length && beyond < 2; at++) {
    const paragraph = paragraphs[at];
    if (!paragraph) break;
    if (paragraph.start >= span.end) beyond++;
    if (beyond > 1) break;
    for (const { start, end } of splitSentences(
      article.canonical.slice(paragraph.start, paragraph.end),
      article.language,
    )) {
      sentences.push({
        start: paragraph.start + start,
        end: paragraph.start + end,
        kind: paragraph.kind,
      });
    }
  }
  return sentences;
}

/** Index of the first span that ends after `position`; the spans are in order. */
function firstEndingAfter(spans: readonly PassageSpan[], position: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.end ?? Infinity) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
