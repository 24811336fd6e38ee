import type { IncomingMessage } from 'node:http';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { UserError } from '../errors.ts';

/** Bytes of a page after unpacking. News pages are well under 1 MB. */
export const MAX_PAGE_BYTES = 5 * 1024 * 1024;

const READABLE_TYPES =
  /^(?:text\/(?:html|plain|markdown|x-markdown)|application\/(?:xhtml\+xml|json|(?:x-)?ndjson|jsonl|[\w.-]+\+json))$/;

/**
 * The body of a response, unpacked, and its media type. Reading stops at the first byte too many, so a small packed body
 * that unpacks to gigabytes costs no more than the limit.
 * @throws {UserError} for a media type or packing that cannot be read, or a body over 5 MB.
 */
export async function readResponse(
  response: IncomingMessage,
  signal: AbortSignal,
): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array }> {
  try {
    const mediaType = checkMediaType(response.headers['content-type']);
    const unpack = unpackerOf(response.headers['content-encoding']);
    if (Number(response.headers['content-length'] ?? 0) > MAX_PAGE_BYTES) throw tooLarge();
    return { mediaType, bytes: await collect(response, unpack, signal) };
  } finally {
    response.destroy();
  }
}

async function collect(
  response: IncomingMessage,
  unpack: Transform | null,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const take = async (body: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > MAX_PAGE_BYTES) throw tooLarge();
      chunks.push(chunk);
    }
  };
  try {
    await (unpack
      ? pipeline(response, unpack, take, { signal })
      : pipeline(response, take, { signal }));
  } catch (error) {
    // The pipeline may report its own breaking off instead of what caused it.
    throw size > MAX_PAGE_BYTES ? tooLarge() : error;
  }
  return Buffer.concat(chunks);
}

function checkMediaType(header: string | undefined): string {
  const type = header?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== undefined && READABLE_TYPES.test(type)) return header ?? type;
  throw new UserError(
    `it is ${type === undefined || type === '' ? 'of no stated type' : type}, and only HTML, text and JSON are read`,
  );
}

/** The stream that unpacks the body; null where it is not packed. */
function unpackerOf(encoding: string | undefined): Transform | null {
  switch (encoding?.trim().toLowerCase()) {
    case undefined:
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new UserError(`its content-encoding "${encoding ?? ''}" is not known`);
  }
}

function tooLarge(): UserError {
  return new UserError(`it is larger than ${MAX_PAGE_BYTES / 1024 / 1024} MB`);
}
