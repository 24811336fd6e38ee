import type { Article, Paragraph, Span } from '../../../archive/article.ts';
import type { NameSense } from './names.ts';
import type { QuotedWords } from './quoted-words.ts';

/** The quotations of a paragraph, and what stands around them. */
export interface Surroundings {
  readonly article: Article;
  readonly paragraph: Paragraph;
  /** Of the paragraph, from 0. */
  readonly number: number;
  /** All of the paragraph, with the offsets of the article. */
  readonly quoted: readonly QuotedWords[];
  readonly sense: NameSense;
}

/** Characters before and behind a quotation that are looked at. */
export const REACH = 240;

/** From the quotation before it, or the beginning of the paragraph. */
export function spanBefore(at: number, { paragraph, quoted }: Surroundings): Span {
  const end = quoted[at]?.outerStart ?? paragraph.start;
  return { start: Math.max(quoted[at - 1]?.outerEnd ?? paragraph.start, end - REACH), end };
}

/** Up to the next quotation, or the end of the paragraph. */
export function spanBehind(at: number, { paragraph, quoted }: Surroundings): Span {
  const start = quoted[at]?.outerEnd ?? paragraph.end;
  const end = quoted[at + 1]?.outerStart ?? paragraph.end;
  return { start, end: Math.min(end, start + REACH) };
}
