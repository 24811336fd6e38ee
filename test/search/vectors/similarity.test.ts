import { describe, expect, it } from 'vitest';
import { nearestRows, prepareQuery } from '../../../src/search/vectors/similarity.ts';
import { unit } from './vectors.ts';

describe('nearestRows', () => {
  const EAST = Int8Array.of(100, 0);

  it('gives rows and inner products, largest first', () => {
    const dataset = Int8Array.of(-127, 0, 127, 1, 5, 127);
    const { rows, products } = nearestRows(dataset, EAST, 2);
    expect([...rows]).toEqual([1, 2]);
    expect([...products]).toEqual([12_700, 500]);
  });

  it('gives all rows when there are fewer than asked for, and none of an empty set', () => {
    expect([...nearestRows(Int8Array.of(1, 0, 2, 0), EAST, 99).rows]).toEqual([1, 0]);
    expect([...nearestRows(new Int8Array(0), EAST, 1).rows]).toEqual([]);
  });

  it('reads only the part of a buffer that the array covers from its start', () => {
    const buffer = Int8Array.of(1, 0, 2, 0, 127, 0).buffer;
    expect([...nearestRows(new Int8Array(buffer, 0, 4), EAST, 3).rows]).toEqual([1, 0]);
  });

  // The native code would read from the start of the buffer and report wrong neighbours.
  it('refuses arrays that begin inside a buffer', () => {
    const inside = Int8Array.of(0, 0, 127, 0).subarray(2);
    expect(() => nearestRows(inside, EAST, 1)).toThrow(RangeError);
    expect(() => nearestRows(EAST, inside, 1)).toThrow(RangeError);
  });
});

describe('prepareQuery', () => {
  it('spreads the values over the whole int8 range', () => {
    const { quantised, step } = prepareQuery(unit(4, -3, 0, 0.01));
    expect([...quantised]).toEqual([127, -95, 0, 0]);
    expect(step).toBeCloseTo(0.8 / 127, 6);
  });
});
