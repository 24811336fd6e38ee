import { splitSentences } from '../../archive/sentences.ts';
import { startWithin } from './cut.ts';
import { escapedLength } from './escape.ts';
import { literal } from './literal.ts';

/**
 * As many sentences from the first one on as fit, shown literally on one line; part of the first where that alone is too
 * long. What is left out is marked with `…`.
 * @param room characters of the result; 20 at least.
 */
export function sentencesWithin(text: string, room: number): string {
  if (escapedLength(text) <= room) return literal(text);
  const left = room - ELLIPSIS.length;
  let end = 0;
  // Of a text that is far too long, the rest need not be looked at.
  for (const sentence of splitSentences(text.slice(0, room))) {
    if (escapedLength(text.slice(0, sentence.end)) > left) break;
    end = sentence.end;
  }
  const shown = end > 0 ? text.slice(0, end) : startWithin(text, left);
  return `${literal(shown)}${ELLIPSIS}`;
}

const ELLIPSIS = ' …';
