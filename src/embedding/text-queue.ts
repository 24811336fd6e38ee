/** Two lines of waiting work: `interactive` is always taken before `bulk`, each in the order of arrival. */
export class TextQueue<T> {
  readonly #interactive = new Fifo<T>();
  readonly #bulk = new Fifo<T>();

  add(item: T, priority: Priority): void {
    (priority === 'interactive' ? this.#interactive : this.#bulk).add(item);
  }

  /** Takes the next item of that priority, undefined when there is none. */
  take(priority: Priority): T | undefined {
    return (priority === 'interactive' ? this.#interactive : this.#bulk).take();
  }

  /** Items waiting with that priority. */
  waiting(priority: Priority): number {
    return (priority === 'interactive' ? this.#interactive : this.#bulk).size;
  }
}

export type Priority = 'interactive' | 'bulk';

/** First in, first out; `shift` on a long array would copy the rest each time. */
class Fifo<T> {
  #items: T[] = [];
  #taken = 0;

  get size(): number {
    return this.#items.length - this.#taken;
  }

  add(item: T): void {
    this.#items.push(item);
  }

  take(): T | undefined {
    if (this.size === 0) return undefined;
    const item = this.#items[this.#taken++];
    // Halving now and then keeps the cost of each take constant on average.
    if (this.#taken > 1024 && this.#taken * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#taken);
      this.#taken = 0;
    }
    return item;
  }
}
