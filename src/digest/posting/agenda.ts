interface Entry {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Of those with the same moment the one that was set first comes first. */
  readonly nth: number;
}

/** When each digest is to be looked at next: one moment per digest, the earliest first. */
export class Agenda {
  readonly #moments = new Map<string, number>();
  /** A binary heap; entries that `#moments` does not confirm are out of date. */
  readonly #heap: Entry[] = [];
  #set = 0;

  /** Takes the place of the digest's earlier moment. */
  set(id: string, at: number): void {
    if (this.#moments.get(id) === at) return;
    this.#moments.set(id, at);
    this.#push({ id, at, nth: this.#set++ });
  }

  clear(): void {
    this.#moments.clear();
    this.#heap.length = 0;
  }

  /** The earliest moment; null when there is nothing to do. */
  next(): number | null {
    return this.#first()?.at ?? null;
  }

  /** The digest that is due first until `now`, which leaves the agenda; null when none is. */
  take(now: number): string | null {
    const first = this.#first();
    if (first === null || first.at > now) return null;
    this.#pop();
    this.#moments.delete(first.id);
    return first.id;
  }

  #first(): Entry | null {
    for (;;) {
      const first = this.#heap[0];
      if (first === undefined) return null;
      if (this.#moments.get(first.id) === first.at) return first;
      this.#pop();
    }
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(entry);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || !isBefore(entry, parent)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = entry;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      const child = this.#earlierChild(at);
      const entry = heap[child];
      if (entry === undefined || !isBefore(entry, last)) break;
      heap[at] = entry;
      at = child;
    }
    heap[at] = last;
  }

  #earlierChild(at: number): number {
    const left = 2 * at + 1;
    const right = left + 1;
    const [one, other] = [this.#heap[left], this.#heap[right]];
    return one !== undefined && other !== undefined && isBefore(other, one) ? right : left;
  }
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.at < b.at || (a.at === b.at && a.nth < b.nth);
}
