import { VectorError, type ArticleVectors } from './vector-index.ts';

/**
 * Passages column by column. All columns of one `allocateRows` are views of one buffer, which is laid out like the file
 * (see partition-file.ts): it is written as it stands, and moves between threads without being copied.
 */
export interface PartitionRows {
  readonly dimensions: number;
  readonly count: number;
  readonly buffer: ArrayBuffer;
  readonly passageIds: Float64Array;
  readonly articleKeys: Float64Array;
  /** UTF-16 offsets in the article's canonical text. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Days since 1970-01-01 UTC, `UNDATED` where there is none. */
  readonly days: Int32Array;
  /** `Float32Array[count × dimensions]`, row after row. */
  readonly vectors: Float32Array;
}

/** Stands for "no day" in the days column. */
export const UNDATED = -0x80000000;

/** Bytes before the first column and after the last. */
export const HEADER_BYTES = 32;
export const FOOTER_BYTES = 4;

export function fileLength(dimensions: number, count: number): number {
  const rowBytes = 2 * 8 + 3 * 4 + dimensions * 4;
  return HEADER_BYTES + count * rowBytes + FOOTER_BYTES;
}

/** Rows of zeros, with room for header and footer around them. */
export function allocateRows(dimensions: number, count: number): PartitionRows {
  return viewRows(new ArrayBuffer(fileLength(dimensions, count)), dimensions, count);
}

/** The columns of a buffer laid out like the file. The 8-byte columns come first, so that every column is aligned. */
export function viewRows(buffer: ArrayBuffer, dimensions: number, count: number): PartitionRows {
  const articleKeys = HEADER_BYTES + count * 8;
  const starts = articleKeys + count * 8;
  const ends = starts + count * 4;
  const days = ends + count * 4;
  return {
    dimensions,
    count,
    buffer,
    passageIds: new Float64Array(buffer, HEADER_BYTES, count),
    articleKeys: new Float64Array(buffer, articleKeys, count),
    starts: new Uint32Array(buffer, starts, count),
    ends: new Uint32Array(buffer, ends, count),
    days: new Int32Array(buffer, days, count),
    vectors: new Float32Array(buffer, days + count * 4, count * dimensions),
  };
}

/**
 * Copies the articles' passages into rows.
 * @throws {VectorError} for a vector of another length. The values are checked by `checkVectors`.
 */
export function packArticles(
  articles: readonly ArticleVectors[],
  dimensions: number,
): PartitionRows {
  const count = articles.reduce((sum, { passages }) => sum + passages.length, 0);
  const rows = allocateRows(dimensions, count);
  let row = 0;
  for (const { articleKey, day, passages } of articles) {
    for (const { passageId, start, end, vector } of passages) {
      checkLength(vector, dimensions, `the vector of passage ${passageId}`);
      rows.passageIds[row] = passageId;
      rows.articleKeys[row] = articleKey;
      rows.starts[row] = start;
      rows.ends[row] = end;
      rows.days[row] = day ?? UNDATED;
      rows.vectors.set(vector, row * dimensions);
      row++;
    }
  }
  return rows;
}

/** @throws {VectorError} unless the vector has `dimensions` values. `what` begins the message. */
export function checkLength(vector: Float32Array, dimensions: number, what: string): void {
  if (vector.length !== dimensions) {
    throw new VectorError(
      `${what} has ${vector.length} values, the index holds vectors of ${dimensions}`,
    );
  }
}

/** How far a norm may be from 1: far above float32 rounding, far below any vector that was not normalised. */
const NORM_TOLERANCE = 1e-3;

/** @throws {VectorError} for a vector with a value that is not finite, or not of norm 1. */
export function checkVectors({ count, dimensions, passageIds, vectors }: PartitionRows): void {
  for (let row = 0; row < count; row++) {
    const norm = Math.sqrt(squareSum(vectors, row * dimensions, dimensions));
    // A NaN or an infinity among the values makes the norm one too; the negated comparison catches both.
    if (!(Math.abs(norm - 1) <= NORM_TOLERANCE)) {
      const id = passageIds[row] ?? NaN;
      throw new VectorError(`the vector of passage ${id} has norm ${norm}, expected 1`);
    }
  }
}

/** Sum of the squares of `length` values from `start` on. */
export function squareSum(values: Float32Array, start: number, length: number): number {
  let sum = 0;
  for (let i = start; i < start + length; i++) {
    const value = values[i] ?? NaN;
    sum += value * value;
  }
  return sum;
}
