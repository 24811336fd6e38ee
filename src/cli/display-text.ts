/** C0 and C1 controls, DEL, and the marks that turn text around. */
// eslint-disable-next-line no-control-regex -- finding control characters is what it is for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Blanks a line may be broken at: all white space but what is there to hold two words together (U+00A0, U+202F …). */
const GAP = /([\t-\r \u0085\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+)/;

/**
 * Text that a terminal shows and does not obey: no escape sequence of an article or a question reaches it. Line breaks and
 * tabs become blanks, other controls the visible pictures Unicode has for them, or the replacement character.
 */
export function displayText(text: string): string {
  return text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ').replace(CONTROLS, (control) => {
    const code = control.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\ufffd';
  });
}

/** The words of a text, safe to show. */
export function displayWords(text: string): string[] {
  return splitAtGaps(text)
    .filter((_, at) => at % 2 === 0)
    .filter((word) => word !== '')
    .map(displayText);
}

/** Words (even places, possibly empty at both ends) and the gaps between them (odd places), as they stand in the text. */
export function splitAtGaps(text: string): string[] {
  return text.split(GAP);
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const ZERO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;
/** The usual text is measured without looking at each character. */
const ASCII = /^[\u0020-\u007e]*$/;

/** Cells of a terminal that `text` fills: 2 for East Asian characters and emoji, 0 for combining marks. */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (ZERO_WIDTH.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

/** The longest start of `text` that fits into `width` cells, with an ellipsis where something is left out. */
export function fitWidth(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let fitted = '';
  let used = 1;
  for (const character of text) {
    used += displayWidth(character);
    if (used > width) break;
    fitted += character;
  }
  return `${fitted.trimEnd()}…`;
}
