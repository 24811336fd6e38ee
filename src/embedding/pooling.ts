import type { Pooling } from './presets.ts';

/**
 * One vector from the last layer of one unpadded text, scaled to length 1.
 *
 * @param states `Float32Array[tokens × dimensions]`, row after row, at least one row.
 */
export function poolStates(
  states: Float32Array,
  dimensions: number,
  pooling: Pooling,
): Float32Array<ArrayBuffer> {
  const vector = new Float32Array(dimensions);
  const rows = states.length / dimensions;
  if (pooling === 'mean') {
    for (let row = 0; row < rows; row++) {
      for (let i = 0; i < dimensions; i++) {
        vector[i] = (vector[i] ?? 0) + (states[row * dimensions + i] ?? 0);
      }
    }
  } else {
    const row = pooling === 'cls' ? 0 : rows - 1;
    vector.set(states.subarray(row * dimensions, (row + 1) * dimensions));
  }
  // The mean's division is part of the scaling.
  return normalise(vector);
}

function normalise(vector: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const norm = Math.sqrt(squares);
  if (!(norm > 0 && norm < Infinity)) throw new Error(`the model gave a vector of length ${norm}`);
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) / norm;
  return vector;
}
