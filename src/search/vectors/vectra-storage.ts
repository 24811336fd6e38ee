import { mkdir, readFile, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FileDetails, FileStorage } from 'vectra/browser';
import { writeFileAtomically } from '../../storage/atomic-file.ts';

/** Writes a file whole and durably, or leaves the old one; see `writeFileAtomically`. */
export type WriteFile = (path: string, content: Uint8Array | string) => Promise<void>;

/** Vectra's files on the local disk. Its own storage writes in place: a crash would leave half a partition. */
export class VectraStorage implements FileStorage {
  readonly #write: WriteFile;

  /** @param write what tests replace to make a disk fail. */
  constructor(write: WriteFile = writeFileAtomically) {
    this.#write = write;
  }

  async createFile(path: string, content: Buffer | string): Promise<void> {
    if (await this.pathExists(path)) throw new Error(`${path} exists already`);
    await this.#write(path, content);
  }

  async upsertFile(path: string, content: Buffer | string): Promise<void> {
    await this.#write(path, content);
  }

  async createFolder(path: string): Promise<void> {
    await mkdir(path, { recursive: true });
  }

  async deleteFile(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  async deleteFolder(path: string): Promise<void> {
    await rm(path, { recursive: true, force: true });
  }

  async getDetails(path: string): Promise<FileDetails> {
    const stats = await stat(path);
    return { name: basename(path), path, isFolder: stats.isDirectory() };
  }

  async listFiles(folder: string, filter: 'files' | 'folders' | 'all' = 'all') {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .map((entry): FileDetails => {
        const { name } = entry;
        return { name, path: join(folder, name), isFolder: entry.isDirectory() };
      })
      .filter(({ isFolder }) => filter === 'all' || isFolder === (filter === 'folders'));
  }

  async pathExists(path: string): Promise<boolean> {
    return stat(path).then(
      () => true,
      () => false,
    );
  }

  async readFile(path: string): Promise<Buffer> {
    return readFile(path);
  }
}
