import type { Alarms } from '../alarms.ts';
import type { DiscordStorage } from '../local-discord.ts';
import type { Watch } from '../watch.ts';
import type { WrittenSnapshot } from './text.ts';

/** Milliseconds from a change until it is saved, together with what else has changed by then. */
const GATHERING_MS = 500;
/** Milliseconds until what could not be saved is tried again. */
const RETRY_MS = 5_000;

interface Options {
  readonly storage: DiscordStorage;
  readonly watch: Watch;
  readonly alarms: Alarms;
  /** The present state, as it is saved. */
  readonly write: () => Promise<WrittenSnapshot>;
}

/** Saves what has changed, one text after the other. */
export class Saver {
  readonly #options: Options;
  readonly #stopListening: () => void;
  /** The one that is under way or comes next; null when all is saved. */
  #next: 'waiting' | 'saving' | null = null;
  #isChanged = false;
  #isClosing = false;
  #running: Promise<void> = Promise.resolve();
  /** The sum of what is in the storage. */
  #saved = '';

  constructor(options: Options) {
    this.#options = options;
    this.#stopListening = options.watch.listen(() => {
      this.#isChanged = true;
      this.#plan(GATHERING_MS);
    });
  }

  /** Saves the last state. Rejects when that fails. */
  async close(): Promise<void> {
    this.#stopListening();
    this.#isClosing = true;
    await this.#running;
    await this.#save();
  }

  #plan(ms: number): void {
    if (this.#next !== null || this.#isClosing) return;
    this.#next = 'waiting';
    this.#options.alarms.after(ms, () => {
      this.#next = 'saving';
      this.#running = this.#saveAndGoOn();
    });
  }

  /** Never rejects: whoever keeps the storage knows of its failures. */
  async #saveAndGoOn(): Promise<void> {
    let pause = GATHERING_MS;
    this.#isChanged = false;
    try {
      await this.#save();
    } catch {
      this.#isChanged = true;
      pause = RETRY_MS;
    }
    this.#next = null;
    if (this.#isChanged) this.#plan(pause);
  }

  async #save(): Promise<void> {
    const { text, sha256 } = await this.#options.write();
    if (sha256 === this.#saved) return;
    await this.#options.storage.save(text);
    this.#saved = sha256;
  }
}
