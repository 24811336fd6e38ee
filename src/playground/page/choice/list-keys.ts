/** What one press of Page Up or Page Down passes over. */
const PAGE = 10;

/** Of a key press, as browsers name it. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Where a key goes to, before the ends of the list are minded. */
const TARGETS = new Map<string, (active: number, last: number) => number>([
  ['ArrowDown', (active) => active + 1],
  ['ArrowUp', (active) => active - 1],
  ['PageDown', (active) => active + PAGE],
  ['PageUp', (active) => active - PAGE],
  ['Home', () => 0],
  ['End', (_, last) => last],
]);

export interface ListPosition {
  /** Index of the item, -1 for none. */
  readonly active: number;
  readonly count: number;
  /** Does the first item follow the last? Default no. */
  readonly wraps?: boolean;
}

/** Does the key go from item to item? */
export function moves(key: string): boolean {
  return TARGETS.has(key);
}

/** Index of the item that a key goes to; -1 when there is none, and `active` for keys that go nowhere. */
export function itemAfterKey(key: string, { active, count, wraps = false }: ListPosition): number {
  const last = count - 1;
  const target = TARGETS.get(key)?.(active, last) ?? active;
  const isPast = target < 0 || target > last;
  if (wraps && isPast && key.startsWith('Arrow')) return target < 0 ? last : Math.min(0, last);
  return Math.min(last, Math.max(0, target));
}

/** Does the key write a character, so that it looks for a label? */
export function writes({ key, ctrlKey, metaKey, altKey }: KeyPress): boolean {
  return Array.from(key).length === 1 && !ctrlKey && !metaKey && !altKey;
}
