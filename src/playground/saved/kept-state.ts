import type { Clock } from '../../clock.ts';
import type { DiscordStorage } from '../local-discord.ts';
import type { SavedFile, Snapshot } from './snapshot.ts';
import { readState, StateWriter } from './state-lines.ts';

const STATE = 'state';

function fileName({ attachment }: Pick<SavedFile, 'attachment'>): string {
  return `file-${attachment.id}`;
}

/**
 * What an earlier run left; null when there was none. Files that are not there, or not whole, are left out.
 * @throws {SavedStateError}
 */
export async function loadSnapshot(storage: DiscordStorage): Promise<Snapshot | null> {
  const bytes = await storage.load(STATE);
  if (bytes === null) return null;
  const state = readState(bytes);
  const files: SavedFile[] = [];
  for (const entry of state.files) {
    const data = await storage.load(fileName(entry));
    if (data?.length === entry.attachment.size) files.push({ ...entry, data });
  }
  return { ...state, files };
}

/** Puts snapshots into a storage: a file once, the state whenever it is another. */
export class SnapshotKeeper {
  readonly #storage: DiscordStorage;
  readonly #writer: StateWriter;
  /** The files in the storage, as far as this run knows. */
  #files: Set<string>;
  /** The sum of the state in the storage. */
  #sha256 = '';

  /** @param found the files that are in the storage already. */
  constructor(storage: DiscordStorage, clock: Clock, found: readonly SavedFile[]) {
    this.#storage = storage;
    this.#files = new Set(found.map(fileName));
    this.#writer = new StateWriter(clock);
  }

  /** The state in the storage names no file that is not there, whenever this ends. */
  async keep(snapshot: Snapshot): Promise<void> {
    const { bytes, sha256 } = await this.#writer.write(snapshot);
    if (sha256 === this.#sha256) return;
    for (const file of snapshot.files) {
      const name = fileName(file);
      if (this.#files.has(name)) continue;
      await this.#storage.save(name, file.data);
      this.#files.add(name);
    }
    await this.#storage.save(STATE, bytes);
    await this.#forget(new Set(snapshot.files.map(fileName)));
    this.#sha256 = sha256;
  }

  async #forget(kept: Set<string>): Promise<void> {
    const isFirst = this.#sha256 === '';
    if (isFirst || kept.size < this.#files.size) {
      await this.#storage.retain(new Set([STATE, ...kept]));
    }
    this.#files = kept;
  }
}
