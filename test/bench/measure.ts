/** Milliseconds `work` takes until what it returns has settled. */
export async function time(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** One time per item, one after the other. */
export async function timeEach<T>(
  items: readonly T[],
  work: (item: T) => unknown,
): Promise<number[]> {
  const times: number[] = [];
  for (const item of items) times.push(await time(() => work(item)));
  return times;
}

/**
 * Runs the variants in turn, A B A B …, so that whatever else the machine does meanwhile falls on all of them. The first
 * round warms up and does not count. Garbage is collected before each turn where `--expose-gc` allows it.
 *
 * @param variants each returns the times of its turn.
 * @returns all times of each variant.
 */
export async function interleave<K extends string>(
  rounds: number,
  variants: Readonly<Record<K, (round: number) => Promise<readonly number[]>>>,
): Promise<Readonly<Record<K, number[]>>> {
  // Object.keys loses the type of the keys.
  const names = Object.keys(variants) as K[];
  const times = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      collectGarbage();
      const taken = await variants[name](round);
      if (round > 0) times.get(name)?.push(...taken);
    }
  }
  // Every key of the type is in the map.
  return Object.fromEntries(times) as Record<K, number[]>;
}

/** Does nothing unless Node runs with `--expose-gc`. */
export function collectGarbage(): void {
  globalThis.gc?.();
}

/** The value that `share` (0 to 1) of the values do not exceed; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
