import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantiseRows, transpose } from '../../../src/embedding/weights/quantise.ts';

const matrices = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.record({
      columns: fc.constant(columns),
      values: fc.array(fc.float({ min: -1000, max: 1000, noNaN: true }), {
        minLength: rows * columns,
        maxLength: rows * columns,
      }),
    }),
  );

describe('quantiseRows', () => {
  it('keeps every value to half a step of its row', () => {
    fc.assert(
      fc.property(matrices, ({ values, columns }) => {
        const { integers, scales } = quantiseRows(Float32Array.from(values), columns);
        values.forEach((value, i) => {
          const scale = scales[Math.floor(i / columns)] ?? NaN;
          const error = Math.abs((integers[i] ?? NaN) * scale - value);
          expect(error).toBeLessThanOrEqual(scale * 0.501);
        });
      }),
    );
  });

  it('gives the largest value of each row the whole range', () => {
    const { integers } = quantiseRows(Float32Array.of(0.5, -1, 100, 25), 2);
    expect([...integers]).toEqual([64, -127, 127, 32]);
  });

  it('keeps a row of zeros at zero', () => {
    const { integers, scales } = quantiseRows(new Float32Array(3), 3);
    expect([...integers]).toEqual([0, 0, 0]);
    expect(scales[0]).toBe(1);
  });
});

describe('transpose', () => {
  it('exchanges rows and columns', () => {
    expect([...transpose(Int8Array.of(1, 2, 3, 4, 5, 6), 3)]).toEqual([1, 4, 2, 5, 3, 6]);
  });

  it('is undone by itself', () => {
    fc.assert(
      fc.property(matrices, ({ values, columns }) => {
        const matrix = Float32Array.from(values);
        const rows = values.length / columns;
        expect(transpose(transpose(matrix, columns), rows)).toEqual(matrix);
      }),
    );
  });
});
