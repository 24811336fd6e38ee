/** First bytes of what people send by mistake, and what to do instead. */
const SIGNATURES: readonly (readonly [name: string, first: readonly number[]])[] = [
  ['a PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP archive or an Office document', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['an RTF document', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a WebP, WAV or AVI file', [0x52, 0x49, 0x46, 0x46]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a bzip2 archive', [0x42, 0x5a, 0x68]],
  ['a Zstandard archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['an SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
];

/** The name of a well-known binary format by its first bytes, or null. */
export function binaryName(bytes: Uint8Array): string | null {
  const match = SIGNATURES.find(([, first]) => first.every((byte, index) => bytes[index] === byte));
  return match?.[0] ?? null;
}

/** Control characters that texts do hold: tab, line breaks, form feed, escape (ISO 2022). */
const TEXT_CONTROLS = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b]);

/** More than one control character in a hundred bytes is no text; a stray few in a short one may be. */
const MAX_CONTROL_SHARE = 0.01;
const MAX_STRAY_CONTROLS = 3;

/** Enough to tell. */
const SAMPLE_BYTES = 65_536;

/** Is it no text in any encoding with one byte per character or UTF-8? A single NUL byte says so. */
export function looksBinary(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return true;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const controls = sample.reduce(
    (count, byte) => (byte < 0x20 && !TEXT_CONTROLS.has(byte) ? count + 1 : count),
    0,
  );
  return controls > Math.max(MAX_STRAY_CONTROLS, sample.length * MAX_CONTROL_SHARE);
}
