import { webAddress } from './web-address.ts';

export interface MaskedLink {
  /** All of `[text](address "title")`. */
  readonly whole: string;
  readonly text: string;
  readonly href: string;
}

/** Brackets within brackets; with more of them it is no link. Keeps the search short, however many there are. */
const DEEPEST = 16;

/** Address, perhaps in angle brackets, with parentheses in pairs; and a title, which Discord does not show. */
const DESTINATION =
  /\((?:<([^\s<>]+)>|((?:[^\s()<>]|\([^\s()<>]*\))+))(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)/y;
const ESCAPED = /\\([^0-9A-Za-z\s])/g;
/** Shown as an address, a link must not lead elsewhere. */
const LIKE_ADDRESS = /\w:\/\/|\bwww\./i;

/** The link that `source` begins with. Null when it is none, leads to no address of the web or poses as another one. */
export function maskedLink(source: string): MaskedLink | null {
  const close = closingBracket(source);
  if (close === null) return null;
  const text = source.slice(1, close);
  if (text.trim() === '' || LIKE_ADDRESS.test(text)) return null;
  DESTINATION.lastIndex = close + 1;
  const [destination, bracketed, bare = ''] = DESTINATION.exec(source) ?? [];
  if (destination === undefined) return null;
  const href = webAddress((bracketed ?? bare).replace(ESCAPED, '$1'));
  return href === null ? null : { whole: source.slice(0, close + 1) + destination, text, href };
}

/** Of the bracket that `source` begins with. */
function closingBracket(source: string): number | null {
  if (!source.startsWith('[')) return null;
  let depth = 0;
  for (let at = 0; at < source.length && depth <= DEEPEST; at += 1) {
    const character = source.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '[') depth += 1;
    else if (character === ']') depth -= 1;
    if (depth === 0) return at;
  }
  return null;
}
