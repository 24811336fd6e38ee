import { cleanText } from '../../archive/clean-text.ts';
import { startWithin } from './cut.ts';
import { escapeMarkdown } from './escape.ts';

/**
 * Text that Discord shows exactly as it is, wherever it is put: in a quote, in bold, in a list, in a link, at the
 * beginning of a line. Line breaks become blanks, since they would end what it stands in.
 */
export function literal(text: string): string {
  return escapeMarkdown(text.replace(LINE_BREAKS, ' '));
}

/** Like `literal`, with the blank lines between paragraphs kept. For `quote`, or by itself. */
export function literalParagraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map(literal)
    .join('\n\n');
}

/**
 * One line of something a person typed (a question, a headline in a modal, a file name), shown literally without what is
 * invisible. @param maximum characters of the result, backslashes included; a longer text ends in `…`.
 */
export function literalLine(text: string, maximum = 500): string {
  const line = displayLine(text);
  const whole = literal(line);
  return whole.length <= maximum ? whole : `${literal(startWithin(line, maximum - 1))}…`;
}

/**
 * The same for places that know no markdown: labels of buttons, options of a select, choices of an autocompletion.
 * @param maximum characters of the result. Empty when nothing visible is in `text`.
 */
export function displayLine(text: string, maximum = Infinity): string {
  const line = cleanText(text.replace(UNSEEN, ''));
  if (line.length <= maximum) return line;
  return `${startWithin(line, maximum - 1, (part) => part.length)}…`;
}

/** @param markdown ready to be sent: what is not our own wording went through `literal`. */
export function bold(markdown: string): string {
  return markdown === '' ? '' : `**${markdown}**`;
}

/** Small and grey. @param markdown one line, not empty. */
export function small(markdown: string): string {
  return `-# ${markdown}`;
}

const LINE_BREAKS = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;

/** Beyond what `cleanText` removes: marks of direction, fillers that look like blanks, invisible operators. */
const UNSEEN =
  /[\u034F\u061C\u115F\u1160\u180E\u200E\u200F\u2061-\u2064\u206A-\u206F\u3164\uFFA0]/g;
