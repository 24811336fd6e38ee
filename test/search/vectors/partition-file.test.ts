import { describe, expect, it } from 'vitest';
import { decodePartition, encodePartition } from '../../../src/search/vectors/partition-file.ts';
import {
  UNDATED,
  allocateRows,
  packArticles,
  type PartitionRows,
} from '../../../src/search/vectors/partition-rows.ts';
import { VectorError } from '../../../src/search/vectors/vector-index.ts';
import { JANUARY_5, article, unit } from './vectors.ts';

const ROWS = packArticles(
  [
    article(7, [unit(1, 2, 3), unit(-1, 0, 0)]),
    article(2 ** 40, [unit(0, 0, 1)], { day: null, firstPassage: 2 ** 41 }),
  ],
  3,
);

function encode(rows: PartitionRows = ROWS): Buffer {
  return Buffer.from(encodePartition(rows));
}

function decodeColumns(bytes: Buffer) {
  const { passageIds, articleKeys, starts, ends, days, vectors } = decodePartition(bytes, 3);
  return [passageIds, articleKeys, starts, ends, days, vectors].map((column) => [...column]);
}

describe('the file of a partition', () => {
  it('gives back what was written, ids beyond 32 bits and missing days included', () => {
    expect(decodeColumns(encode())).toEqual([
      [70, 71, 2 ** 41],
      [7, 7, 2 ** 40],
      [0, 100, 0],
      [90, 190, 90],
      [JANUARY_5, JANUARY_5, UNDATED],
      [...unit(1, 2, 3), -1, 0, 0, 0, 0, 1],
    ]);
  });

  it('can hold no passages', () => {
    expect(decodePartition(encode(allocateRows(3, 0)), 3).count).toBe(0);
  });

  it('is read the same from the middle of a larger buffer', () => {
    const file = encode();
    const larger = Buffer.concat([Buffer.from('xyz'), file]);
    expect(decodeColumns(larger.subarray(3))).toEqual(decodeColumns(file));
  });

  it('is refused when cut anywhere', () => {
    const file = encode();
    for (let length = 0; length < file.length; length++) {
      expect(() => decodePartition(file.subarray(0, length), 3), `${length} bytes`).toThrow(
        VectorError,
      );
    }
  });

  it('is refused when anything follows it', () => {
    expect(() => decodePartition(Buffer.concat([encode(), Buffer.from([0])]), 3)).toThrow('bytes');
  });

  it('is refused with any single bit turned', () => {
    const file = encode();
    for (let bit = 0; bit < file.length * 8; bit++) {
      const byte = bit >> 3;
      const damaged = Buffer.from(file);
      damaged.writeUInt8(damaged.readUInt8(byte) ^ (1 << (bit & 7)), byte);
      expect(() => decodePartition(damaged, 3), `bit ${bit}`).toThrow(VectorError);
    }
  });

  it('says what is wrong with it', () => {
    const changed = (change: (bytes: Buffer) => void) => {
      const bytes = encode();
      change(bytes);
      return () => decodePartition(bytes, 3);
    };
    expect(() => decodePartition(Buffer.alloc(0), 3)).toThrow('cut: 0 bytes');
    expect(() =>
      decodePartition(Buffer.from(JSON.stringify({ version: 1, items: [] })), 3),
    ).toThrow(/cut|begins with other bytes/);
    expect(() => decodePartition(Buffer.alloc(500, 'news '), 3)).toThrow('begins with other bytes');
    expect(changed((bytes) => bytes.writeUInt32LE(2, 8))).toThrow('version 2, expected 1');
    expect(changed((bytes) => bytes.writeUInt32LE(4, 16))).toThrow('4 passages do not make');
    expect(changed((bytes) => bytes.writeUInt8(1, 40))).toThrow('checksum');
    expect(() => decodePartition(encode(), 384)).toThrow('vectors of 3 values, the index 384');
  });
});
