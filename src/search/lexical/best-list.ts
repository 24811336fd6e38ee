/**
 * Keeps the `capacity` best of all scores offered: higher ones are better, equal ones by smaller id. Offers that may
 * count are only written down; when twice the capacity has come together, a quickselect throws out the worse half. That
 * is cheaper than a heap, which reorders itself at every offer. Each entry has a slot, where the caller keeps what belongs to it.
 */
export class BestList {
  #capacity = 0;
  #size = 0;
  #threshold = -Infinity;
  #scores = new Float64Array(0);
  #ids = new Float64Array(0);
  /** Each slot once; an entry keeps its slot while it moves. */
  #slots = new Uint32Array(0);

  /** Empties the list and makes room for `capacity` entries. */
  reset(capacity: number): void {
    this.#capacity = capacity;
    this.#size = 0;
    this.#threshold = capacity === 0 ? Infinity : -Infinity;
    if (this.#scores.length >= 2 * capacity) return;
    this.#scores = new Float64Array(2 * capacity);
    this.#ids = new Float64Array(2 * capacity);
    this.#slots = Uint32Array.from(this.#scores, (_, slot) => slot);
  }

  /** Scores below this are not among the best. */
  get threshold(): number {
    return this.#threshold;
  }

  /** Takes an entry that is not below the threshold and returns its slot, below twice the capacity. */
  offer(score: number, id: number): number {
    if (this.#size === 2 * this.#capacity) this.#halve();
    const at = this.#size++;
    this.#scores[at] = score;
    this.#ids[at] = id;
    return this.#slots[at] ?? 0;
  }

  /** What was kept, best first. */
  sorted<T>(entry: (score: number, id: number, slot: number) => T): T[] {
    if (this.#size > this.#capacity) this.#halve();
    this.#sort(0, this.#size - 1);
    return Array.from({ length: this.#size }, (_, at) =>
      entry(this.#scores[at] ?? 0, this.#ids[at] ?? 0, this.#slots[at] ?? 0),
    );
  }

  #halve(): void {
    this.#select(this.#capacity);
    this.#size = this.#capacity;
    let lowest = Infinity;
    for (let at = 0; at < this.#size; at++) lowest = Math.min(lowest, this.#scores[at] ?? 0);
    this.#threshold = lowest;
  }

  /** Quickselect (Hoare 1961): brings the `count` best entries to the front, in no order. */
  #select(count: number): void {
    let low = 0;
    let high = this.#size - 1;
    while (low < high) {
      const [firstEnd, secondStart] = this.#partition(low, high);
      if (count <= firstEnd) high = firstEnd;
      else if (count > secondStart) low = secondStart;
      else return;
    }
  }

  /** Quicksort of the entries from `low` to `high`, inclusive. */
  #sort(low: number, high: number): void {
    if (low >= high) return;
    const [firstEnd, secondStart] = this.#partition(low, high);
    this.#sort(low, firstEnd);
    this.#sort(secondStart, high);
  }

  /**
   * Orders a stretch around its middle entry: what is better goes up to the first index returned, what is worse from the
   * second on; between them is at most that entry itself.
   */
  #partition(low: number, high: number): [number, number] {
    const middle = (low + high) >>> 1;
    const score = this.#scores[middle] ?? 0;
    const id = this.#ids[middle] ?? 0;
    let left = low;
    let right = high;
    while (left <= right) {
      while (this.#isBetter(left, score, id)) left++;
      while (this.#isWorse(right, score, id)) right--;
      if (left <= right) this.#swap(left++, right--);
    }
    return [right, left];
  }

  #isBetter(at: number, score: number, id: number): boolean {
    const own = this.#scores[at] ?? 0;
    return own > score || (own === score && (this.#ids[at] ?? 0) < id);
  }

  #isWorse(at: number, score: number, id: number): boolean {
    const own = this.#scores[at] ?? 0;
    return own < score || (own === score && (this.#ids[at] ?? 0) > id);
  }

  #swap(a: number, b: number): void {
    swap(this.#scores, a, b);
    swap(this.#ids, a, b);
    swap(this.#slots, a, b);
  }
}

function swap(values: Float64Array | Uint32Array, a: number, b: number): void {
  const value = values[a] ?? 0;
  values[a] = values[b] ?? 0;
  values[b] = value;
}
