/** What a select allows. */
export interface SelectRules {
  /** Values on offer, in their order. */
  readonly values: readonly string[];
  readonly least: number;
  readonly most: number;
}

/** The list of a select while it is open. */
export interface OpenList {
  /** Index of the choice the keyboard is at. */
  readonly active: number;
  /** Values that are ticked. */
  readonly ticked: readonly string[];
}

/** A list as it opens, at the first value that is chosen. */
export function openList({ values }: SelectRules, chosen: readonly string[]): OpenList {
  const first = values.findIndex((value) => chosen.includes(value));
  return { active: Math.max(0, first), ticked: chosen.filter((value) => values.includes(value)) };
}

/** Can the value be ticked or unticked now? When as many as allowed are ticked, only unticking is left. */
export function canTick({ most }: SelectRules, { ticked }: OpenList, value: string): boolean {
  return most === 1 || ticked.includes(value) || ticked.length < most;
}

/** What is ticked after a click on the value, in the order of the list. */
export function tick(rules: SelectRules, list: OpenList, value: string): readonly string[] {
  const { ticked } = list;
  if (!canTick(rules, list, value)) return ticked;
  // The only choice can be chosen once more, but taken back only where none is needed.
  if (rules.most === 1) return ticked.includes(value) && rules.least === 0 ? [] : [value];
  const after = ticked.includes(value)
    ? ticked.filter((other) => other !== value)
    : [...ticked, value];
  return rules.values.filter((each) => after.includes(each));
}

/** How many more have to be ticked. */
export function missing({ least, values }: SelectRules, ticked: readonly string[]): number {
  return Math.max(0, Math.min(least, values.length) - ticked.length);
}

/** What a list for several choices reports as it closes; null when nothing has changed or too few are ticked. */
export function reportOf(
  rules: SelectRules,
  { ticked }: OpenList,
  chosen: readonly string[],
): readonly string[] | null {
  if (missing(rules, ticked) > 0) return null;
  const isSame = ticked.length === chosen.length && ticked.every((value) => chosen.includes(value));
  return isSame ? null : ticked;
}
