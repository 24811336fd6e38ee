/**
 * A backslash before every ASCII punctuation character: Discord takes it away and shows the character, whatever it would
 * have meant. That covers all of its markdown, mentions, emoji, timestamps, bare addresses and the shrugging emoticon,
 * and nothing has to be known of where the text will stand.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(PUNCTUATION, '\\$&');
}

/** Characters of `escapeMarkdown(text)`. */
export function escapedLength(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length; at += 1) {
    if (isPunctuation(text.charCodeAt(at))) length += 1;
  }
  return length;
}

const PUNCTUATION = /[!-/:-@[-`{-~]/g;

function isPunctuation(code: number): boolean {
  return (
    (code >= 0x21 && code <= 0x2f) ||
    (code >= 0x3a && code <= 0x40) ||
    (code >= 0x5b && code <= 0x60) ||
    (code >= 0x7b && code <= 0x7e)
  );
}
