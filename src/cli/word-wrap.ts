import { displayWidth } from './display-text.ts';

/** A word to be laid out, already safe to show. */
export interface Word {
  readonly text: string;
  /** Belongs to the answering sentence. */
  readonly marked: boolean;
  /** False where it continues the word before without a blank, as sentences in Chinese do. */
  readonly spaceBefore: boolean;
}

/**
 * Words in lines of at most `width` cells. A word wider than a line is broken, between characters as readers see them.
 * @param breakAtMark begin a new line where marked words begin and end.
 */
export function wrapWords(words: readonly Word[], width: number, breakAtMark: boolean): Word[][] {
  const lines: Word[][] = [];
  let line: Word[] = [];
  let used = 0;
  for (const word of words.flatMap((each) => breakWord(each, width))) {
    const needed = displayWidth(word.text) + (word.spaceBefore ? 1 : 0);
    const turns = breakAtMark && line.at(-1)?.marked !== word.marked;
    if (line.length === 0 || turns || used + needed > width) {
      line = [];
      lines.push(line);
      used = displayWidth(word.text);
    } else {
      used += needed;
    }
    line.push(word);
  }
  return lines;
}

/** Plain text in lines of at most `width` cells. */
export function wrapText(words: readonly string[], width: number): string[] {
  const plain = words.map((text) => ({ text, marked: false, spaceBefore: true }));
  return wrapWords(plain, width, false).map((line) => joinWords(line));
}

/** The words with their blanks. */
export function joinWords(words: readonly Word[]): string {
  return words
    .map(({ text, spaceBefore }, at) => (at > 0 && spaceBefore ? ` ${text}` : text))
    .join('');
}

function breakWord(word: Word, width: number): Word[] {
  if (displayWidth(word.text) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const { segment } of characters.segment(word.text)) {
    const cells = displayWidth(segment);
    if (piece !== '' && used + cells > width) {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += segment;
    used += cells;
  }
  return [...pieces, piece].map((text, at) => ({
    text,
    marked: word.marked,
    spaceBefore: at === 0 && word.spaceBefore,
  }));
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
