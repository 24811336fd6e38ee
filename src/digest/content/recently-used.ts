/** A map of limited size: of more entries it forgets those that were unused for longest. */
export class RecentlyUsed<Key, Value> {
  readonly #size: number;
  /** The longest unused first. */
  readonly #entries = new Map<Key, Value>();

  constructor(size: number) {
    this.#size = size;
  }

  get(key: Key): Value | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    const [longest] = this.#entries.keys();
    if (longest !== undefined && this.#entries.size > this.#size) this.#entries.delete(longest);
  }
}
