import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VectraStorage } from '../../../src/search/vectors/vectra-storage.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storage-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the storage Vectra writes through', () => {
  const storage = new VectraStorage();

  it('creates a file once and replaces it at will', async () => {
    const path = join(folder, 'a/b.vec');
    await storage.createFile(path, 'one');
    await expect(storage.createFile(path, 'two')).rejects.toThrow('exists already');
    await storage.upsertFile(path, 'three');
    expect((await storage.readFile(path)).toString()).toBe('three');
    expect(await storage.getDetails(path)).toEqual({ name: 'b.vec', path, isFolder: false });
  });

  it('lists files and folders apart', async () => {
    await storage.createFile(join(folder, 'file'), '');
    await storage.createFolder(join(folder, 'sub'));
    const names = async (filter?: 'files' | 'folders') =>
      (await storage.listFiles(folder, filter)).map(({ name }) => name).sort();
    expect(await names()).toEqual(['file', 'sub']);
    expect(await names('files')).toEqual(['file']);
    expect(await names('folders')).toEqual(['sub']);
  });

  it('deletes what is there and does not mind what is not', async () => {
    await storage.createFile(join(folder, 'sub/file'), '');
    await storage.deleteFile(join(folder, 'sub/file'));
    await storage.deleteFile(join(folder, 'sub/file'));
    expect(await storage.pathExists(join(folder, 'sub/file'))).toBe(false);
    await storage.deleteFolder(join(folder, 'sub'));
    await storage.deleteFolder(join(folder, 'sub'));
    expect(await storage.pathExists(join(folder, 'sub'))).toBe(false);
  });
});
