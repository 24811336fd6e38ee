import { REST, type Client, type RawFile } from 'discord.js';

/** What a request says beside its route. */
export interface PostRequest {
  readonly body?: unknown;
  readonly query?: URLSearchParams;
  readonly files?: RawFile[];
}

/** Requests that are sent once: whether another one is right is not known here. */
export interface PostRest {
  get(route: `/${string}`, request: PostRequest, signal?: AbortSignal): Promise<unknown>;
  post(route: `/${string}`, request: PostRequest, signal?: AbortSignal): Promise<unknown>;
  close(): void;
}

/** A message without files takes far less. Milliseconds. */
const TIMEOUT_MS = 15_000;
/** A longer wait for a rate limit is a failure: others are waiting, too. Milliseconds. */
const LONGEST_WAIT_MS = 60_000;

/** The client's own REST repeats what failed, which in a forum would make a second post. */
export function createPostRest(client: Client<true>): PostRest {
  const rest = new REST({
    api: client.rest.options.api,
    retries: 0,
    timeout: TIMEOUT_MS,
    rejectOnRateLimit: ({ timeToReset, retryAfter }) => {
      return Math.max(timeToReset, retryAfter) > LONGEST_WAIT_MS;
    },
  });
  return {
    get: (route, request, signal) =>
      abortable((own) => {
        // After a refused token it would have none.
        rest.setToken(client.token);
        return rest.get(route, { ...request, signal: own });
      }, signal),
    post: (route, request, signal) =>
      abortable((own) => {
        rest.setToken(client.token);
        return rest.post(route, { ...request, signal: own });
      }, signal),
    close: () => {
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
    },
  };
}

/** discord.js never stops listening to a signal: each request gets one of its own. */
async function abortable<T>(
  request: (own: AbortSignal) => Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  const own = new AbortController();
  const abort = (): void => {
    own.abort(signal?.reason);
  };
  if (signal?.aborted === true) abort();
  signal?.addEventListener('abort', abort);
  try {
    return await request(own.signal);
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}
