import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Alarms } from '../alarms.ts';
import type { Fault, RecordedRequest } from '../local-discord.ts';
import type { TrafficLog } from '../traffic-log.ts';
import type { Watch } from '../watch.ts';
import type { ErrorBody } from '../validate/validate.ts';
import { ApiError, refusal } from './api-error.ts';
import { readBody, type Body } from './body.ts';
import type { OrderedFaults } from './ordered-faults.ts';
import type { RateLimits } from './rate-limits.ts';
import type { ApiAnswer } from './route.ts';
import type { Match, Router } from './router.ts';

interface Parts {
  readonly router: Router;
  readonly faults: OrderedFaults;
  readonly limits: RateLimits;
  readonly traffic: TrafficLog;
  readonly alarms: Alarms;
  readonly token: string;
  readonly watch: Watch;
}

type Headers = Readonly<Record<string, string>>;

interface Answer extends ApiAnswer {
  readonly headers?: Headers;
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: Body | ApiError;
}

/** What stands in the records for an answer that was never given. */
const DROPPED: Answer = { status: 0 };
const API = /^\/api(?:\/v(\d+))?(?=\/)/;

/** The REST API over HTTP: faults first, then limits, the token, the route. */
export class RestServer {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @returns false when the path is none of the API's. */
  serves(url: URL): boolean {
    return API.test(url.pathname);
  }

  async answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const call = await receive(request, url);
    const { faults, traffic, alarms } = this.#parts;
    const fault = faults.take(call.method, call.path);
    const { before, after } = delays(fault);
    if (before > 0) await alarms.pause(before);
    const real = isCarriedOut(fault) ? await this.#carryOut(call) : null;
    if (after > 0) await alarms.pause(after);
    const ordered = fault === null ? null : disturbance(fault);
    const answer = ordered ?? real ?? DROPPED;
    traffic.add(recorded(call, answer), ordered !== null);
    if (fault?.kind === 'drop') request.socket.destroy();
    else write(response, answer);
  }

  async #carryOut({ method, path, query, authorization, body }: Call): Promise<Answer> {
    let headers: Headers = {};
    try {
      if (body instanceof ApiError) throw body;
      const { route, params } = this.#find(method, path);
      const isBot = authorization === `Bot ${this.#parts.token}`;
      if (!isBot && route.open !== true) throw refusal('unauthorized');
      const allowance = this.#parts.limits.count(method, route.pattern, params);
      headers = allowance.headers;
      if (allowance.retryAfter !== null) return limited(allowance.retryAfter, headers);
      const answer = await route.handle({ ...body, params, query, isBot });
      if (method !== 'GET') this.#parts.watch.changed();
      return { ...answer, headers };
    } catch (error) {
      return { ...refused(asApiError(error)), headers };
    }
  }

  #find(method: string, path: string): Match {
    const match = this.#parts.router.find(method, path);
    if (match === null) throw refusal('general');
    if (match === 'otherMethod') throw refusal('methodNotAllowed');
    return match;
  }
}

function recorded({ method, path, body }: Call, { status, body: sent }: Answer): RecordedRequest {
  const json = body instanceof ApiError ? null : body.json;
  return { method, path, body: json, status, error: status >= 400 ? sent : null };
}

async function receive(request: IncomingMessage, url: URL): Promise<Call> {
  return {
    method: request.method ?? 'GET',
    path: url.pathname.replace(API, ''),
    query: url.searchParams,
    authorization: request.headers.authorization,
    body: await bodyOf(request),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Body | ApiError> {
  try {
    return await readBody(request);
  } catch (error) {
    return asApiError(error);
  }
}

/** Milliseconds for which the request, and its answer, wait. */
function delays(fault: Fault | null): { readonly before: number; readonly after: number } {
  const ms = fault?.kind === 'delay' ? (fault.ms ?? 0) : 0;
  return fault?.after === true ? { before: 0, after: ms } : { before: ms, after: 0 };
}

function isCarriedOut(fault: Fault | null): boolean {
  return fault === null || fault.kind === 'delay' || fault.after === true;
}

/** What is no refusal is a fault of the local Discord itself, and must be seen. */
function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new ApiError(500, { code: 0, message: `The local Discord failed: ${reason}` });
}

function refused({ status, body }: ApiError): Answer {
  return { status, body };
}

function limited(retryAfter: number, headers: Headers, global = false): Answer {
  const body: ErrorBody & { retry_after: number; global: boolean } = {
    message: 'You are being rate limited.',
    code: 0,
    retry_after: retryAfter,
    global,
  };
  return { status: 429, body, headers: { ...headers, 'Retry-After': retryAfter.toFixed(3) } };
}

/** The answer of a fault that has one; null for a delay and for a socket that is dropped. */
function disturbance(fault: Fault): Answer | null {
  switch (fault.kind) {
    case 'status': {
      const status = fault.status ?? 500;
      return { status, body: { code: 0, message: `${status}: ordered by a test` } };
    }
    case 'rate-limit': {
      const global = fault.global === true;
      const scope = global ? 'global' : 'user';
      const headers = {
        'X-RateLimit-Scope': scope,
        ...(global ? { 'X-RateLimit-Global': 'true' } : {}),
      };
      return limited((fault.ms ?? 1_000) / 1_000, headers, global);
    }
    case 'delay':
    case 'drop':
      return null;
  }
}

function write(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  if (response.destroyed) return;
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...headers,
    Via: '1.1 local',
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
  });
  response.end(text);
}
