import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Clock } from '../clock.ts';
import { UserError } from '../errors.ts';
import { parseUrl } from '../web-address.ts';
import type { AttachmentSource } from './feature-ports.ts';

/** What one ingest may bring along. */
const MAX_ATTACHMENTS = 10;
export const MAX_ATTACHMENT_BYTES = 10_000_000;
export const MAX_TOTAL_BYTES = 25_000_000;
/** For all of them together. Milliseconds. */
const TOTAL_TIME_MS = 30_000;

const DISCORD_HOSTS = ['cdn.discordapp.com', 'media.discordapp.net'];
const DISCORD_API_HOST = 'discord.com';

export interface DownloadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
}

/** All attachments, in order, or none. */
export type Download = (
  attachments: readonly AttachmentSource[],
  signal?: AbortSignal,
) => Promise<readonly DownloadedFile[]>;

/**
 * Downloads what Discord stores for a message: at most 10 files, 10 MB each and 25 MB together, within 30 s, from
 * Discord's own hosts, or from the one of `apiUrl` where that is another.
 */
export function createDownloader(apiUrl: string, clock: Clock): Download {
  const { hostname, host } = new URL(apiUrl);
  // A test or a proxy brings its own store of files, on the very same host and port.
  const own = hostname === DISCORD_API_HOST ? null : host;
  return async (attachments, signal) => {
    checkSizes(attachments);
    const urls = attachments.map((attachment) => checkedUrl(attachment, own));
    const deadline = new AbortController();
    const finished = new AbortController();
    clock.sleep(TOTAL_TIME_MS, finished.signal).then(
      () => {
        deadline.abort();
      },
      // The files came first.
      () => undefined,
    );
    try {
      const either = signal ? AbortSignal.any([signal, deadline.signal]) : deadline.signal;
      const files: DownloadedFile[] = [];
      for (const [at, attachment] of attachments.entries()) {
        const url = urls[at];
        if (url !== undefined) files.push(await download(attachment, url, either));
      }
      return files;
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof UserError) throw error;
      throw new UserError('Discord did not hand over the files in time. Please try again.', {
        cause: error,
      });
    } finally {
      finished.abort();
    }
  };
}

function checkSizes(attachments: readonly AttachmentSource[]): void {
  if (attachments.length > MAX_ATTACHMENTS) {
    throw new UserError(
      `These are ${attachments.length} files; at most ${MAX_ATTACHMENTS} can be taken at once.`,
    );
  }
  const large = attachments.find(({ size }) => size > MAX_ATTACHMENT_BYTES);
  if (large) throw tooLarge(large.name);
  const total = attachments.reduce((sum, { size }) => sum + size, 0);
  if (total > MAX_TOTAL_BYTES) {
    throw new UserError(
      `These files have ${megabytes(total)} MB together; at most ${megabytes(MAX_TOTAL_BYTES)} MB can be taken at once. Please send them in parts.`,
    );
  }
}

function tooLarge(name: string): UserError {
  return new UserError(
    `The file “${name}” is larger than ${megabytes(MAX_ATTACHMENT_BYTES)} MB. Please split it.`,
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes % 1e6 === 0 ? 0 : 1);
}

function checkedUrl({ name, url }: AttachmentSource, own: string | null): URL {
  const parsed = parseUrl(url);
  const isDiscords =
    parsed?.protocol === 'https:' && DISCORD_HOSTS.includes(parsed.hostname) && parsed.port === '';
  if (parsed && (isDiscords || parsed.host === own)) return parsed;
  throw new UserError(`The file “${name}” is not stored by Discord and cannot be taken.`);
}

async function download(
  { name, contentType }: AttachmentSource,
  url: URL,
  signal: AbortSignal,
): Promise<DownloadedFile> {
  const response = await send(url, signal);
  if (response.statusCode !== 200) {
    response.destroy();
    throw new UserError(
      `Discord does not hand over the file “${name}” (status ${response.statusCode ?? 0}). Please send it again.`,
    );
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    // What was announced need not be what comes.
    if (size > MAX_ATTACHMENT_BYTES) {
      response.destroy();
      throw tooLarge(name);
    }
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(Buffer.concat(chunks));
  return { name, bytes, ...(contentType === null ? {} : { mediaType: contentType }) };
}

function send(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    request(url, { agent: false, signal }).on('response', resolve).on('error', reject).end();
  });
}
