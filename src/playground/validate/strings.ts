/** Discord cuts white space off both ends before it looks at a text. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

// The `v` flag needs a newer compile target than the project's in a literal.
const EMOJI = new RegExp('^\\p{RGI_Emoji}$', 'v');
const EMOJI_STYLE = '\uFE0F';

/** One emoji of Unicode, with or without the sign that asks for its coloured form. */
export function isUnicodeEmoji(name: string): boolean {
  return EMOJI.test(name) || EMOJI.test(`${name}${EMOJI_STYLE}`);
}

/** Positions of values that stood there before. */
export function repeated(values: readonly unknown[]): readonly number[] {
  const seen = new Set<unknown>();
  return values.flatMap((value, index) => {
    if (seen.has(value)) return [index];
    seen.add(value);
    return [];
  });
}

/** Is `url` well formed, with one of the schemes (`https:`)? */
export function hasScheme(url: string, schemes: readonly string[]): boolean {
  // `URL.canParse`, once optimised by Node 20, refuses letters beyond ASCII.
  try {
    return schemes.includes(new URL(url).protocol);
  } catch {
    return false;
  }
}
