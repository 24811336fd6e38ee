interface Waiter {
  /** True when it is done with. */
  readonly check: () => boolean;
  readonly reject: (reason: Error) => void;
}

/** Waits for a state without asking again and again: every change asks all who wait, before the next change. */
export class Watch {
  readonly #waiting = new Set<Waiter>();
  readonly #listeners = new Set<() => void>();
  #closed = false;

  changed(): void {
    for (const waiter of [...this.#waiting]) {
      if (waiter.check()) this.#waiting.delete(waiter);
    }
    for (const listener of this.#listeners) listener();
  }

  /**
   * Calls `listener` after every change.
   * @returns a function that ends it.
   */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /**
   * Resolves with the first value of `probe` that is not undefined.
   * @throws what `probe` throws, and an Error when the watch is closed first.
   */
  until<T>(probe: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const check = (): boolean => {
        try {
          const value = probe();
          if (value === undefined) return false;
          resolve(value);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
        return true;
      };
      if (check()) return;
      if (this.#closed) reject(closedError());
      else this.#waiting.add({ check, reject });
    });
  }

  close(): void {
    this.#closed = true;
    for (const { reject } of this.#waiting) reject(closedError());
    this.#waiting.clear();
  }
}

function closedError(): Error {
  return new Error('The local Discord was closed.');
}
