import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { Clock } from '../../clock.ts';
import { SavedStateError } from './saved-state-error.ts';
import { fileSchema, messageSchema, worldSchema } from './schema.ts';
import type { SavedFile, SavedMessage, Snapshot } from './snapshot.ts';
import { missingReference } from './missing-reference.ts';

/*
 * One JSON value a line: what this is, with the sum of all that follows; the world; the messages; the files.
 */

const FORMAT = 'archivist-playground';
const VERSION = 1;
const headerSchema = z.object({ format: z.literal(FORMAT), version: z.int(), sha256: z.string() });
/** Milliseconds of work after which others have their turn. */
const TURN_MS = 5;
/** Characters of what was found that an error shows. */
const SHOWN = 60;

export interface WrittenSnapshot {
  readonly text: string;
  /** The same for the same state. */
  readonly sha256: string;
}

/** Takes turns with whatever else there is to do. */
export async function writeSnapshot(snapshot: Snapshot, clock: Clock): Promise<WrittenSnapshot> {
  const hash = createHash('sha256');
  const lines: string[] = [];
  let turnBegan = clock.elapsed();
  for (const line of linesOf(snapshot)) {
    hash.update('\n').update(line);
    lines.push(line);
    if (clock.elapsed() - turnBegan < TURN_MS) continue;
    await setImmediate();
    turnBegan = clock.elapsed();
  }
  const sha256 = hash.digest('hex');
  const header = { format: FORMAT, version: VERSION, sha256 };
  return { sha256, text: [JSON.stringify(header), ...lines].join('\n') };
}

function* linesOf({ world, messages, files }: Snapshot): Generator<string> {
  yield JSON.stringify(world);
  for (const message of messages) yield JSON.stringify({ message });
  for (const { path, attachment, data } of files) {
    const base64 = Buffer.from(data.buffer, data.byteOffset, data.length).toString('base64');
    yield JSON.stringify({ file: { path, attachment, data: base64 } });
  }
}

/** @throws {SavedStateError} */
export function readSnapshot(text: string): Snapshot {
  const end = text.indexOf('\n');
  checkHeader(end < 0 ? text : text.slice(0, end), end < 0 ? '' : text.slice(end));
  const [world, ...entries] = text.slice(end + 1).split('\n');
  const snapshot = {
    world: parsed(worldSchema, world ?? '', 'a world'),
    ...readEntries(entries),
  };
  const missing = missingReference(snapshot);
  if (missing !== null) throw new SavedStateError(`a place for ${missing}`, 'none');
  return snapshot;
}

function checkHeader(line: string, rest: string): void {
  const { version, sha256 } = parsed(headerSchema, line, `the first line of ${FORMAT}`);
  if (version !== VERSION) {
    throw new SavedStateError(`version ${VERSION}`, `version ${version}`);
  }
  const found = createHash('sha256').update(rest).digest('hex');
  if (found !== sha256) throw new SavedStateError(`a text of sum ${sha256}`, `one of ${found}`);
}

const entrySchema = z.union([
  z.strictObject({ message: messageSchema }),
  z.strictObject({ file: fileSchema }),
]);

function readEntries(lines: readonly string[]): Pick<Snapshot, 'messages' | 'files'> {
  const messages: SavedMessage[] = [];
  const files: SavedFile[] = [];
  for (const line of lines) {
    const entry = parsed(entrySchema, line, 'a message or a file');
    if ('message' in entry) messages.push(entry.message);
    else files.push(entry.file);
  }
  return { messages, files };
}

function parsed<T>(schema: z.ZodType<T>, line: string, expected: string): T {
  try {
    return schema.parse(JSON.parse(line));
  } catch (error) {
    throw new SavedStateError(expected, excerpt(line), { cause: error });
  }
}

function excerpt(line: string): string {
  if (line === '') return 'nothing';
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}
