import { escapedLength } from './escape.ts';

/**
 * The longest start of `text` that ends with a word and takes at most `room`; within a word only where its first one is
 * longer than that, and then between two characters as people see them. Empty when nothing fits.
 *
 * @param measure what a part takes; must not shrink when the part grows. Default: its characters once escaped.
 */
export function startWithin(text: string, room: number, measure = escapedLength): string {
  const fitting = longestFit(text.length, (length) => measure(text.slice(0, length)) <= room);
  if (fitting === text.length) return text;
  const words = lastGap(text, fitting);
  return text.slice(0, words > 0 ? words : characterStart(text, fitting)).trimEnd();
}

/** The longest end of `text`, beginning with a word; otherwise like `startWithin`. */
export function endWithin(text: string, room: number, measure = escapedLength): string {
  const fitting = longestFit(text.length, (length) => measure(text.slice(-length)) <= room);
  if (fitting === text.length) return text;
  const from = text.length - fitting;
  const gap = text.slice(from - 1).search(/\s\S/);
  return gap < 0 ? '' : text.slice(from + gap).trimStart();
}

/** The largest length up to `most` that `fits`, by halving. */
function longestFit(most: number, fits: (length: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where the last word that ends at `end` or before it ends; 0 when there is none. */
function lastGap(text: string, end: number): number {
  for (let at = end; at > 0; at -= 1) {
    if (/\s/.test(text.charAt(at))) return at;
  }
  return 0;
}

/** The last place up to `end` that is not within a surrogate pair, a sequence of emoji or a letter with its marks. */
function characterStart(text: string, end: number): number {
  let at = end;
  while (at > 0 && joinsWithPrevious(text, at)) at -= 1;
  // A "character" of nothing but marks has no better place.
  return at === 0 && end > 1 ? end - Number(isLowSurrogate(text, end)) : at;
}

function joinsWithPrevious(text: string, at: number): boolean {
  if (isLowSurrogate(text, at) || text.charCodeAt(at - 1) === ZERO_WIDTH_JOINER) return true;
  return EXTENDING.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

const ZERO_WIDTH_JOINER = 0x200d;
const EXTENDING = /\p{M}|\u200D|\p{Emoji_Modifier}/u;
