import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareRoom } from '../../../src/discord/render/answer/share-room.ts';

test('the small get all they want, and the others as much as each other', () => {
  expect(shareRoom([100, 20, 500], 300)).toEqual([100, 20, 180]);
  expect(shareRoom([400, 20, 500], 300)).toEqual([140, 20, 140]);
  expect(shareRoom([], 300)).toEqual([]);
});

test('nobody gets more than they want, and all together not more than there is', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5_000), { maxLength: 5 }), fc.nat(4_000), (wanted, room) => {
      const given = shareRoom(wanted, room);
      expect(given.every((each, at) => each <= (wanted[at] ?? 0))).toBe(true);
      expect(given.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(room);
    }),
  );
});
