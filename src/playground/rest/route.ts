import type { Body } from './body.ts';

export interface ApiRequest extends Body {
  /** What stood in the places of the pattern's `:names`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Came with the bot's token. */
  readonly isBot: boolean;
}

export interface ApiAnswer {
  readonly status: number;
  /** Undefined for 204. */
  readonly body?: unknown;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/channels/:channel/messages` */
  readonly pattern: string;
  /** Needs no bot token: what is asked for is protected by a token in the path. */
  readonly open?: boolean;
  /** @throws {ApiError} */
  readonly handle: (request: ApiRequest) => ApiAnswer | Promise<ApiAnswer>;
}

export function ok(body: unknown, status = 200): ApiAnswer {
  return { status, body };
}

export const NO_CONTENT: ApiAnswer = { status: 204 };
