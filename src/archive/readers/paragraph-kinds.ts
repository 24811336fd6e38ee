import type { DraftParagraph, ParagraphKind } from '../article.ts';
import { hasWords } from '../clean-text.ts';
import { endsSentence } from './lines.ts';

/** Tells subheadings and quotations from running text, for formats that do not mark them. */
export function assignKinds(texts: readonly string[]): readonly DraftParagraph[] {
  return texts.map((text, index) => ({ kind: kindOf(text, texts[index + 1]), text }));
}

function kindOf(text: string, next: string | undefined): ParagraphKind {
  if (isQuotation(text)) return 'quotation';
  // A subheading leads to text. Short lines in a row are a list, and the last one is a signature.
  const leadsOn = next !== undefined && !looksLikeSubheading(next);
  return leadsOn && looksLikeSubheading(text) ? 'subheading' : 'text';
}

/** In characters; "What the new European defence industry strategy means for small member states" has 78. */
const MAX_SUBHEADING = 100;

function looksLikeSubheading(text: string): boolean {
  if (text.length > MAX_SUBHEADING || !hasWords(text) || isQuotation(text)) return false;
  return (
    /^["'“‘«(¿¡]?[\p{Lu}\p{Lo}\p{N}]/u.test(text) && !endsSentence(text) && !/[:;,]$/.test(text)
  );
}

const QUOTATION_MARKS: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['„', '”'],
  ['«', '»'],
  ['»', '«'],
];

/** Is the whole paragraph one quotation, so that nobody else's words are in it? */
export function isQuotation(text: string): boolean {
  return QUOTATION_MARKS.some(([open, close]) => {
    if (text.length < 3 || !text.startsWith(open) || !text.endsWith(close)) return false;
    const inside = text.slice(1, -1);
    return !inside.includes(open) && !inside.includes(close);
  });
}
