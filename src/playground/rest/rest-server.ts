import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Alarms } from '../alarms.ts';
import type { Fault } from '../local-discord.ts';
import type { TrafficLog } from '../traffic-log.ts';
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
}

type Headers = Readonly<Record<string, string>>;

interface Answer extends ApiAnswer {
  readonly headers?: Headers;
}

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
    const method = request.method ?? 'GET';
    const path = url.pathname.replace(API, '');
    const { faults, traffic, alarms } = this.#parts;
    let body: Body = { json: undefined, uploads: [] };
    let failure: ApiError | null = null;
    try {
      body = await readBody(request);
    } catch (error) {
      failure = asApiError(error);
    }
    const fault = faults.take(method, path);
    if (fault?.kind === 'delay') await alarms.pause(fault.ms ?? 0);
    const skip = fault !== null && fault.kind !== 'delay' && fault.after !== true;
    let answer: Answer = { status: 204 };
    if (!skip) {
      answer = failure === null ? await this.#carryOut(request, url, path, body) : refused(failure);
    }
    const disturbed = fault === null ? null : disturbance(fault);
    const { status, body: sent } = disturbed ?? answer;
    const error = status >= 400 ? sent : null;
    traffic.add({ method, path, body: body.json, status, error }, disturbed !== null);
    if (fault?.kind === 'drop') request.socket.destroy();
    else write(response, disturbed ?? answer);
  }

  async #carryOut(request: IncomingMessage, url: URL, path: string, body: Body): Promise<Answer> {
    const method = request.method ?? 'GET';
    let headers: Headers = {};
    try {
      const match = this.#find(method, path);
      const isBot = request.headers.authorization === `Bot ${this.#parts.token}`;
      if (!isBot && match.route.open !== true) throw refusal('unauthorized');
      const allowance = this.#parts.limits.count(method, match.route.pattern, match.params);
      headers = allowance.headers;
      if (allowance.retryAfter !== null) return limited(allowance.retryAfter, headers);
      const { params } = match;
      const answer = await match.route.handle({ ...body, params, query: url.searchParams, isBot });
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
