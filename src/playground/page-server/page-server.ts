import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PageOptions } from '../page-options.ts';
import type { ActionResult } from '../page-protocol.ts';
import type { Parts } from '../parts.ts';
import { ApiError } from '../rest/api-error.ts';
import { readBody } from '../rest/body.ts';
import { sendText } from '../rest/send-text.ts';
import type { Action } from '../page-actions/action.ts';
import { actionNamed } from '../page-actions/actions.ts';
import type { PageAssets } from './bundle.ts';
import { EventStream } from './event-stream.ts';
import { PAGE_HEADERS } from './page-headers.ts';
import { playedPeople, shownGuild } from './people.ts';
import { StaticFiles } from './static-files.ts';

const EVENTS = '/page/events';
const ACTIONS = '/page/actions/';

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
}

/** Serves the page, tells it what it shows, and does what it asks for. */
export class PageServer {
  readonly #parts: Parts;
  readonly #options: PageOptions;
  readonly #files: StaticFiles;
  readonly #streams = new Set<EventStream>();

  constructor(parts: Parts, options: PageOptions, assets: PageAssets) {
    this.#parts = parts;
    this.#options = options;
    this.#files = new StaticFiles(assets);
  }

  serves({ pathname }: URL): boolean {
    return pathname === '/' || pathname.startsWith('/page/');
  }

  /** Never rejects. */
  async answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
    const exchange = { request, response, url };
    try {
      if (url.pathname === EVENTS) this.#openStream(exchange);
      else if (url.pathname.startsWith(ACTIONS)) await this.#act(exchange);
      else this.#files.answer(exchange);
    } catch {
      sendRefusal(response, 500, 'Something went wrong in the playground.');
    }
  }

  close(): void {
    for (const stream of this.#streams) stream.close();
  }

  #openStream({ request, response, url }: Exchange): void {
    if (request.method !== 'GET') {
      sendText(response, 405, 'Events can only be read.', { Allow: 'GET' });
      return;
    }
    const person = url.searchParams.get('person') ?? '';
    if (!this.#mayCome(person)) {
      sendText(response, 404, 'There is no such person here.');
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    const stream = new EventStream(this.#parts, this.#options, person, response);
    this.#streams.add(stream);
    response.on('close', () => {
      stream.close();
      this.#streams.delete(stream);
    });
    stream.open();
  }

  /** Is there, or nobody is there yet. */
  #mayCome(person: string): boolean {
    const guild = shownGuild(this.#parts, this.#options);
    const people = guild === null ? [] : playedPeople(guild, this.#options);
    return person === '' || people.length === 0 || people.includes(person);
  }

  async #act({ request, response, url }: Exchange): Promise<void> {
    const action = actionNamed(url.pathname.slice(ACTIONS.length));
    if (action === null) {
      sendRefusal(response, 404, 'There is no such action.');
    } else if (request.method !== 'POST') {
      response.setHeader('Allow', 'POST');
      sendRefusal(response, 405, 'Actions are sent with POST.');
    } else {
      await this.#carryOut(action, request, response);
    }
  }

  async #carryOut(
    action: Action,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    try {
      const body = await readBody(request);
      sendJson(response, 200, await action(this.#parts, this.#options, body));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // The one thing of these that a person can do wrong.
      const isTooLarge = error.status === 413;
      const reason = isTooLarge
        ? 'Your files are too powerful. At most 10 MB each.'
        : error.message;
      sendRefusal(response, isTooLarge ? 200 : error.status, reason);
    }
  }
}

function sendRefusal(response: ServerResponse, status: number, reason: string): void {
  sendJson(response, status, { outcome: 'refused', reason });
}

function sendJson(response: ServerResponse, status: number, result: ActionResult): void {
  // The page may have gone meanwhile.
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(result));
}
