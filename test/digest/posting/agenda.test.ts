import { assert, constantFrom, array, integer, oneof, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { Agenda } from '../../../src/digest/posting/agenda.ts';

const id = constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
const step = oneof(
  record({ set: id, at: integer({ min: 0, max: 30 }) }),
  record({ takeUntil: integer({ min: 0, max: 30 }) }),
);

test('the earliest is taken first, each at the moment it was set to last', () => {
  assert(
    property(array(step, { maxLength: 60 }), (steps) => {
      const agenda = new Agenda();
      const plain = new Map<string, number>();
      for (const each of steps) {
        if ('set' in each) {
          agenda.set(each.set, each.at);
          plain.set(each.set, each.at);
        } else {
          takeAll(agenda, plain, each.takeUntil);
        }
        expect(agenda.next()).toBe(plain.size === 0 ? null : Math.min(...plain.values()));
      }
      takeAll(agenda, plain, 30);
      expect(plain.size).toBe(0);
    }),
  );
});

test('of the same moment the one that was set first is taken first', () => {
  const agenda = new Agenda();
  const ids = Array.from({ length: 20 }, (_, n) => `digest ${n}`);
  for (const each of ids) agenda.set(each, 7);
  expect(ids.map(() => agenda.take(7))).toEqual(ids);
});

test('nothing is left of an agenda that is cleared', () => {
  const agenda = new Agenda();
  agenda.set('a', 1);
  agenda.clear();
  expect(agenda.next()).toBeNull();
  expect(agenda.take(2)).toBeNull();
});

/** Takes everything that is due from both. */
function takeAll(agenda: Agenda, plain: Map<string, number>, until: number): void {
  for (;;) {
    const earliest = Math.min(...plain.values(), Infinity);
    const taken = agenda.take(until);
    if (taken === null) {
      expect(earliest).toBeGreaterThan(until);
      return;
    }
    expect(plain.get(taken)).toBe(earliest);
    plain.delete(taken);
  }
}
