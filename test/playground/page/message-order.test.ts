import { expect, it } from 'vitest';
import { compareIds } from '../../../src/playground/page/message-order.ts';

it('orders ids by number, though they are too large for one', () => {
  const ids = ['1310000000000000002', '1310000000000000001', '999999999999999999', '10', '9'];
  expect(ids.toSorted(compareIds)).toEqual(ids.toReversed());
  expect(compareIds('9', '9')).toBe(0);
});
