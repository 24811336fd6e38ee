import type { Lexer, Token } from 'marked';
import { decodeReferences } from './html-document.ts';

/**
 * In characters. The lexer's time grows with the square of a paragraph full of marks (280 ms for 10,000 characters at
 * the worst), so a longer paragraph keeps its marks.
 */
const MAX_INLINE = 10_000;

/** The words of a piece of Markdown: links as their text, no emphasis marks, images, tags or comments. */
export function plainText(markdown: string, lexer: Lexer): string {
  if (markdown.length > MAX_INLINE) return markdown;
  return decodeReferences(lexer.inlineTokens(markdown, []).map(textOf).join(''));
}

/** What becomes of the tokens whose text is not simply theirs. */
const SILENT = new Set(['image', 'html']);
const WRAPPING = new Set(['strong', 'em', 'del', 'link']);

function textOf(token: Token): string {
  if (token.type === 'br' || /^<br\b/i.test(token.raw)) return ' ';
  if (SILENT.has(token.type)) return '';
  if (WRAPPING.has(token.type) && 'tokens' in token) return token.tokens.map(textOf).join('');
  return 'text' in token && typeof token.text === 'string' ? token.text : token.raw;
}
