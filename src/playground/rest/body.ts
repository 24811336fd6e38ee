import type { IncomingMessage } from 'node:http';
import { contentTypeOf, type Upload } from '../messages/uploads.ts';
import { ApiError, refusal } from './api-error.ts';

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
  if (type.startsWith('multipart/form-data')) return await readForm(bytes, type);
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

async function readForm(bytes: Buffer, type: string): Promise<Body> {
  let form;
  try {
    form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  } catch {
    throw malformed('The form is malformed.');
  }
  const uploads: Upload[] = [];
  let json: unknown = {};
  for (const [name, value] of form.entries()) {
    if (name === 'payload_json' && typeof value === 'string') json = parseJson(value);
    else if (typeof value !== 'string') uploads.push(await readFile(name, value));
    else throw malformed(`Unexpected field ${name}.`);
  }
  return { json, uploads };
}

async function readFile(field: string, file: File): Promise<Upload> {
  const index = /^files\[(\d+)\]$/.exec(field)?.[1];
  if (index === undefined || file.name === '') throw malformed(`Unexpected file ${field}.`);
  const data = new Uint8Array(await file.arrayBuffer());
  if (data.length > LARGEST_FILE) throw refusal('tooLarge');
  const isGeneric = file.type === '' || file.type === 'application/octet-stream';
  const contentType = isGeneric ? contentTypeOf(file.name) : file.type;
  return { index: Number(index), name: file.name, data, contentType };
}

function malformed(message: string): ApiError {
  return new ApiError(400, { code: 50_035, message: `Invalid Form Body: ${message}` });
}
