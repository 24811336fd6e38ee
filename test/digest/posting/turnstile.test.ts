import { expect, test } from 'vitest';
import { Turnstile } from '../../../src/digest/posting/turnstile.ts';
import { nextTurn } from '../../../src/event-loop.ts';

test('so many run at a time, in their order, and a failure lets the next one in', async () => {
  const turnstile = new Turnstile(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const results = [0, 1, 2, 3].map((n) =>
    turnstile
      .run(async () => {
        begun.push(n);
        await new Promise<void>((resolve) => ends.push(resolve));
        if (n === 0) throw new Error('failed');
        return n;
      })
      .catch((error: unknown) => String(error)),
  );
  await nextTurn();
  expect(begun).toEqual([0, 1]);
  ends[0]?.();
  await nextTurn();
  expect(begun).toEqual([0, 1, 2]);
  ends[2]?.();
  ends[1]?.();
  await nextTurn();
  expect(begun).toEqual([0, 1, 2, 3]);
  ends[3]?.();
  expect(await Promise.all(results)).toEqual(['Error: failed', 1, 2, 3]);
});
