import { crc32 } from 'node:zlib';
import { ANALYSIS_VERSION } from './analyse.ts';
import type { Postings } from './postings.ts';
import { Segment, TERM_FIELDS, type CountArray, type SegmentColumns } from './segment.ts';

/** A stored segment that cannot be used; the message says why. */
export class SegmentDamage extends Error {
  override name = 'SegmentDamage';
}

/** "ALEX" as its bytes lie in the file; a machine of the other byte order reads another number and rejects the file. */
const MAGIC = 0x58454c41;
const FORMAT_VERSION = 1;

/** The header's 32-bit fields by position. The checksum covers everything after itself. */
const FIELD = {
  magic: 0,
  formatVersion: 1,
  analysisVersion: 2,
  checksum: 3,
  passages: 4,
  articles: 5,
  terms: 6,
  termBytes: 7,
  passagePostings: 8,
  articlePostings: 9,
  /** One byte each: width and count bits of the passages' postings, then of the articles'. */
  packing: 10,
  /** One byte each: width of the passages' and of the articles' lengths. */
  lengthWidths: 11,
} as const;
const HEADER_BYTES = 48;
const CHECKED_FROM = 16;
const ALIGNMENT = 8;

/** Bytes per value: 2 or 4. */
type Width = number;

interface Packing {
  readonly width: Width;
  readonly countBits: number;
}

interface Sizes {
  readonly passages: number;
  readonly articles: number;
  readonly terms: number;
  readonly termBytes: number;
  readonly passagePostings: number;
  readonly articlePostings: number;
  readonly passagePacking: Packing;
  readonly articlePacking: Packing;
  readonly passageLengthWidth: Width;
  readonly articleLengthWidth: Width;
}

/** The segment those columns make, over bytes ready to be written. */
export function encodeSegment(columns: SegmentColumns): Segment {
  const sizes = sizesOf(columns);
  const buffer = new ArrayBuffer(layoutOf(sizes).byteLength);
  const views = columnsOver(buffer, 0, sizes);
  fill(views, columns);
  const bytes = new Uint8Array(buffer);
  writeHeader(bytes, sizes);
  return new Segment(views, bytes);
}

/**
 * The segment in a file's bytes, which it keeps and points into.
 * @throws {SegmentDamage} when they are truncated, foreign, altered, or analysed by other rules than today's.
 */
export function decodeSegment(file: Uint8Array): Segment {
  if (file.length < HEADER_BYTES) {
    throw new SegmentDamage(`${file.length} bytes, shorter than the header's ${HEADER_BYTES}`);
  }
  const bytes = file.byteOffset % ALIGNMENT === 0 ? file : new Uint8Array(file);
  const header = headerOf(bytes);
  expectField(header, 'magic', MAGIC, 'magic number');
  expectField(header, 'formatVersion', FORMAT_VERSION, 'format version');
  expectField(header, 'analysisVersion', ANALYSIS_VERSION, 'version of the word analysis');
  const sizes = readSizes(header);
  const { byteLength } = layoutOf(sizes);
  if (bytes.length !== byteLength) {
    throw new SegmentDamage(`${bytes.length} bytes where its header asks for ${byteLength}`);
  }
  expectField(header, 'checksum', crc32(bytes.subarray(CHECKED_FROM)), 'checksum');
  return new Segment(columnsOver(bytes.buffer, bytes.byteOffset, sizes), bytes);
}

function headerOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER_BYTES / 4);
}

function expectField(
  header: Uint32Array,
  field: keyof typeof FIELD,
  expected: number,
  name: string,
): void {
  const found = header[FIELD[field]] ?? 0;
  if (found === expected) return;
  throw new SegmentDamage(`${name} ${found} where ${expected} is expected`);
}

function writeHeader(bytes: Uint8Array, sizes: Sizes): void {
  const header = headerOf(bytes);
  header[FIELD.magic] = MAGIC;
  header[FIELD.formatVersion] = FORMAT_VERSION;
  header[FIELD.analysisVersion] = ANALYSIS_VERSION;
  header[FIELD.passages] = sizes.passages;
  header[FIELD.articles] = sizes.articles;
  header[FIELD.terms] = sizes.terms;
  header[FIELD.termBytes] = sizes.termBytes;
  header[FIELD.passagePostings] = sizes.passagePostings;
  header[FIELD.articlePostings] = sizes.articlePostings;
  const { passagePacking, articlePacking } = sizes;
  const packing = [
    passagePacking.width,
    passagePacking.countBits,
    articlePacking.width,
    articlePacking.countBits,
  ];
  bytes.set(packing, FIELD.packing * 4);
  bytes.set([sizes.passageLengthWidth, sizes.articleLengthWidth], FIELD.lengthWidths * 4);
  header[FIELD.checksum] = crc32(bytes.subarray(CHECKED_FROM));
}

