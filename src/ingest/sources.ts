import { opendir, stat } from 'node:fs/promises';
import { extname, isAbsolute, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { glob, isDynamicPattern } from 'tinyglobby';
import { UserError } from '../errors.ts';
import type { FetchedPage } from './fetch-url.ts';
import { readFileInput, readLineInput, readStreamInput } from './file-input.ts';
import type { Source } from './input.ts';

export interface SourceOptions {
  /** Read every file, and standard input, as JSON Lines, whatever it is called. Default false. */
  readonly asLines?: boolean;
  readonly stdin: Readable;
  readonly fetchUrl: (url: string, signal?: AbortSignal) => Promise<FetchedPage>;
}

/** Taken from folders; a file that is named by itself is read whatever it is called. */
const KNOWN_EXTENSIONS: ReadonlySet<string> = new Set([
  '.txt',
  '.text',
  '.md',
  '.markdown',
  '.html',
  '.htm',
  '.xhtml',
  '.json',
  '.jsonl',
  '.ndjson',
]);

/**
 * What the words of a command line stand for: files, folders (with everything of a known kind below them, nothing hidden),
 * globs, http(s) urls, and `-` for standard input. In the order given, folders and globs sorted by name, each file once.
 * Nothing is read yet; what does not exist becomes a source that says so when it is read.
 */
export async function findSources(
  words: readonly string[],
  options: SourceOptions,
): Promise<readonly Source[]> {
  const sources: Source[] = [];
  const seen = new Set<string>();
  for (const word of words) {
    for (const source of await expand(word, options)) {
      const identity = isUrl(source.name) ? source.name : resolve(source.name);
      if (seen.has(identity)) continue;
      seen.add(identity);
      sources.push(source);
    }
  }
  return sources;
}

async function expand(word: string, options: SourceOptions): Promise<readonly Source[]> {
  if (word === '-') return [stdinSource(options)];
  if (isUrl(word)) return [urlSource(word, options)];
  const status = await stat(word).catch(() => null);
  if (status?.isDirectory()) return expandFolder(word, options);
  if (status !== null) return [fileSource(word, options)];
  if (isDynamicPattern(word)) return expandGlob(word, options);
  return [brokenSource(word, 'there is no such file or folder')];
}

async function expandFolder(folder: string, options: SourceOptions): Promise<readonly Source[]> {
  const sources: Source[] = [];
  const entries = [];
  try {
    for await (const entry of await opendir(folder)) entries.push(entry);
  } catch (error) {
    return [brokenSource(folder, `the folder cannot be read (${messageOf(error)})`)];
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    // Links to folders are not followed: they may lead round in a circle.
    if (entry.isDirectory()) sources.push(...(await expandFolder(path, options)));
    else if (KNOWN_EXTENSIONS.has(extname(entry.name).toLowerCase()))
      sources.push(fileSource(path, options));
  }
  return sources;
}

async function expandGlob(pattern: string, options: SourceOptions): Promise<readonly Source[]> {
  const paths = await glob(pattern, {
    absolute: isAbsolute(pattern),
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  if (paths.length === 0) return [brokenSource(pattern, 'no file matches')];
  return paths.sort().map((path) => fileSource(path, options));
}

function fileSource(path: string, { asLines = false }: SourceOptions): Source {
  return { name: path, read: () => readFileInput(path, asLines) };
}

function stdinSource({ stdin, asLines = false }: SourceOptions): Source {
  const read = asLines ? readLineInput : readStreamInput;
  // Nobody has set an encoding, so the stream yields bytes.
  return { name: 'stdin', read: () => read('stdin', stdin as AsyncIterable<Uint8Array>) };
}

function urlSource(url: string, { fetchUrl }: SourceOptions): Source {
  return {
    name: url,
    async *read(signal) {
      const page = await fetchUrl(url, signal);
      yield { name: url, bytes: page.bytes, mediaType: page.mediaType, url: page.url };
    },
  };
}

function brokenSource(name: string, reason: string): Source {
  return {
    name,
    // eslint-disable-next-line require-yield -- it has nothing to yield
    async *read() {
      await Promise.resolve();
      throw new UserError(reason);
    },
  };
}

function isUrl(word: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(word);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
