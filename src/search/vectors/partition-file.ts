import { crc32 } from 'node:zlib';
import {
  FOOTER_BYTES,
  HEADER_BYTES,
  fileLength,
  viewRows,
  type PartitionRows,
} from './partition-rows.ts';
import { VectorError } from './vector-index.ts';

/*
 * The file of one partition, little-endian throughout:
 *
 *   0  8 bytes   magic
 *   8  uint32    format version
 *  12  uint32    dimensions
 *  16  uint32    count
 *  20  uint32    zero
 *  24  float64   length of the file in bytes
 *  32  columns   passageIds, articleKeys (float64), starts, ends (uint32), days (int32), vectors (float32)
 *  -4  uint32    CRC-32 of everything before it
 *
 * The columns are read and written through typed arrays, so the host must be little-endian too, as all are that
 * the vector search has binaries for.
 */
const MAGIC = Buffer.from('ARCHVEC\n', 'latin1');
const FORMAT_VERSION = 1;

/** Fills in header and checksum. The result is the rows' own buffer, not a copy. */
export function encodePartition({ buffer, dimensions, count }: PartitionRows): Buffer {
  const bytes = Buffer.from(buffer);
  bytes.set(MAGIC, 0);
  bytes.writeUInt32LE(FORMAT_VERSION, 8);
  bytes.writeUInt32LE(dimensions, 12);
  bytes.writeUInt32LE(count, 16);
  bytes.writeUInt32LE(0, 20);
  bytes.writeDoubleLE(bytes.length, 24);
  bytes.writeUInt32LE(checksum(bytes), bytes.length - FOOTER_BYTES);
  return bytes;
}

/**
 * The rows of a partition's file, as views of `bytes` where they begin a buffer. The vectors' values are not checked.
 * @throws {VectorError} saying what is wrong: cut, of another kind or version, damaged, of other dimensions.
 */
export function decodePartition(bytes: Buffer, dimensions: number): PartitionRows {
  const { count, storedDimensions } = readHeader(bytes);
  const found = bytes.readUInt32LE(bytes.length - FOOTER_BYTES);
  const expected = checksum(bytes);
  if (found !== expected) {
    throw new VectorError(`the checksum is ${hex(found)}, the content has ${hex(expected)}`);
  }
  if (storedDimensions !== dimensions) {
    throw new VectorError(
      `the file holds vectors of ${storedDimensions} values, the index ${dimensions}`,
    );
  }
  return viewRows(bufferOf(bytes), dimensions, count);
}

function readHeader(bytes: Buffer): { count: number; storedDimensions: number } {
  const shortest = HEADER_BYTES + FOOTER_BYTES;
  if (bytes.length < shortest) {
    throw new VectorError(`the file is cut: ${bytes.length} bytes, at least ${shortest} expected`);
  }
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new VectorError('the file is not a vector partition: it begins with other bytes');
  }
  const version = bytes.readUInt32LE(8);
  if (version !== FORMAT_VERSION) {
    throw new VectorError(`the file has format version ${version}, expected ${FORMAT_VERSION}`);
  }
  const storedDimensions = bytes.readUInt32LE(12);
  const count = bytes.readUInt32LE(16);
  const length = bytes.readDoubleLE(24);
  if (length !== fileLength(storedDimensions, count)) {
    throw new VectorError(`the header is damaged: ${count} passages do not make ${length} bytes`);
  }
  if (bytes.length !== length) {
    throw new VectorError(`the file has ${bytes.length} bytes, ${length} expected`);
  }
  return { count, storedDimensions };
}

function checksum(bytes: Buffer): number {
  return crc32(bytes.subarray(0, bytes.length - FOOTER_BYTES));
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}

/** A buffer that begins with the bytes: Node hands out small Buffers as parts of a shared pool. */
function bufferOf(bytes: Buffer): ArrayBuffer {
  const { buffer, byteOffset } = bytes;
  return byteOffset === 0 && buffer instanceof ArrayBuffer ? buffer : new Uint8Array(bytes).buffer;
}
