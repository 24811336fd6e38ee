import type { DiscordStorage } from '../../../src/playground/local-discord.ts';

/** A storage that counts, and fails when it is told to. */
export class MemoryStorage implements DiscordStorage {
  readonly contents = new Map<string, Buffer>();
  /** Names in the order in which they were saved. */
  readonly saves: string[] = [];
  /** Saves wait for it. */
  gate: Promise<void> = Promise.resolve();
  /** Every call rejects with it. */
  failure: Error | null = null;
  #isBusy = false;

  load(name: string): Promise<Uint8Array | null> {
    return this.#alone(() => this.contents.get(name) ?? null);
  }

  save(name: string, content: Uint8Array): Promise<void> {
    return this.#alone(() => {
      this.contents.set(name, Buffer.from(content));
      this.saves.push(name);
    });
  }

  retain(names: ReadonlySet<string>): Promise<void> {
    return this.#alone(() => {
      for (const name of this.contents.keys()) if (!names.has(name)) this.contents.delete(name);
    });
  }

  async #alone<T>(act: () => T): Promise<T> {
    if (this.#isBusy) throw new Error('Somebody else is at the storage.');
    this.#isBusy = true;
    try {
      await this.gate;
      if (this.failure !== null) throw this.failure;
      return act();
    } finally {
      this.#isBusy = false;
    }
  }
}
