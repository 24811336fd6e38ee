import type { Alarms } from '../alarms.ts';
import type { Watch } from '../watch.ts';

/** Milliseconds from a change until it is saved, together with what else has changed by then. */
const GATHERING_MS = 500;
/** Milliseconds until what could not be saved is tried again. */
const RETRY_MS = 5_000;

interface Options {
  readonly watch: Watch;
  readonly alarms: Alarms;
  /** Saves the present state. */
  readonly save: () => Promise<void>;
}

/** Has changes saved, one time after the other. */
export class Saver {
  readonly #options: Options;
  readonly #stopListening: () => void;
  /** It will be saved, or is being saved now. */
  #isPlanned = false;
  /** Since the latest saving began. */
  #isChanged = false;
  #isClosing = false;
  #running: Promise<void> = Promise.resolve();

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
    await this.#options.save();
  }

  #plan(ms: number): void {
    if (this.#isPlanned || this.#isClosing) return;
    this.#isPlanned = true;
    this.#options.alarms.after(ms, () => {
      if (!this.#isClosing) this.#running = this.#saveAndGoOn();
    });
  }

  /** Never rejects: whoever keeps the storage knows of its failures. */
  async #saveAndGoOn(): Promise<void> {
    let pause = GATHERING_MS;
    this.#isChanged = false;
    try {
      await this.#options.save();
    } catch {
      this.#isChanged = true;
      pause = RETRY_MS;
    }
    this.#isPlanned = false;
    if (this.#isChanged) this.#plan(pause);
  }
}
