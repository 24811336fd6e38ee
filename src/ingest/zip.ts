import type { Readable } from 'node:stream';
import yauzl, { type Entry } from 'yauzl';
import { cleanText } from '../archive/clean-text.ts';

/** A file of an archive, unpacked, or why it was not. */
export interface UnpackedFile {
  /** `archive.zip/folder/entry.txt`. */
  readonly name: string;
  /** Position in the archive's directory, 0 for its first entry. */
  readonly at: number;
  readonly content: Uint8Array | { readonly reason: string };
}

/** What an archive may hold. Bytes are counted while they are unpacked; what an archive says of itself is not believed. */
export interface ZipLimits {
  readonly entries: number;
  /** Of all files together. */
  readonly bytes: number;
  readonly bytesPerFile: number;
  readonly bytesPerLinesFile: number;
  /** Unpacked bytes for each packed one; text has 3 to 10, zeros 1,000. Small files are let through. */
  readonly ratio: number;
}

export const ZIP_LIMITS: ZipLimits = {
  entries: 1_000,
  bytes: 50_000_000,
  bytesPerFile: 5_000_000,
  bytesPerLinesFile: 32 * 1024 * 1024,
  ratio: 200,
};

/** Below this a high ratio is harmless: repeated lines in a short file. */
const RATIO_FREE_BYTES = 100_000;
const MAX_NAME_CHARACTERS = 200;

const READABLE = /\.(?:txt|text|md|markdown|html?|xhtml|json|jsonl|ndjson)$/i;
const LINES = /\.(?:jsonl|ndjson)$/i;

export function isZip(input: { readonly name: string; readonly mediaType?: string }): boolean {
  return /\.zip$/i.test(input.name) || /^application\/(?:x-)?zip\b/i.test(input.mediaType ?? '');
}

/**
 * The files of a ZIP archive in the order of its directory. Folders, hidden files and what macOS puts beside them are left
 * out silently; everything else that is not read says why. Never throws for a bad archive.
 * @param archive its name, which starts every name.
 */
export async function* unzip(
  archive: string,
  bytes: Uint8Array,
  limits: ZipLimits = ZIP_LIMITS,
): AsyncGenerator<UnpackedFile> {
  let at = 0;
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // Names stay bytes, since one forbidden name would otherwise end the reading of the whole archive.
    const zip = await yauzl.fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false });
    let left = limits.bytes;
    for await (const entry of zip.eachEntry()) {
      if (at === limits.entries) {
        const reason = `it has ${zip.entryCount} entries, only the first ${limits.entries} are read`;
        yield { name: archive, at, content: { reason } };
        return;
      }
      const path = pathOf(entry);
      if (!isIgnored(path)) {
        const name = `${archive}/${shownName(path)}`;
        const reason = refusal(path, entry);
        const content =
          reason === null
            ? await unpack(() => zip.openReadStreamPromise(entry), entry, path, left, limits)
            : { reason };
        if (content instanceof Uint8Array) left -= content.byteLength;
        yield { name, at, content };
      }
      at++;
    }
  } catch (error) {
    yield {
      name: archive,
      at,
      content: { reason: `it is no sound ZIP archive: ${messageOf(error)}` },
    };
  }
}

function pathOf(entry: Entry): string {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  return yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
}

function isIgnored(path: string): boolean {
  if (path.endsWith('/')) return true;
  const parts = path.split('/').filter((part) => part !== '..' && part !== '.');
  return parts[0] === '__MACOSX' || parts.some((part) => part.startsWith('.'));
}

function refusal(path: string, entry: Entry): string | null {
  if (yauzl.validateFileName(path) !== null) return 'its path leads out of the archive';
  if (/\.zip$/i.test(path)) return 'archives inside an archive are not read';
  if (!READABLE.test(path)) {
    return 'only .txt, .md, .html, .json and .jsonl files are read';
  }
  if (entry.isEncrypted()) return 'it is encrypted; pack it without a password';
  return entry.canDecodeFileData() ? null : 'it is packed in a way that cannot be read';
}

async function unpack(
  open: () => Promise<Readable>,
  entry: Entry,
  path: string,
  left: number,
  limits: ZipLimits,
): Promise<UnpackedFile['content']> {
  const most = LINES.test(path) ? limits.bytesPerLinesFile : limits.bytesPerFile;
  const mostByRatio = Math.max(RATIO_FREE_BYTES, entry.compressedSize * limits.ratio);
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    // Leaving the loop destroys the stream.
    for await (const chunk of (await open()) as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > most) return { reason: `it unpacks to more than ${megabytes(most)} MB` };
      if (size > left) {
        return { reason: `the archive unpacks to more than ${megabytes(limits.bytes)} MB` };
      }
      if (size > mostByRatio) return { reason: 'it unpacks to far more than a text would' };
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    return { reason: `it cannot be unpacked: ${messageOf(error)}` };
  }
}

function shownName(path: string): string {
  const name = cleanText(path);
  return name.length <= MAX_NAME_CHARACTERS ? name : `…${name.slice(1 - MAX_NAME_CHARACTERS)}`;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
