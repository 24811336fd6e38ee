/**
 * Finds the words of a text in one pass and calls `visit` with the offsets of each: `start` inclusive, `end` exclusive,
 * in UTF-16 units. A word is a run of letters, digits and combining marks, and keeps what belongs inside it:
 * an apostrophe or `&` between letters (O'Brien, AT&T), the stops of initials (U.S), the point and thousands commas of
 * a number (3.5, 1,200), the hyphens of an ISO date. Other hyphens separate. Characters of scripts written without
 * spaces (Han, kana) are words of their own. Never throws; time is linear in the length of the text.
 */
export function scanWords(text: string, visit: (start: number, end: number) => void): void {
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === LETTER || kind === DIGIT) {
      const end = wordEnd(text, at);
      visit(at, end);
      at = end;
    } else {
      const next = at + widthAt(text, at);
      if (kind === IDEOGRAPH) visit(at, next);
      at = next;
    }
  }
}

const UNKNOWN = 0;
const SEPARATOR = 1;
const LETTER = 2;
const DIGIT = 3;
/** Goes on with a word, begins none: combining marks, soft hyphens, joiners. */
const MARK = 4;
const IDEOGRAPH = 5;

function wordEnd(text: string, start: number): number {
  const date = isoDateEnd(text, start);
  if (date > 0) return date;
  // The current part: what follows the last stop, comma or apostrophe inside the word.
  let part = start;
  let at = start;
  for (;;) {
    at = runEnd(text, at);
    if (!joins(text, part, at)) return at;
    at++;
    part = at;
  }
}

function runEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind !== LETTER && kind !== DIGIT && kind !== MARK) break;
    at += widthAt(text, at);
  }
  return at;
}

/** Does the character at `at`, which is no word character, hold its neighbours together? `part` is where the run before it began. */
function joins(text: string, part: number, at: number): boolean {
  switch (text.charCodeAt(at)) {
    case APOSTROPHE:
    case RIGHT_QUOTE:
    case AMPERSAND:
      return isKind(text, at - 1, LETTER) && isKind(text, at + 1, LETTER);
    case FULL_STOP:
      return isDecimalPoint(text, at) || isInitialsStop(text, part, at);
    case COMMA:
      return isThousandsComma(text, part, at);
    default:
      return false;
  }
}

const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const COMMA = 0x2c;
const FULL_STOP = 0x2e;
const RIGHT_QUOTE = 0x2019;

function isDecimalPoint(text: string, at: number): boolean {
  return isKind(text, at - 1, DIGIT) && isKind(text, at + 1, DIGIT);
}

/** Between two single letters, as in U.S. and a.m. */
function isInitialsStop(text: string, part: number, at: number): boolean {
  return (
    at - part === 1 &&
    isKind(text, part, LETTER) &&
    isKind(text, at + 1, LETTER) &&
    !isWordCharacter(text, at + 2)
  );
}

/** After one to three digits and before exactly three. */
function isThousandsComma(text: string, part: number, at: number): boolean {
  return (
    at - part <= 3 &&
    areDigits(text, part, at - part) &&
    areDigits(text, at + 1, 3) &&
    !isWordCharacter(text, at + 4)
  );
}

/** The end of `2024-02-10` beginning at `start`, or 0. */
function isoDateEnd(text: string, start: number): number {
  if (text[start + 4] !== '-' || text[start + 7] !== '-') return 0;
  const isDate =
    areDigits(text, start, 4) &&
    areDigits(text, start + 5, 2) &&
    areDigits(text, start + 8, 2) &&
    !isWordCharacter(text, start + 10);
  return isDate ? start + 10 : 0;
}

function areDigits(text: string, start: number, count: number): boolean {
  for (let at = start; at < start + count; at++) if (!isKind(text, at, DIGIT)) return false;
  return true;
}

function isWordCharacter(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === LETTER || kind === DIGIT || kind === MARK;
}

function isKind(text: string, at: number, kind: number): boolean {
  return kindAt(text, at) === kind;
}

/** Kinds of the characters below U+10000, found out when first met. */
const kinds = new Uint8Array(0x10000);

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  // NaN outside the text: no word character.
  if (!(unit >= 0)) return SEPARATOR;
  const known = kinds[unit] ?? UNKNOWN;
  if (known !== UNKNOWN) return known;
  const point = text.codePointAt(at) ?? 0;
  const kind = classify(String.fromCodePoint(point));
  if (point === unit && !isSurrogate(unit)) kinds[unit] = kind;
  return kind;
}

function widthAt(text: string, at: number): number {
  if (!isSurrogate(text.charCodeAt(at))) return 1;
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

const MARKS = /^(?:\p{M}|\u00ad|\u200c|\u200d|\u2060)$/u;
const IDEOGRAPHS = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]$/u;

function classify(character: string): number {
  // U+02BC is a letter to Unicode and an apostrophe to writers; a fraction such as ½ would read as 12.
  if (character === '\u02bc' || character.normalize('NFKD').includes('\u2044')) return SEPARATOR;
  if (MARKS.test(character)) return MARK;
  if (IDEOGRAPHS.test(character)) return IDEOGRAPH;
  if (/^\p{L}$/u.test(character)) return LETTER;
  return /^\p{N}$/u.test(character) ? DIGIT : SEPARATOR;
}
