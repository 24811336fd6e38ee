import {
  endsSentence,
  fitsEasily,
  joinParagraphs,
  type Line,
  longest,
  MAX_WRAPPED_LINE,
  splitLines,
} from './lines.ts';
import { assignKinds } from './paragraph-kinds.ts';
import type { DraftParagraph } from '../article.ts';
import { EMPTY_SKETCH, type Sketch } from './sketch.ts';

/** A text without marks: a headline if the first line looks like one, then paragraphs. */
export function readPlainText(text: string): Sketch {
  const lines = splitLines(text);
  const headline = hasHeadline(lines) ? (lines[0]?.text ?? null) : null;
  return {
    ...EMPTY_SKETCH,
    line: lines[0]?.number ?? 1,
    headline,
    paragraphs: assignKinds(joinParagraphs(headline === null ? lines : lines.slice(1))),
  };
}

/** The paragraphs of a text that has its headline elsewhere. */
export function readParagraphs(text: string): readonly DraftParagraph[] {
  return assignKinds(joinParagraphs(splitLines(text)));
}

/** In characters; a line longer than this is a paragraph. */
const MAX_HEADLINE_LINE = 200;

function hasHeadline(lines: readonly Line[]): boolean {
  const [first, second] = lines;
  // A text of one line is the text, not its headline.
  if (first === undefined || second === undefined) return false;
  if (first.text.length > MAX_HEADLINE_LINE || /[.;,:]$/.test(first.text)) return false;
  return second.afterBlank || endsSentence(first.text) || isBrokenOnPurpose(lines, first, second);
}

/** Is the end of the first line its own, rather than where a long paragraph happened to be wrapped? */
function isBrokenOnPurpose(lines: readonly Line[], first: Line, second: Line): boolean {
  const width = longest(lines);
  return width > MAX_WRAPPED_LINE || fitsEasily(second, first, width);
}
