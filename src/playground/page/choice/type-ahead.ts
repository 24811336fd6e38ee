/** Milliseconds after which a key begins a new word; desktop lists wait about as long. */
const PAUSE_MS = 700;

/** Finds items of a list by the first letters of their labels, as they are typed. */
export class TypeAhead {
  #typed = '';
  #lastAt = Number.NEGATIVE_INFINITY;

  /** Is a word being typed at `at`, so that a space belongs to it? */
  isTyping(at: number): boolean {
    return this.#typed !== '' && at - this.#lastAt < PAUSE_MS;
  }

  /**
   * The item that one more character leads to; null when no label begins so. The same letter again and again goes from
   * one match to the next.
   * @param at milliseconds, on any clock.
   * @param active index of the item to look from, -1 for none.
   */
  find(character: string, at: number, labels: readonly string[], active: number): number | null {
    this.#typed = (this.isTyping(at) ? this.#typed : '') + character.toLowerCase();
    this.#lastAt = at;
    const letters = new Set(this.#typed);
    const isRepeated = letters.size === 1;
    const wanted = isRepeated ? character.toLowerCase() : this.#typed;
    const start = isRepeated ? active + 1 : Math.max(0, active);
    for (let step = 0; step < labels.length; step += 1) {
      const index = (start + step) % labels.length;
      if (labels[index]?.trimStart().toLowerCase().startsWith(wanted) === true) return index;
    }
    return null;
  }
}
