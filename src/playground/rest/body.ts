import type { IncomingMessage } from 'node:http';
import { contentTypeOf, type Upload } from '../messages/uploads.ts';
import { ApiError, refusal } from './api-error.ts';
import { parseForm, type FormPart } from './multipart.ts';

export interface Body {
  /** The JSON of the request or of its `payload_json`; undefined without a body. */
  readonly json: unknown;
  readonly uploads: readonly Upload[];
}

/** Bytes of a request. Discord takes a little more than its files' limit. */
const LARGEST_REQUEST = 26 * 1_048_576;
/** Bytes of one file, for bots in guilds without boosts. */
export const LARGEST_FILE = 10 * 1_048_576;

/** @throws {ApiError} for bodies that are no JSON, no proper form or too large. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const bytes = await readAll(request);
  if (bytes.length === 0) return { json: undefined, uploads: [] };
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type);
  if (type.startsWith('application/json')) {
    return { json: parseJson(bytes.toString('utf8')), uploads: [] };
  }
  throw refusal('invalidJson');
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size <= LARGEST_REQUEST) chunks.push(bytes);
  }
  if (size > LARGEST_REQUEST) throw refusal('tooLarge');
  return Buffer.concat(chunks);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('invalidJson');
  }
}

function readForm(bytes: Buffer, type: string): Body {
  let json: unknown = {};
  const uploads: Upload[] = [];
  for (const part of partsOf(bytes, type)) {
    if (part.name === 'payload_json') json = parseJson(part.data.toString('utf8'));
    else uploads.push(asUpload(part));
  }
  return { json, uploads };
}

function partsOf(bytes: Buffer, type: string): FormPart[] {
  try {
    return parseForm(bytes, type);
  } catch (error) {
    throw malformed(error instanceof Error ? error.message : String(error));
  }
}

function asUpload({ name, fileName, contentType, data }: FormPart): Upload {
  const index = /^files\[(\d+)\]$/.exec(name)?.[1];
  if (index === undefined || fileName === null || fileName === '') {
    throw malformed(`Unexpected field ${name}.`);
  }
  if (data.length > LARGEST_FILE) throw refusal('tooLarge');
  const isGeneric = contentType === null || contentType === 'application/octet-stream';
  return {
    index: Number(index),
    name: fileName,
    data,
    contentType: isGeneric ? contentTypeOf(fileName) : contentType,
  };
}

function malformed(message: string): ApiError {
  return new ApiError(400, { code: 50_035, message: `Invalid Form Body: ${message}` });
}
