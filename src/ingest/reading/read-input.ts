import type { ArticleDraft } from '../../archive/article.ts';
import { readArticles } from '../../archive/readers/read.ts';
import type { Input } from '../input.ts';
import { splitLines } from '../json-lines.ts';
import type { IngestFailure } from '../report.ts';
import { isZip, unzip } from '../zip.ts';
import type { FoundDraft, ReadingPart, ReadingRequest, ReadingSettings } from './protocol.ts';

/** Characters of a part: some milliseconds to send, to receive and to store. */
const PART_CHARACTERS = 200_000;
const PART_ITEMS = 50;
/** Bytes of a JSON Lines file, as a whole; every other document has a limit of its own. */
const MAX_LINES_BYTES = 32 * 1024 * 1024;
const SLICE_BYTES = 128 * 1024;

const LINES = /\.(?:jsonl|ndjson)$/i;

/**
 * Reads one input of any kind, part by part.
 * @param onBegin called with each document, and its position in an archive, before it is read.
 */
export async function* readInput(
  { input, skip, settings }: ReadingRequest,
  onBegin: (name: string, at: number) => void,
): AsyncGenerator<ReadingPart> {
  let left = settings.maxArticles;
  for await (const document of documentsOf(input, skip)) {
    if ('reason' in document) {
      yield { drafts: [], failures: [document] };
      continue;
    }
    onBegin(document.input.name, document.at);
    for await (const read of readDocument(document.input, settings)) {
      const drafts = read.drafts.slice(0, left);
      yield* partsOf({ ...read, drafts });
      left -= drafts.length;
      if (drafts.length === read.drafts.length) continue;
      yield { drafts: [], failures: [tooMany(document.input.name, settings.maxArticles)] };
      return;
    }
  }
}

interface Document {
  readonly input: Input;
  readonly at: number;
}

async function* documentsOf(input: Input, skip: number): AsyncGenerator<Document | IngestFailure> {
  if (!isZip(input)) {
    yield { input, at: 0 };
    return;
  }
  for await (const { name, at, content } of unzip(input.name, input.bytes)) {
    if (at < skip) continue;
    if (content instanceof Uint8Array) yield { input: { name, bytes: content }, at };
    else yield { input: name, line: null, reason: content.reason };
  }
}

async function* readDocument(input: Input, settings: ReadingSettings): AsyncGenerator<ReadingPart> {
  if (!LINES.test(input.name) || isUtf16(input.bytes)) {
    yield readBlock(input, settings);
    return;
  }
  if (input.bytes.byteLength > MAX_LINES_BYTES) {
    const reason = `it is larger than ${MAX_LINES_BYTES / 1024 / 1024} MB`;
    yield { drafts: [], failures: [{ input: input.name, line: null, reason }] };
    return;
  }
  for await (const block of splitLines(slicesOf(input.bytes))) {
    yield readBlock({ ...input, ...block }, settings);
  }
}

function readBlock(
  { name, bytes, mediaType, url, firstLine = 1 }: Input,
  { defaults, today, maxCharacters }: ReadingSettings,
): ReadingPart {
  const { drafts, problems } = readArticles(bytes, {
    name,
    mediaType,
    url,
    today,
    ...(defaults ? { defaults } : {}),
    ...(LINES.test(name) ? { maxBytes: MAX_LINES_BYTES } : {}),
  });
  const lineOf = (line: number): number => firstLine + line - 1;
  const found: FoundDraft[] = [];
  const failures: IngestFailure[] = problems.map(({ line, message }) => ({
    input: name,
    line: line === null ? null : lineOf(line),
    reason: message,
  }));
  for (const { draft, line } of drafts) {
    const characters = charactersOf(draft);
    if (characters <= maxCharacters) found.push({ input: name, draft });
    else
      failures.push({
        input: name,
        line: lineOf(line),
        reason: tooLong(characters, maxCharacters),
      });
  }
  return { drafts: found, failures };
}

function* partsOf({ drafts, failures }: ReadingPart): Generator<ReadingPart> {
  for (let at = 0; at < failures.length; at += PART_ITEMS) {
    yield { drafts: [], failures: failures.slice(at, at + PART_ITEMS) };
  }
  let part: FoundDraft[] = [];
  let characters = 0;
  for (const found of drafts) {
    part.push(found);
    characters += charactersOf(found.draft);
    if (part.length < PART_ITEMS && characters < PART_CHARACTERS) continue;
    yield { drafts: part, failures: [] };
    part = [];
    characters = 0;
  }
  if (part.length > 0) yield { drafts: part, failures: [] };
}

/** Of an article's text, as its length is limited. */
export function charactersOf({ paragraphs }: Pick<ArticleDraft, 'paragraphs'>): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0);
}

export function tooLong(characters: number, allowed: number): string {
  return `the article has ${formatted(characters)} characters, at most ${formatted(allowed)} are allowed`;
}

function tooMany(input: string, allowed: number): IngestFailure {
  const reason = `only the first ${formatted(allowed)} articles are taken at once; send the rest in another file`;
  return { input, line: null, reason };
}

function formatted(count: number): string {
  return count.toLocaleString('en');
}

// eslint-disable-next-line @typescript-eslint/require-await -- splitLines takes what a stream gives
async function* slicesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += SLICE_BYTES) {
    yield bytes.subarray(at, at + SLICE_BYTES);
  }
}

/** UTF-16 has line feeds of two bytes; such a file is read in one piece. */
function isUtf16(bytes: Uint8Array): boolean {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  return mark === 0xfffe || mark === 0xfeff;
}
