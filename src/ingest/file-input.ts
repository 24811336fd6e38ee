import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { codeOf, UserError } from '../errors.ts';
import { splitLines } from './json-lines.ts';
import type { Input } from './input.ts';

/** Bytes of a file that is parsed in one piece. Whole books are under 5 MB. */
const MAX_FILE_BYTES = 32 * 1024 * 1024;
const LINE_FORMATS: readonly string[] = ['.jsonl', '.ndjson'];

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'reading it is not permitted',
  EPERM: 'reading it is not permitted',
  EISDIR: 'it is a folder',
};

/**
 * A file as input. JSON Lines come in blocks, anything else in one piece of at most 32 MB.
 * @param asLines it is JSON Lines, whatever its name says.
 * @throws {UserError} when it cannot be read.
 */
export async function* readFileInput(path: string, asLines: boolean): AsyncGenerator<Input> {
  const isLines = asLines || LINE_FORMATS.includes(extname(path).toLowerCase());
  // UTF-16 has line feeds of two bytes; such a file is read in one piece.
  if (isLines && !(await isUtf16(path))) {
    yield* readLineInput(path, openFile(path));
  } else {
    yield { name: path, bytes: await readWhole(openFile(path)) };
  }
}

/** JSON Lines from a stream as inputs of whole lines. */
export async function* readLineInput(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Input> {
  for await (const block of splitLines(chunks)) yield { name, ...block };
}

/**
 * A stream as one input; its format is for the reader to find out.
 * @throws {UserError} when it is larger than 32 MB.
 */
export async function* readStreamInput(
  name: string,
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<Input> {
  yield { name, bytes: await readWhole(stream) };
}

async function* openFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    // No encoding is set, so the stream yields bytes.
    yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  } catch (error) {
    const reason = REASONS[codeOf(error)];
    if (reason === undefined) throw error;
    throw new UserError(reason, { cause: error });
  }
}

async function readWhole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MAX_FILE_BYTES) {
      throw new UserError(
        `it is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB; many articles fit into one JSON Lines file (.jsonl) of any size`,
      );
    }
    held.push(chunk);
  }
  return Buffer.concat(held);
}

async function isUtf16(path: string): Promise<boolean> {
  for await (const chunk of openFile(path)) {
    const mark = (chunk[0] ?? 0) * 256 + (chunk[1] ?? 0);
    return mark === 0xfffe || mark === 0xfeff;
  }
  return false;
}
