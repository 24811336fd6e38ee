import { itemAfterKey } from '../choice/list-keys.ts';

/** Others are left to the browser, which scrolls by them. */
const KEYS: readonly string[] = ['ArrowUp', 'ArrowDown', 'Home', 'End'];

/**
 * Where a key leads in a list of `count` entries, from entry `at` (-1: from outside, where going up or down leads to the
 * last). Null for keys that lead nowhere, and when there is nothing to go to.
 */
export function stepTo(key: string, at: number, count: number): number | null {
  if (count === 0 || !KEYS.includes(key)) return null;
  return itemAfterKey(key, { active: at === -1 ? count : at, count });
}
