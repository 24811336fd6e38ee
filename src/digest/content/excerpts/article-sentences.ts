import type { Article, ParagraphKind, Span } from '../../../archive/article.ts';
import { walkSentences } from '../../../archive/sentences.ts';

export interface PlacedSentence extends Span {
  readonly kind: ParagraphKind;
  readonly text: string;
  /** Number of its paragraph, and its place in it, both from 0. */
  readonly paragraph: number;
  readonly at: number;
}

/** Sentences looked at. What is new in a story stands far before the two hundredth. */
const MOST_SENTENCES = 200;
/** Characters of an article, and of one paragraph, that are split. */
const ARTICLE_LENGTH = 60_000;
const PARAGRAPH_LENGTH = 20_000;

/** The sentences of an article but for its subheadings, in order; of a long article those at its beginning. */
export function* openingSentences(
  article: Pick<Article, 'canonical' | 'paragraphs' | 'language'>,
): Generator<PlacedSentence, void, undefined> {
  let given = 0;
  for (const [paragraph, { kind, start, end }] of article.paragraphs.entries()) {
    if (start >= ARTICLE_LENGTH) return;
    if (kind === 'subheading') continue;
    // A cut paragraph's last sentence is cut too, and left out.
    const cut = end - start > PARAGRAPH_LENGTH;
    const text = article.canonical.slice(start, cut ? start + PARAGRAPH_LENGTH : end);
    let at = 0;
    for (const span of walkSentences(text, article.language)) {
      if (cut && span.end >= text.trimEnd().length) break;
      yield {
        kind,
        start: start + span.start,
        end: start + span.end,
        text: text.slice(span.start, span.end),
        paragraph,
        at: at++,
      };
      if (++given >= MOST_SENTENCES) return;
    }
  }
}
