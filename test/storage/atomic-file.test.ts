import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomically } from '../../src/storage/atomic-file.ts';
import { Serial } from '../../src/storage/serial.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archivist-'));
});

describe('writeFileAtomically', () => {
  it('makes missing folders and leaves nothing but the file', async () => {
    const path = join(folder, 'a', 'b', 'file.bin');
    await writeFileAtomically(path, 'first');
    await writeFileAtomically(path, 'second');
    expect(await readFile(path, 'utf8')).toBe('second');
    expect(await readdir(join(folder, 'a', 'b'))).toEqual(['file.bin']);
  });

  it('shows readers one whole version or another, never a part', async () => {
    const path = join(folder, 'file.txt');
    const versions = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(200_000));
    await writeFileAtomically(path, 'z');
    const writes = versions.map((version) => writeFileAtomically(path, version));
    const reads = await Promise.all(versions.map(() => readFile(path, 'utf8')));
    await Promise.all(writes);
    for (const read of reads) expect(['z', ...versions]).toContain(read);
  });

  it('leaves what was there when it cannot write', async () => {
    const path = join(folder, 'file.txt');
    await writeFile(path, 'kept');
    await expect(writeFileAtomically(join(path, 'below-a-file'), 'x')).rejects.toThrow();
    expect(await readFile(path, 'utf8')).toBe('kept');
    expect(await readdir(folder)).toEqual(['file.txt']);
  });
});

describe('Serial', () => {
  it('runs work one at a time, in order, and goes on after a failure', async () => {
    const serial = new Serial();
    const seen: string[] = [];
    const step = (name: string) => async () => {
      seen.push(`${name} starts`);
      await Promise.resolve();
      seen.push(`${name} ends`);
      if (name === 'b') throw new Error('b fails');
      return name;
    };
    const results = await Promise.allSettled(['a', 'b', 'c'].map((name) => serial.run(step(name))));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(seen).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends']);
  });
});
