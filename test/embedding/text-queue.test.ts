import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextQueue, type Priority } from '../../src/embedding/text-queue.ts';

describe('TextQueue', () => {
  it('behaves as two plain lists, whatever is added and taken', () => {
    const priorities = fc.constantFrom<Priority>('interactive', 'bulk');
    const steps = fc.array(fc.record({ add: fc.boolean(), priority: priorities }));
    fc.assert(
      fc.property(steps, (all) => {
        const queue = new TextQueue<number>();
        const lists: Record<Priority, number[]> = { interactive: [], bulk: [] };
        all.forEach(({ add, priority }, i) => {
          if (add) {
            queue.add(i, priority);
            lists[priority].push(i);
          } else {
            expect(queue.take(priority)).toBe(lists[priority].shift());
          }
          expect(queue.waiting(priority)).toBe(lists[priority].length);
        });
      }),
    );
  });

  it('keeps the order over many items', () => {
    const queue = new TextQueue<number>();
    const taken: (number | undefined)[] = [];
    for (let i = 0; i < 10_000; i++) queue.add(i, 'bulk');
    while (queue.waiting('bulk') > 0) taken.push(queue.take('bulk'));
    expect(taken).toEqual(Array.from({ length: 10_000 }, (_, i) => i));
  });
});
