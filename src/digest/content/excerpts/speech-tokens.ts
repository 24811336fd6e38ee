import { abbreviationRules } from '../../../archive/abbreviations.ts';
import type { Span } from '../../../archive/article.ts';

/** A word or a mark of the words around a quotation. */
export interface SpeechToken extends Span {
  readonly text: string;
  /** Lower-cased. */
  readonly word: string;
  /** `stop` ends a sentence or a part of one that holds an attribution. */
  readonly kind: 'word' | 'comma' | 'stop' | 'dash' | 'open' | 'close';
}

/**
 * Words and the marks between them, in order. The full stop of an initial or a title (`J.`, `Dr.`) is part of the word, an elided article
 * (`l'`) a word of its own.
 */
export function speechTokens(text: string, offset: number, language: string): SpeechToken[] {
  const { introducing } = abbreviationRules(language);
  const tokens: SpeechToken[] = [];
  for (const { 0: found, index } of text.matchAll(TOKEN)) {
    const start = offset + index;
    // The full stop that went into the word before it.
    if (start < (tokens.at(-1)?.end ?? 0)) continue;
    const dotted =
      text.charAt(index + found.length) === '.' && index + found.length + 1 < text.length;
    const whole = dotted && (INITIAL.test(found) || introducing.has(found)) ? `${found}.` : found;
    const end = start + whole.length;
    tokens.push({ text: whole, word: found.toLowerCase(), kind: kindOf(found), start, end });
  }
  return tokens;
}

const TOKEN =
  /(?:[dlnsjmtc]|qu)['’](?=\p{L})|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’&-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|[^\s]/gu;
const INITIAL = /^\p{Lu}$/u;

function kindOf(found: string): SpeechToken['kind'] {
  if (/^[\p{L}\p{N}]/u.test(found)) return 'word';
  switch (found) {
    case ',':
      return 'comma';
    case '(':
    case '[':
      return 'open';
    case ')':
    case ']':
      return 'close';
    case '–':
    case '—':
    case '-':
      return 'dash';
    default:
      return 'stop';
  }
}
