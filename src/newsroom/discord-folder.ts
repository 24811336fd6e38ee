import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, UserError } from '../errors.ts';
import type { DiscordStorage } from '../playground/local-discord.ts';
import { writeFileAtomically } from '../storage/atomic-file.ts';

/** Keeps the local Discord in a folder of its own, which need not be there yet. */
export class DiscordFolder implements DiscordStorage {
  readonly #path: string;
  readonly #isOurs: Promise<boolean>;

  /**
   * @param isOurs of the archive beside it, which only one process can have: nothing is changed before that is known, and
   * never where another process has it.
   */
  constructor(path: string, isOurs: Promise<boolean>) {
    this.#path = path;
    this.#isOurs = isOurs;
  }

  async load(name: string): Promise<Uint8Array | null> {
    try {
      return await readFile(join(this.#path, name));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw this.#trouble('read', error);
    }
  }

  async save(name: string, content: Uint8Array): Promise<void> {
    if (!(await this.#isOurs)) return;
    try {
      await writeFileAtomically(join(this.#path, name), content);
    } catch (error) {
      throw this.#trouble('saved', error);
    }
  }

  async retain(names: ReadonlySet<string>): Promise<void> {
    if (!(await this.#isOurs)) return;
    try {
      for (const name of await readdir(this.#path)) {
        if (!names.has(name)) await rm(join(this.#path, name), { recursive: true, force: true });
      }
    } catch (error) {
      throw this.#trouble('tidied up', error);
    }
  }

  /** Gives the folder another name, so that nothing is saved. @returns where it is; what was put aside before is gone. */
  async putAside(): Promise<string> {
    const place = `${this.#path}.damaged`;
    try {
      await rm(place, { recursive: true, force: true });
      await rename(this.#path, place);
    } catch (error) {
      throw this.#trouble('renamed', error);
    }
    return place;
  }

  #trouble(what: string, cause: unknown): UserError {
    return new UserError(
      `The playground could not be ${what} in ${this.#path} (${codeOf(cause) || String(cause)}).`,
      { cause },
    );
  }
}
