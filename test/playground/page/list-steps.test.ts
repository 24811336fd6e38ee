import { describe, expect, it } from 'vitest';
import { stepTo } from '../../../src/playground/page/frame/list-steps.ts';

describe('moving in a list of three', () => {
  it.each([
    ['ArrowUp', -1, 2],
    ['ArrowDown', -1, 2],
    ['ArrowUp', 2, 1],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 0, 1],
    ['ArrowDown', 2, 2],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['a', 1, null],
  ])('%s from %i leads to %s', (key, at, expected) => {
    expect(stepTo(key, at, 3)).toBe(expected);
  });
});

it('leads nowhere in an empty list', () => {
  expect(stepTo('End', -1, 0)).toBeNull();
});
