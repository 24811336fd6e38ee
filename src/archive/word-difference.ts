import type { Breather } from '../event-loop.ts';
import type { WordCounts } from './scope-work.ts';

const WORDS_IN_A_TURN = 2_000;

/**
 * How many words one text has more than the other, wherever they stand: words that only moved do not count. Linear, unlike
 * the shortest list of edits, so that two books are compared in some 50 ms; other work runs in between.
 */
export async function countWordChanges(
  before: string,
  after: string,
  breather: Breather,
): Promise<WordCounts> {
  const balance = new Map<string, number>();
  await tally(before, -1, balance, breather);
  await tally(after, 1, balance, breather);
  let added = 0;
  let removed = 0;
  for (const count of balance.values()) {
    if (count > 0) added += count;
    else removed -= count;
  }
  return { added, removed };
}

async function tally(
  text: string,
  step: 1 | -1,
  balance: Map<string, number>,
  breather: Breather,
): Promise<void> {
  let seen = 0;
  for (const [word] of text.matchAll(/\S+/g)) {
    balance.set(word, (balance.get(word) ?? 0) + step);
    if (++seen % WORDS_IN_A_TURN === 0) await breather.breathe();
  }
}
