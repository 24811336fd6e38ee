/** 8-bit integers with one scale per row: `value ≈ integers[row, column] × scales[row]`. */
export interface QuantisedRows {
  /** `Int8Array[rows × columns]`, -127 to 127. */
  readonly integers: Int8Array;
  /** `Float32Array[rows]`, positive. */
  readonly scales: Float32Array;
}

/**
 * Symmetric 8-bit quantisation of a matrix, row after row. A row of a PyTorch weight is an output channel, a row of an
 * embedding table a token: each gets the whole range for itself.
 */
export function quantiseRows(values: Float32Array, columns: number): QuantisedRows {
  const rows = values.length / columns;
  const integers = new Int8Array(values.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    const end = start + columns;
    let largest = 0;
    for (let i = start; i < end; i++) largest = Math.max(largest, Math.abs(values[i] ?? 0));
    // A row of nothing keeps a scale that can be divided by.
    const scale = largest < NOTHING ? 1 : Math.fround(largest / LARGEST_INT8);
    scales[row] = scale;
    for (let i = start; i < end; i++) integers[i] = Math.round((values[i] ?? 0) / scale);
  }
  return { integers, scales };
}

const LARGEST_INT8 = 127;
/** Below this a scale is too near the smallest float to be exact; no weight that matters is so small. */
const NOTHING = 1e-30;

/** The matrix with rows and columns exchanged. */
export function transpose<T extends Float32Array | Int8Array>(values: T, columns: number): T {
  const rows = values.length / columns;
  const result = values.slice() as T;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      result[column * rows + row] = values[row * columns + column] ?? 0;
    }
  }
  return result;
}
