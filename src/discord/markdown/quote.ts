import { endWithin, startWithin } from './cut.ts';
import { escapedLength } from './escape.ts';
import { bold, literal, literalParagraphs } from './literal.ts';

/**
 * A block quote; empty lines stay inside it. To be followed by a line break.
 * @param markdown ready to be sent, of any number of lines.
 */
export function quote(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** A stretch of an article with a part of it to be emphasised: UTF-16 offsets into `text`. */
export interface MarkedText {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The text word for word as a block quote, the marked part bold. What does not fit is left out at both ends, each marked
 * with `…`; the marked part is kept whole if it can be.
 * @param room characters of the result; 40 at least.
 */
export function quoteMarked(marked: MarkedText, room: number): string {
  const whole = quoteParts(split(marked));
  return whole.length <= room ? whole : quoteParts(fit(split(marked), room));
}

function quoteParts({ before, sentence, after }: Parts): string {
  return quote(
    [literalParagraphs(before), boldParagraphs(sentence), literalParagraphs(after)].join(''),
  );
}

interface Parts {
  readonly before: string;
  readonly sentence: string;
  readonly after: string;
}

function split({ text, from, to }: MarkedText): Parts {
  return { before: text.slice(0, from), sentence: text.slice(from, to), after: text.slice(to) };
}

function fit({ before, sentence, after }: Parts, room: number): Parts {
  const rest = room - FRAME - boldLength(sentence);
  if (rest < 2 * ELLIPSIS.length) {
    const start = startWithin(sentence, room - FRAME - 2 * ELLIPSIS.length, boldLength);
    return {
      before: before.trim() === '' ? '' : '… ',
      sentence: start === sentence ? sentence : `${start} …`,
      after: start === sentence && after.trim() !== '' ? ' …' : '',
    };
  }
  const half = rest >> 1;
  const fittingBefore = Math.max(half, rest - quotedLength(after));
  const shownBefore = cutStart(before, fittingBefore);
  return {
    before: shownBefore,
    sentence,
    after: cutEnd(after, rest - quotedLength(shownBefore)),
  };
}

const ELLIPSIS = ' …';
/** The first line's mark of the quote, and the stars. */
const FRAME = '> ****'.length;

function cutStart(text: string, room: number): string {
  if (quotedLength(text) <= room) return text;
  const gap = /\s*$/.exec(text)?.[0] ?? '';
  const kept = endWithin(text.trimEnd(), room - quotedLength(gap) - ELLIPSIS.length, quotedLength);
  return kept === '' ? '… ' : `… ${kept}${gap}`;
}

function cutEnd(text: string, room: number): string {
  if (quotedLength(text) <= room) return text;
  const kept = startWithin(text, room - ELLIPSIS.length, quotedLength);
  return `${kept.trimEnd()} …`;
}

/** Characters of a text in a block quote: a line break brings the mark of the next line with it. */
function quotedLength(text: string): number {
  let length = escapedLength(text);
  for (const character of text) if (character === '\n') length += '> '.length;
  return length;
}

/** The same for bold text, whose stars every paragraph has of its own; those of the first are not counted. */
function boldLength(text: string): number {
  return quotedLength(text) + '****'.length * (text.split(/\n\s*\n/).length - 1);
}

/** Bold ends at a blank line at the latest. */
function boldParagraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => bold(literal(paragraph)))
    .join('\n\n');
}
