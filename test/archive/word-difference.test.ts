import { expect, test } from 'vitest';
import { createBreather } from '../../src/event-loop.ts';
import { countWordChanges } from '../../src/archive/word-difference.ts';
import { ManualClock } from '../fakes/manual-clock.ts';

test.each([
  ['one two three', 'one two three', 0, 0],
  ['one two three', 'three one two', 0, 0],
  ['one two', 'one two two', 1, 0],
  ['one two', 'one, two', 1, 1],
  ['', 'one two', 2, 0],
  ['one constructor __proto__', '', 0, 3],
])('from "%s" to "%s" come %i and go %i words', async (before, after, added, removed) => {
  const breather = createBreather(new ManualClock());
  await expect(countWordChanges(before, after, breather)).resolves.toEqual({ added, removed });
});
