import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSafetensors, toFloat32 } from '../../../src/embedding/weights/safetensors.ts';

describe('readSafetensors', () => {
  it('finds each tensor with type, shape and bytes, and skips the metadata', () => {
    const file = fileOf(
      {
        __metadata__: { format: 'pt' },
        first: { dtype: 'F32', shape: [2], data_offsets: [0, 8] },
        second: { dtype: 'I64', shape: [1, 1], data_offsets: [8, 16] },
      },
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
    );
    const tensors = readSafetensors(file);
    expect([...tensors.keys()]).toEqual(['first', 'second']);
    expect(tensors.get('second')).toEqual({
      type: 'I64',
      shape: [1, 1],
      bytes: Uint8Array.of(9, 10, 11, 12, 13, 14, 15, 16),
    });
  });

  it('reads a file that starts in the middle of a buffer', () => {
    const file = fileOf({ x: { dtype: 'F16', shape: [1], data_offsets: [0, 2] } }, [0x00, 0x3c]);
    const buffer = new Uint8Array(file.length + 3);
    buffer.set(file, 3);
    const tensor = readSafetensors(buffer.subarray(3)).get('x');
    expect(tensor && toFloat32(tensor)).toEqual(Float32Array.of(1));
  });

  it.each([
    ['is empty', new Uint8Array(), 'it has 0 bytes'],
    ['ends in its length', Uint8Array.of(1, 0, 0), 'it has 3 bytes'],
    ['claims a longer header', Uint8Array.of(9, 0, 0, 0, 0, 0, 0, 0, 123), 'claims 9 bytes'],
    ['claims a huge header', new Uint8Array(16).fill(255), 'its header claims'],
    ['has a header that is no JSON', fileOf('{x'), 'not a JSON object'],
    ['has a header that is no object', fileOf('[1]'), 'not a JSON object'],
    ['has an entry of an unknown type', fileOf(entry('Q4', [1], [0, 1])), 'entry of x'],
    ['has an entry without shape', fileOf({ x: { dtype: 'F32' } }), 'entry of x'],
    ['has a negative place', fileOf(entry('F16', [1], [-2, 0])), 'entry of x'],
    ['lacks its end', fileOf(entry('F16', [4], [0, 8]), [1, 2]), '0 to 8 of 2 bytes'],
    ['has an end before a start', fileOf(entry('F16', [0], [2, 0]), [1, 2]), '2 to 0 of 2'],
    ['has a shape of another size', fileOf(entry('F16', [3], [0, 4]), [1, 2, 3, 4]), 'needs 6'],
  ])('refuses a file that %s', (_, file, reason) => {
    expect(() => readSafetensors(file)).toThrow(`the weights file is damaged: `);
    expect(() => readSafetensors(file)).toThrow(reason);
  });

  it('throws an Error, and nothing else, for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        try {
          readSafetensors(bytes);
        } catch (error) {
          expect(error).toHaveProperty('message', expect.stringContaining('damaged'));
        }
      }),
    );
  });
});

describe('toFloat32', () => {
  // IEEE 754 binary16: sign, 5 bits of exponent, 10 of fraction.
  it.each([
    [0x0000, 0],
    [0x8000, -0],
    [0x3c00, 1],
    [0xc000, -2],
    [0x3555, 0.333251953125],
    [0x7bff, 65_504],
    [0x0001, 2 ** -24],
    [0x03ff, 1023 * 2 ** -24],
    [0x0400, 2 ** -14],
    [0x7c00, Infinity],
    [0xfc00, -Infinity],
    [0x7e00, NaN],
  ])('reads the half-precision bits %i as %d', (bits, value) => {
    const bytes = Uint8Array.of(bits & 255, bits >> 8);
    expect(toFloat32({ type: 'F16', shape: [1], bytes })[0]).toBe(value);
  });

  it('reads floats at any offset', () => {
    fc.assert(
      fc.property(fc.array(fc.float()), fc.nat(7), (values, offset) => {
        const bytes = new Uint8Array(offset + values.length * 4);
        const view = new DataView(bytes.buffer);
        values.forEach((value, i) => {
          view.setFloat32(offset + i * 4, value, true);
        });
        const tensor = { type: 'F32', shape: [values.length], bytes: bytes.subarray(offset) };
        expect([...toFloat32({ ...tensor, type: 'F32' })]).toEqual(values);
      }),
    );
  });

  it('refuses 64-bit integers', () => {
    const tensor = { type: 'I64', shape: [1], bytes: new Uint8Array(8) } as const;
    expect(() => toFloat32(tensor)).toThrow('64-bit integers');
  });
});

function entry(dtype: string, shape: number[], offsets: number[]): Record<string, unknown> {
  return { x: { dtype, shape, data_offsets: offsets } };
}

function fileOf(
  header: Record<string, unknown> | string,
  data: readonly number[] = [],
): Uint8Array {
  const json = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return new Uint8Array(Buffer.concat([length, json, Buffer.from(data)]));
}
