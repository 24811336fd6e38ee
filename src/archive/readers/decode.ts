import { binaryName, looksBinary } from './binary.ts';

export type Decoded =
  | { readonly text: string; /** Guesses worth telling. */ readonly notes: readonly string[] }
  | { readonly problem: string };

/**
 * Bytes to text: by byte order mark (UTF-8, UTF-16), UTF-16 by its NUL bytes, valid UTF-8, the encoding the media type
 * or an HTML or XML declaration names, else Windows-1252. Anything that is no text is a problem, never a guess.
 */
export function decodeText(bytes: Uint8Array, mediaType: string | null): Decoded {
  const binary = binaryName(bytes);
  if (binary !== null)
    return { problem: `this is ${binary}, not text: save it as text or HTML first` };
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) {
    return { problem: 'UTF-32 is not read: save it as UTF-8' };
  }
  const utf16 = utf16Encoding(bytes);
  if (utf16 !== null) return decodeUtf16(bytes, utf16);
  if (looksBinary(bytes)) return { problem: 'this is binary data, not text' };
  return decodeBytes(bytes, declaredEncoding(bytes, mediaType));
}

function startsWith(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, index) => bytes[index] === byte);
}

type Utf16 = 'utf-16le' | 'utf-16be';

function utf16Encoding(bytes: Uint8Array): Utf16 | null {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  // Latin letters, digits, spaces and line breaks have a NUL as their high byte, and nothing has one as its low byte.
  const high = { even: 0, odd: 0 };
  bytes.forEach((byte, index) => {
    if (byte === 0) high[index % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  if (Math.max(high.even, high.odd) < bytes.length * MIN_NUL_SHARE) return null;
  if (high.even === 0 && high.odd > 0) return 'utf-16le';
  if (high.odd === 0 && high.even > 0) return 'utf-16be';
  return null;
}

/** Of all bytes: Greek or Cyrillic text has 7 in 100 for its spaces, Latin text 50. */
const MIN_NUL_SHARE = 0.03;

function decodeUtf16(bytes: Uint8Array, encoding: Utf16): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  const strange = text.match(NOT_IN_TEXT)?.length ?? 0;
  // Random bytes read as UTF-16 are full of characters that do not exist.
  if (strange > text.length * MAX_STRANGE_SHARE)
    return { problem: 'this is binary data, not text' };
  const notes = strange === 0 ? [] : [`${strange} characters are damaged`];
  return { text, notes };
}

/** Unassigned and private characters, controls but for white space, and the sign of what could not be decoded. */
const NOT_IN_TEXT = /(?![\t-\r\u0085])\p{Cc}|\p{Cn}|\p{Co}|\uFFFD/gu;

const MAX_STRANGE_SHARE = 0.02;

function decodeBytes(bytes: Uint8Array, declared: string | null): Decoded {
  const text = new TextDecoder().decode(bytes);
  const damaged = count(text, /\uFFFD/g);
  const foreign = count(text, /[^\0-\x7F]/gu) - damaged;
  // Text of another encoding is valid UTF-8 only by chance, so bytes outweigh what a declaration says of them.
  if (damaged === 0 && (foreign > 0 || declared === null)) return { text, notes: [] };
  if (declared !== null) return { text: decodeAs(bytes, declared), notes: [] };
  if (foreign > damaged * 2) {
    return { text, notes: [`${damaged} places are damaged: they are no valid UTF-8`] };
  }
  return {
    text: decodeAs(bytes, 'windows-1252'),
    notes: ['the text is not UTF-8: it was read as Windows-1252'],
  };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  // Some versions of Node decode this one as ISO-8859-1, without the quotation marks and dashes of 0x80 to 0x9F.
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  return new TextDecoder(encoding).decode(bytes);
}

/** The characters of 0x80 to 0x9F; five bytes mean nothing and stay control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009Dž\u0178';

function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? '');
}

/** HTML asks for the declaration within the first 1,024 bytes; pages in the wild are less careful. */
const DECLARATION_BYTES = 4_096;

const DECLARATIONS = [
  /<meta\s[^>]{0,200}charset\s*=\s*["']?\s*(?<label>[\w:.-]+)/i,
  /^<\?xml\s[^>]{0,200}encoding\s*=\s*["'](?<label>[\w:.-]+)/i,
];

/** The encoding the sender or the document names, in the spelling of the Encoding Standard; null where UTF-8 is named. */
function declaredEncoding(bytes: Uint8Array, mediaType: string | null): string | null {
  const start = Buffer.from(bytes.subarray(0, DECLARATION_BYTES)).toString('latin1');
  const sent = /charset\s*=\s*["']?\s*(?<label>[\w:.-]+)/i.exec(mediaType ?? '');
  const matches = [sent, ...DECLARATIONS.map((pattern) => pattern.exec(start))];
  const label = matches.find((match) => match !== null)?.groups?.['label'] ?? 'utf-8';
  const encoding = encodingOf(label);
  // A document that could be read up to its declaration is no UTF-16, whatever it declares.
  return encoding === null || encoding.startsWith('utf-') ? null : encoding;
}

function encodingOf(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
