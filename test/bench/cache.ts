import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

/** Lasts from run to run; to be deleted at will. */
export const CACHE_FOLDER = join(tmpdir(), 'archivist-bench');

const PROJECT = join(import.meta.dirname, '..', '..');

/**
 * The folder, filled by `fill` unless an earlier run has done so to the end with the same code.
 * @param sources files and folders, from the project's, whose content decides what is filled in.
 */
export async function cached(
  folder: string,
  sources: readonly string[],
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const marker = `${folder}.complete`;
  const version = versionOf(sources);
  if ((await readFile(marker, 'utf8').catch(() => null)) === version) return folder;
  await rm(marker, { force: true });
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await fill(folder);
  await writeFile(marker, version);
  return folder;
}

const versions = new Map<string, string>();

/** The sources as this run found them first: what is edited meanwhile is not what runs. */
function versionOf(sources: readonly string[]): string {
  const name = sources.join(' ');
  const known = versions.get(name);
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => filesUnder(join(PROJECT, source)))) {
    hash.update(readFileSync(path));
  }
  const version = hash.digest('hex');
  versions.set(name, version);
  return version;
}

function filesUnder(path: string): string[] {
  if (extname(path) !== '') return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}
