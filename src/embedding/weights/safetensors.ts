import { z } from 'zod';

/** Value types of the weights we read; other types of the format are refused by name. */
type WeightType = 'F16' | 'F32' | 'I64';

export interface WeightTensor {
  readonly type: WeightType;
  readonly shape: readonly number[];
  /** Little-endian values, a view into the file's bytes. */
  readonly bytes: Uint8Array;
}

/**
 * Reads a safetensors file (https://huggingface.co/docs/safetensors): 8 bytes of header length, a JSON header with
 * type, shape and place of every tensor, the values. Nothing is copied.
 *
 * @throws {Error} when the header or a place in it does not fit the file: "the weights file is damaged: …".
 */
export function readSafetensors(file: Uint8Array): ReadonlyMap<string, WeightTensor> {
  const { header, data } = splitFile(file);
  const tensors = new Map<string, WeightTensor>();
  for (const [name, entry] of Object.entries(header)) {
    if (name !== METADATA_KEY) tensors.set(name, readEntry(name, entry, data));
  }
  return tensors;
}

/** The values as `Float32Array`; 64-bit integers (position ids) are refused. */
export function toFloat32({ type, bytes }: WeightTensor): Float32Array {
  if (type === 'I64') throw new Error('a tensor of 64-bit integers has no float32 form');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Float32Array(bytes.byteLength / BYTES_PER_VALUE[type]);
  if (type === 'F32') {
    for (let i = 0; i < values.length; i++) values[i] = view.getFloat32(i * 4, true);
    return values;
  }
  const table = halfToFloatTable();
  for (let i = 0; i < values.length; i++) values[i] = table[view.getUint16(i * 2, true)] ?? NaN;
  return values;
}

const METADATA_KEY = '__metadata__';
const LENGTH_BYTES = 8;
/** The format's own limit; a larger number means that the file is something else. */
const MAX_HEADER_BYTES = 100_000_000;
const BYTES_PER_VALUE: Readonly<Record<WeightType, number>> = { F16: 2, F32: 4, I64: 8 };

const headerSchema = z.record(z.string(), z.unknown());
const count = z.int().nonnegative();
const entrySchema = z.object({
  dtype: z.enum(['F16', 'F32', 'I64']),
  shape: z.array(count),
  data_offsets: z.tuple([count, count]),
});

function splitFile(file: Uint8Array): { header: Record<string, unknown>; data: Uint8Array } {
  if (file.length < LENGTH_BYTES) throw damaged(`it has ${file.length} bytes`);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const headerBytes = Number(view.getBigUint64(0, true));
  if (headerBytes > Math.min(MAX_HEADER_BYTES, file.length - LENGTH_BYTES)) {
    throw damaged(`its header claims ${headerBytes} bytes, the file has ${file.length}`);
  }
  const dataStart = LENGTH_BYTES + headerBytes;
  const json = new TextDecoder().decode(file.subarray(LENGTH_BYTES, dataStart));
  try {
    return { header: headerSchema.parse(JSON.parse(json)), data: file.subarray(dataStart) };
  } catch (error) {
    throw damaged('its header is not a JSON object', error);
  }
}

function readEntry(name: string, entry: unknown, data: Uint8Array): WeightTensor {
  const parsed = entrySchema.safeParse(entry);
  if (!parsed.success) throw damaged(`the entry of ${name} cannot be read`, parsed.error);
  const { dtype: type, shape, data_offsets: offsets } = parsed.data;
  const [start, end] = offsets;
  if (start > end || end > data.length) {
    throw damaged(`${name} is said to be at ${start} to ${end} of ${data.length} bytes`);
  }
  const expected = shape.reduce((product, size) => product * size, BYTES_PER_VALUE[type]);
  if (end - start !== expected) {
    throw damaged(`${name} needs ${expected} bytes and has ${end - start}`);
  }
  return { type, shape, bytes: data.subarray(start, end) };
}

function damaged(reason: string, cause?: unknown): Error {
  return new Error(`the weights file is damaged: ${reason}`, { cause });
}

let halfTable: Float32Array | undefined;

/** All 65,536 half-precision values (IEEE 754 binary16) as floats, indexed by their bits. */
function halfToFloatTable(): Float32Array {
  halfTable ??= Float32Array.from({ length: 1 << 16 }, (_, bits) => halfToFloat(bits));
  return halfTable;
}

function halfToFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
