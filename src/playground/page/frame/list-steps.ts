/**
 * Where a key leads in a list of `count` entries, from entry `at` (-1: from outside, where going up leads to the last).
 * Null for keys that lead nowhere, and when there is nothing to go to.
 */
export function stepTo(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowUp':
      return at === -1 ? count - 1 : Math.max(at - 1, 0);
    case 'ArrowDown':
      return at === -1 ? count - 1 : Math.min(at + 1, count - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
