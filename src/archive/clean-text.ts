/**
 * One line of text as the archive keeps it: white space of every kind folded to single spaces and trimmed, control
 * characters and invisible marks removed, half surrogate pairs replaced by U+FFFD (a database could not give them
 * back). Letters, quotation marks and dashes stay as they came; there is no Unicode normalisation.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(INVISIBLE, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}

/**
 * Controls that are no white space; soft hyphen, zero-width space, word joiner, byte order mark; and the bidirectional
 * embeddings and isolates, which would turn a line around when an excerpt is cut between their two ends.
 * Joiners (U+200C, U+200D) stay: emoji and several scripts are written with them.
 */
const INVISIBLE = /(?![\t-\r\u0085])\p{Cc}|[\u00AD\u200B\u2060\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** Is there a letter or a digit in it? Dashes, bullets and emoji alone are no words. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
