import { describe, expect, it } from 'vitest';
import { poolStates } from '../../src/embedding/pooling.ts';

const states = Float32Array.of(3, 0, 0, 0, 0, 1, 0, 0, 1);

describe('poolStates', () => {
  it('takes the direction of the mean', () => {
    expect(rounded(poolStates(states, 3, 'mean'))).toEqual([0.8321, 0, 0.5547]);
  });

  it('takes the first token', () => {
    expect(rounded(poolStates(states, 3, 'cls'))).toEqual([1, 0, 0]);
  });

  it('takes the last token', () => {
    expect(rounded(poolStates(states, 3, 'last'))).toEqual([0, 0, 1]);
  });

  it.each([NaN, Infinity, 0])('refuses states from which no direction comes: %d', (value) => {
    expect(() => poolStates(new Float32Array(6).fill(value), 3, 'mean')).toThrow('of length');
  });
});

function rounded(vector: Float32Array): number[] {
  return [...vector].map((value) => Number(value.toFixed(4)));
}
