/**
 * Where to cut a text that is too long: the end of the longest beginning that `fits`, at a clause mark if one stands in
 * its second half, else between words, else between characters. `fits` is asked about O(log length) ends and should say
 * yes to every beginning of a text it says yes to; the answer is always an end it said yes to.
 *
 * @returns an offset within `text`, from 1 to its length, or 0 when not even one character fits.
 */
export function longestFit(text: string, fits: (end: number) => boolean): number {
  if (fits(text.length)) return text.length;
  const wordEnds = endsOfWords(text);
  const words = largestTrue(wordEnds.length, (count) => fits(wordEnds[count - 1] ?? 0));
  if (words > 0) {
    const end = wordEnds[words - 1] ?? 0;
    const clause = lastClauseEnd(text, wordEnds, words);
    return clause > 0 && fits(clause) ? clause : end;
  }
  return longestCharacterFit(text.slice(0, wordEnds[0] ?? text.length), fits);
}

/** The ends of pieces no longer than `maxLength` UTF-16 units, cut as `longestFit` cuts; the last is the text's end. */
export function* pieceEnds(text: string, maxLength: number): Generator<number, void, undefined> {
  let start = 0;
  while (text.length - start > maxLength) {
    const end = longestFit(text.slice(start, start + maxLength + 1), (end) => end <= maxLength);
    start += end;
    yield start;
  }
  yield text.length;
}

/** The largest n from 1 to `count` for which `holds(n)`, assuming it holds up to some n and not beyond; 0 for none. */
export function largestTrue(count: number, holds: (n: number) => boolean): number {
  let yes = 0;
  let no = count + 1;
  while (no - yes > 1) {
    const middle = (yes + no) >>> 1;
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** Offsets behind each word that white space follows. */
function endsOfWords(text: string): number[] {
  return Array.from(text.matchAll(/\S(?=\s)/g), ({ index }) => index + 1);
}

function lastClauseEnd(text: string, wordEnds: readonly number[], words: number): number {
  const full = wordEnds[words - 1] ?? 0;
  for (let word = words; word > 0; word--) {
    const end = wordEnds[word - 1] ?? 0;
    if (end < full / 2) return 0;
    if (CLAUSE_MARK.test(text.charAt(end - 1))) return end;
  }
  return 0;
}

const CLAUSE_MARK = /[,;:.!?…–—、，；：।]/;

function longestCharacterFit(word: string, fits: (end: number) => boolean): number {
  const units = largestTrue(word.length, fits);
  for (let end = units; end > Math.max(0, units - LONGEST_CLUSTER); end--) {
    if (!splitsCharacter(word, end) && fits(end)) return end;
  }
  return splitsPair(word, units) ? units - 1 : units;
}

/** UTF-16 units to go back in search of a bound that tears no accent or emoji apart. */
const LONGEST_CLUSTER = 32;

function splitsCharacter(text: string, index: number): boolean {
  return splitsPair(text, index) || JOINED.test(text.slice(index - 1, index + 2));
}

/** Is the bound between the halves of a surrogate pair? */
function splitsPair(text: string, index: number): boolean {
  return (text.codePointAt(index - 1) ?? 0) > 0xffff;
}

/** A zero-width joiner on either side of the bound, or a mark that belongs to the character before it. */
const JOINED = /^(?:\u200d|[^](?:\p{M}|\p{EMod}|\u200d))/u;
