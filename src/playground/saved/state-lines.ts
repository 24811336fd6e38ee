import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { APIMessage } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Clock } from '../../clock.ts';
import { GrowingBytes } from './growing-bytes.ts';
import { missingReference } from './missing-reference.ts';
import { SavedStateError } from './saved-state-error.ts';
import { fileSchema, messageSchema, worldSchema } from './schema.ts';
import type { FileEntry, SavedMessage, SavedState, Snapshot } from './snapshot.ts';

/*
 * The state as bytes, one JSON value a line: what this is, with the sum of all that follows; the world; messages; files
 * without their content.
 */

const FORMAT = 'archivist-playground';
const VERSION = 1;
const headerSchema = z.object({ format: z.literal(FORMAT), version: z.int(), sha256: z.string() });
const LINE_END = Buffer.from('\n');
/** Hexadecimal digits. */
const SUM_LENGTH = 64;
/** Milliseconds of work after which others have their turn. */
const TURN_MS = 5;
/** Characters of what was found that an error shows. */
const SHOWN = 60;

export interface WrittenState {
  /** Valid until the next state is written. */
  readonly bytes: Uint8Array;
  /** The same for the same state. */
  readonly sha256: string;
}

/** Writes states, and remembers the lines of messages: only those that have changed are written anew. */
export class StateWriter {
  readonly #clock: Clock;
  /** A message is a new object after every change. */
  readonly #lines = new WeakMap<APIMessage, Buffer>();
  readonly #space = new GrowingBytes();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes turns with whatever else there is to do. One at a time. */
  async write(snapshot: Snapshot): Promise<WrittenState> {
    const hash = createHash('sha256');
    const space = this.#space;
    space.restart(headerOf('0'.repeat(SUM_LENGTH)).length);
    let turnBegan = this.#clock.elapsed();
    for (const line of this.#linesOf(snapshot)) {
      hash.update(LINE_END).update(line);
      space.append(LINE_END);
      space.append(line);
      if (this.#clock.elapsed() - turnBegan < TURN_MS) continue;
      await setImmediate();
      turnBegan = this.#clock.elapsed();
    }
    const sha256 = hash.digest('hex');
    space.writeAtBeginning(headerOf(sha256));
    return { sha256, bytes: space.bytes };
  }

  *#linesOf({ world, messages, files }: Snapshot): Generator<Buffer> {
    yield lineOf(world);
    for (const saved of messages) {
      const line = this.#lines.get(saved.message) ?? lineOf({ message: saved });
      this.#lines.set(saved.message, line);
      yield line;
    }
    for (const { path, attachment } of files) yield lineOf({ file: { path, attachment } });
  }
}

function headerOf(sha256: string): Buffer {
  return lineOf({ format: FORMAT, version: VERSION, sha256 });
}

function lineOf(value: object): Buffer {
  return Buffer.from(JSON.stringify(value));
}

/** @throws {SavedStateError} */
export function readState(content: Uint8Array): SavedState {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const end = bytes.indexOf(LINE_END);
  const rest = end < 0 ? Buffer.alloc(0) : bytes.subarray(end);
  checkHeader(bytes.toString('utf8', 0, end < 0 ? bytes.length : end), rest);
  const [, world = '', ...entries] = rest.toString().split('\n');
  const state = { world: parsed(worldSchema, world, 'a world'), ...readEntries(entries) };
  const missing = missingReference(state);
  if (missing !== null) throw new SavedStateError(`a place for ${missing}`, 'none');
  return state;
}

function checkHeader(line: string, rest: Buffer): void {
  const { version, sha256 } = parsed(headerSchema, line, `the state of an ${FORMAT}`);
  if (version !== VERSION) throw new SavedStateError(`version ${VERSION}`, `version ${version}`);
  const found = createHash('sha256').update(rest).digest('hex');
  if (found !== sha256) throw new SavedStateError(`the sum ${sha256}`, found);
}

const entrySchema = z.union([
  z.strictObject({ message: messageSchema }),
  z.strictObject({ file: fileSchema }),
]);

function readEntries(lines: readonly string[]): Pick<SavedState, 'messages' | 'files'> {
  const messages: SavedMessage[] = [];
  const files: FileEntry[] = [];
  for (const line of lines) {
    const entry = parsed(entrySchema, line, 'a message or a file');
    if ('message' in entry) messages.push(entry.message);
    else files.push(entry.file);
  }
  return { messages, files };
}

function parsed<T>(schema: z.ZodType<T>, line: string, expected: string): T {
  try {
    const value: unknown = JSON.parse(line);
    schema.parse(value);
    // Just checked; what zod gives has its fields in another order, and would be saved as another state.
    return value as T;
  } catch (error) {
    throw new SavedStateError(expected, excerpt(line), { cause: error });
  }
}

function excerpt(line: string): string {
  if (line === '') return 'nothing';
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}
