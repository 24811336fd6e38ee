import { cleanText } from '../clean-text.ts';

/** A line with words or signs on it, already cleaned. */
export interface Line {
  readonly text: string;
  /** 1-based. */
  readonly number: number;
  /** Is there an empty line (or the start of the text) right before it? */
  readonly afterBlank: boolean;
  /** Does it start with white space? */
  readonly indented: boolean;
}

/** The lines of a text that are not empty. Every line break Unicode knows counts, and so does a form feed. */
export function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let afterBlank = true;
  let number = 0;
  for (const raw of text.split(LINE_BREAK)) {
    number += 1;
    const clean = cleanText(raw);
    if (clean !== '') lines.push({ text: clean, number, afterBlank, indented: /^\s/.test(raw) });
    afterBlank = clean === '';
  }
  return lines;
}

const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

/** Lines between two empty lines. */
function groupBlocks(lines: readonly Line[]): readonly (readonly Line[])[] {
  const blocks: Line[][] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (line.afterBlank || last === undefined) blocks.push([line]);
    else last.push(line);
  }
  return blocks;
}

/** The texts of the paragraphs that the lines make up: hard-wrapped lines are joined, lines that are paragraphs are not. */
export function joinParagraphs(lines: readonly Line[]): readonly string[] {
  return groupBlocks(lines).flatMap(splitBlock);
}

function splitBlock(block: readonly Line[]): readonly string[] {
  if (block.length === 1 || holdsWholeParagraphs(block)) return block.map(({ text }) => text);
  const width = longest(block);
  const paragraphs: string[][] = [];
  block.forEach((line, index) => {
    const previous = block[index - 1];
    const last = paragraphs.at(-1);
    if (previous === undefined || last === undefined || startsParagraph(line, previous, width)) {
      paragraphs.push([line.text]);
    } else last.push(line.text);
  });
  return paragraphs.map((texts) => texts.join(' '));
}

/** Nobody wraps lines by hand beyond this; mail and typed texts are wrapped at 60 to 100 characters. */
export const MAX_WRAPPED_LINE = 120;

/** In wrapped prose about one line in four ends where a sentence ends; where most do, the lines are paragraphs. */
const MIN_WHOLE_LINES = 0.6;

function holdsWholeParagraphs(block: readonly Line[]): boolean {
  if (longest(block) > MAX_WRAPPED_LINE) return true;
  const wrapped = block.slice(0, -1);
  const whole = wrapped.filter(({ text }) => endsSentence(text)).length;
  return whole >= wrapped.length * MIN_WHOLE_LINES;
}

function startsParagraph(line: Line, previous: Line, width: number): boolean {
  if (LIST_ITEM.test(line.text)) return true;
  if (!endsSentence(previous.text)) return false;
  return (line.indented && !previous.indented) || fitsEasily(line, previous, width);
}

const LIST_ITEM = /^(?:[-*•–]|\d{1,3}[.)]) /;

/** Would the first word of `line` have had room on `previous`? Then somebody broke the line on purpose. */
export function fitsEasily(line: Line, previous: Line, width: number): boolean {
  const space = line.text.indexOf(' ');
  const firstWord = space === -1 ? line.text.length : space;
  return previous.text.length + 1 + firstWord < width * 0.75;
}

export function longest(lines: readonly Line[]): number {
  return lines.reduce((max, { text }) => Math.max(max, text.length), 0);
}

/** Does the text end as sentences do, closing quotation marks and brackets aside? */
export function endsSentence(text: string): boolean {
  // Only the end is looked at: the expression would otherwise try every closing mark of a long text.
  return /[.!?…。！？][)\]"'”’»]*$/u.test(text.slice(-8));
}