function readSizes(header: Uint32Array): Sizes {
  const size = (field: keyof typeof FIELD) => header[FIELD[field]] ?? 0;
  const packing = new Uint8Array(header.buffer, header.byteOffset + FIELD.packing * 4, 6);
  return {
    passages: size('passages'),
    articles: size('articles'),
    terms: size('terms'),
    termBytes: size('termBytes'),
    passagePostings: size('passagePostings'),
    articlePostings: size('articlePostings'),
    passagePacking: { width: packing[0] ?? 0, countBits: packing[1] ?? 0 },
    articlePacking: { width: packing[2] ?? 0, countBits: packing[3] ?? 0 },
    passageLengthWidth: packing[4] ?? 0,
    articleLengthWidth: packing[5] ?? 0,
  };
}

function sizesOf(columns: SegmentColumns): Sizes {
  const { passagePostings, articlePostings } = columns;
  return {
    passages: columns.passageIds.length,
    articles: columns.articleKeys.length,
    terms: columns.dictionary.length / TERM_FIELDS - 1,
    termBytes: columns.termBytes.length,
    passagePostings: passagePostings.entries.length,
    articlePostings: articlePostings.entries.length,
    passagePacking: packingOf(passagePostings),
    articlePacking: packingOf(articlePostings),
    passageLengthWidth: widthOf(columns.passageLengths),
    articleLengthWidth: widthOf(columns.articleLengths),
  };
}

function widthOf(lengths: CountArray): Width {
  return lengths.every((length) => length < 0x10000) ? 2 : 4;
}

function packingOf({ entries, countBits }: Postings): Packing {
  return { width: entries.BYTES_PER_ELEMENT, countBits };
}

/** Where each column lies, in the order of the file, each beginning at a multiple of 8 bytes. */
function layoutOf(sizes: Sizes) {
  let byteLength = HEADER_BYTES;
  const place = (width: number, length: number) => {
    const offset = byteLength;
    byteLength += Math.ceil((width * length) / ALIGNMENT) * ALIGNMENT;
    return { offset, width, length };
  };
  const places = {
    passageIds: place(8, sizes.passages),
    passageArticles: place(4, sizes.passages),
    passageLengths: place(sizes.passageLengthWidth, sizes.passages),
    articleKeys: place(8, sizes.articles),
    articleLengths: place(sizes.articleLengthWidth, sizes.articles),
    articleDays: place(4, sizes.articles),
    dictionary: place(4, (sizes.terms + 1) * TERM_FIELDS),
    termBytes: place(1, sizes.termBytes),
    passageEntries: place(sizes.passagePacking.width, sizes.passagePostings),
    articleEntries: place(sizes.articlePacking.width, sizes.articlePostings),
  };
  return { places, byteLength };
}

interface Place {
  readonly offset: number;
  readonly width: number;
  readonly length: number;
}

function columnsOver(buffer: ArrayBufferLike, base: number, sizes: Sizes): SegmentColumns {
  const { places } = layoutOf(sizes);
  const uint32 = ({ offset, length }: Place) => new Uint32Array(buffer, base + offset, length);
  const float64 = ({ offset, length }: Place) => new Float64Array(buffer, base + offset, length);
  const counts = ({ offset, width, length }: Place): CountArray =>
    width === 2
      ? new Uint16Array(buffer, base + offset, length)
      : new Uint32Array(buffer, base + offset, length);
  const { articleDays, termBytes } = places;
  return {
    passageIds: float64(places.passageIds),
    passageArticles: uint32(places.passageArticles),
    passageLengths: counts(places.passageLengths),
    articleKeys: float64(places.articleKeys),
    articleLengths: counts(places.articleLengths),
    articleDays: new Int32Array(buffer, base + articleDays.offset, articleDays.length),
    dictionary: uint32(places.dictionary),
    termBytes: new Uint8Array(buffer, base + termBytes.offset, termBytes.length),
    passagePostings: {
      entries: counts(places.passageEntries),
      countBits: sizes.passagePacking.countBits,
    },
    articlePostings: {
      entries: counts(places.articleEntries),
      countBits: sizes.articlePacking.countBits,
    },
  };
}

function fill(target: SegmentColumns, source: SegmentColumns): void {
  target.passageIds.set(source.passageIds);
  target.passageArticles.set(source.passageArticles);
  target.passageLengths.set(source.passageLengths);
  target.articleKeys.set(source.articleKeys);
  target.articleLengths.set(source.articleLengths);
  target.articleDays.set(source.articleDays);
  target.dictionary.set(source.dictionary);
  target.termBytes.set(source.termBytes);
  target.passagePostings.entries.set(source.passagePostings.entries);
  target.articlePostings.entries.set(source.articlePostings.entries);
}
