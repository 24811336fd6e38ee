/**
 * Keeps the `capacity` best of all scores offered, in a heap whose root is the worst of them: higher scores are better,
 * equal ones by smaller id. Each kept entry has a slot, where the caller stores what belongs to it.
 */
export class BestList {
  #capacity = 0;
  #size = 0;
  #scores = new Float64Array(0);
  #ids = new Float64Array(0);
  #slots = new Uint32Array(0);

  /** Empties the list and makes room for `capacity` entries. */
  reset(capacity: number): void {
    this.#capacity = capacity;
    this.#size = 0;
    if (this.#scores.length >= capacity) return;
    this.#scores = new Float64Array(capacity);
    this.#ids = new Float64Array(capacity);
    this.#slots = new Uint32Array(capacity);
  }

  /** Nothing that scores less than this can enter. */
  get threshold(): number {
    if (this.#size < this.#capacity) return -Infinity;
    return this.#capacity === 0 ? Infinity : (this.#scores[0] ?? 0);
  }

  /** The slot the entry now has, below `capacity`; -1 when it is not among the best so far. */
  offer(score: number, id: number): number {
    if (this.#size < this.#capacity) {
      const slot = this.#size++;
      this.#rise(score, id, slot);
      return slot;
    }
    if (this.#capacity === 0 || this.#isWorse(score, id, 0)) return -1;
    const slot = this.#slots[0] ?? 0;
    this.#sink(score, id, slot);
    return slot;
  }

  /** Empties the list; what was kept comes best first. */
  drain<T>(entry: (slot: number, score: number, id: number) => T): T[] {
    const entries: T[] = [];
    while (this.#size > 0) {
      entries.push(entry(this.#slots[0] ?? 0, this.#scores[0] ?? 0, this.#ids[0] ?? 0));
      const last = --this.#size;
      this.#sink(this.#scores[last] ?? 0, this.#ids[last] ?? 0, this.#slots[last] ?? 0);
    }
    return entries.reverse();
  }

  #rise(score: number, id: number, slot: number): void {
    let at = this.#size - 1;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (!this.#isWorse(score, id, parent)) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#place(at, score, id, slot);
  }

  /** Puts an entry in the root's place and lets it sink to its own. */
  #sink(score: number, id: number, slot: number): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#size) break;
      const right = child + 1;
      if (
        right < this.#size &&
        this.#isWorse(this.#scores[right] ?? 0, this.#ids[right] ?? 0, child)
      ) {
        child = right;
      }
      if (this.#isWorse(score, id, child)) break;
      this.#move(child, at);
      at = child;
    }
    this.#place(at, score, id, slot);
  }

  #isWorse(score: number, id: number, than: number): boolean {
    const other = this.#scores[than] ?? 0;
    return score < other || (score === other && id > (this.#ids[than] ?? 0));
  }

  #move(from: number, to: number): void {
    this.#place(to, this.#scores[from] ?? 0, this.#ids[from] ?? 0, this.#slots[from] ?? 0);
  }

  #place(at: number, score: number, id: number, slot: number): void {
    this.#scores[at] = score;
    this.#ids[at] = id;
    this.#slots[at] = slot;
  }
}
