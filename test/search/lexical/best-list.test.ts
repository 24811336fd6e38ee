import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BestList } from '../../../src/search/lexical/best-list.ts';

it('keeps the best of any scores like a full sort does, list after list, with their slots', () => {
  const list = new BestList();
  const scores = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 200 });
  fc.assert(
    fc.property(fc.nat({ max: 12 }), scores, (capacity, offered) => {
      list.reset(capacity);
      const kept = new Array<number>(2 * capacity);
      offered.forEach((score, id) => {
        if (score >= list.threshold) kept[list.offer(score, id)] = id;
      });
      const best = list.sorted((score, id, slot) => ({ score, id, inSlot: kept[slot] }));
      const expected = offered
        .map((score, id) => ({ score, id, inSlot: id }))
        .sort((a, b) => b.score - a.score || a.id - b.id)
        .slice(0, capacity);
      expect(best).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

it('takes nothing when there is no room', () => {
  const list = new BestList();
  list.reset(0);
  expect(list.threshold).toBe(Infinity);
  expect(list.sorted((score) => score)).toEqual([]);
});
