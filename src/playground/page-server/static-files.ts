import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendText } from '../rest/send-text.ts';
import type { PageAsset, PageAssets } from './bundle.ts';
import { takesGzip } from './compress.ts';
import { pageDocument } from './page-document.ts';

const PREFIX = '/page/';
const READING: readonly (string | undefined)[] = ['GET', 'HEAD'];

/** The page's document and its files. */
export class StaticFiles {
  readonly #assets: PageAssets;
  readonly #document: Buffer;
  readonly #tag: string;

  constructor(assets: PageAssets) {
    this.#assets = assets;
    this.#document = Buffer.from(pageDocument(assets));
    this.#tag = `"${createHash('sha256').update(this.#document).digest('base64url')}"`;
  }

  answer({
    request,
    response,
    url,
  }: {
    readonly request: IncomingMessage;
    readonly response: ServerResponse;
    readonly url: URL;
  }): void {
    const asset = this.#assets.get(url.pathname.slice(PREFIX.length));
    const isDocument = url.pathname === '/';
    if (!isDocument && asset === undefined) sendText(response, 404, 'There is no such file.');
    else if (!READING.includes(request.method)) {
      sendText(response, 405, 'The page can only be read.', { Allow: 'GET, HEAD' });
    } else if (asset === undefined) this.#sendDocument(request, response, url);
    else sendAsset(request, response, asset);
  }

  #sendDocument(request: IncomingMessage, response: ServerResponse, url: URL): void {
    // Files of messages have one address, and are of the page's own origin only there.
    const home = `http://127.0.0.1:${url.port}/`;
    if (url.hostname !== '127.0.0.1') {
      sendText(response, 307, 'The page is at 127.0.0.1.', { Location: home });
      return;
    }
    const headers = { 'Cache-Control': 'no-cache', ETag: this.#tag };
    if (request.headers['if-none-match'] === this.#tag) {
      response.writeHead(304, headers).end();
      return;
    }
    response.writeHead(200, {
      ...headers,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': this.#document.length,
    });
    response.end(request.method === 'HEAD' ? undefined : this.#document);
  }
}

/** Its name changes with it, so that it is never asked for again. */
function sendAsset(
  request: IncomingMessage,
  response: ServerResponse,
  { type, body, zipped }: PageAsset,
): void {
  const smaller = takesGzip(request.headers['accept-encoding'] ?? '') ? zipped : null;
  const sent = smaller ?? body;
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': sent.length,
    'Cache-Control': 'public, max-age=31536000, immutable',
    ...(zipped === null ? {} : { Vary: 'Accept-Encoding' }),
    ...(smaller === null ? {} : { 'Content-Encoding': 'gzip' }),
  });
  response.end(request.method === 'HEAD' ? undefined : sent);
}
