import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../rest/body.ts';
import type { PageOptions } from '../page-options.ts';
import type { Parts } from '../parts.ts';
import { act } from './actions.ts';
import { bundlePage, type PageAsset } from './bundle.ts';
import { openEventStream } from './event-stream.ts';

const PREFIX = '/page/';
const ACTIONS = '/page/actions/';

/** Serves the page, tells it what it shows, and does what it asks for. */
export class PageServer {
  readonly #parts: Parts;
  readonly #options: PageOptions;
  readonly #assets: Promise<ReadonlyMap<string, PageAsset>>;
  readonly #streams = new Set<() => void>();

  constructor(parts: Parts, options: PageOptions) {
    this.#parts = parts;
    this.#options = options;
    this.#assets = bundlePage();
  }

  serves({ pathname }: URL): boolean {
    return pathname === '/' || pathname.startsWith(PREFIX);
  }

  async answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (url.pathname === '/') {
      await this.#sendPage(response);
      return;
    }
    if (url.pathname === '/page/events') {
      const person = url.searchParams.get('person') || (this.#options.people()[0] ?? '');
      const close = openEventStream(this.#parts, this.#options, person, response);
      this.#streams.add(close);
      response.on('close', () => {
        close();
        this.#streams.delete(close);
      });
      return;
    }
    if (url.pathname.startsWith(ACTIONS)) {
      const name = url.pathname.slice(ACTIONS.length);
      const result = await act(this.#parts, this.#options, name, await readBody(request));
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(result));
      return;
    }
    const asset = (await this.#assets).get(url.pathname.slice(PREFIX.length));
    if (asset === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': asset.type });
    response.end(asset.body);
  }

  close(): void {
    for (const close of this.#streams) close();
  }

  async #sendPage(response: ServerResponse): Promise<void> {
    const names = [...(await this.#assets).keys()];
    const named = (pattern: RegExp): string => names.find((name) => pattern.test(name)) ?? '';
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Archivist playground</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/page/${named(/^styles.*css$/)}" />
    <script type="module" src="/page/${named(/^main.*js$/)}"></script>
  </head>
  <body></body>
</html>
`);
  }
}
