import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import { request as httpRequest, STATUS_CODES, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Clock } from '../clock.ts';
import { codeOf, UserError } from '../errors.ts';
import { parseUrl } from '../web-address.ts';
import { isPublicAddress } from './public-address.ts';
import { readResponse } from './response-body.ts';

/** Everything together: name look-up, redirects, the last byte. Milliseconds. */
const TOTAL_TIME = 15_000;
const MAX_REDIRECTS = 5;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const USER_AGENT = 'Archivist/0.1 (reads one article at the request of a person)';

export interface FetchOptions {
  readonly clock: Clock;
  readonly signal?: AbortSignal;
  /** Loopback and private networks too. Default false: an archive must not be a way into the network it runs in. */
  readonly allowPrivateAddresses?: boolean;
}

export interface FetchedPage {
  /** Where the page was after all redirects. */
  readonly url: string;
  /** The Content-Type header as it came: `text/html; charset=utf-8`. */
  readonly mediaType: string;
  /** Unpacked, at most 5 MB, in the page's own character encoding. */
  readonly bytes: Uint8Array;
}

/**
 * Fetches one page over http or https: at most 5 redirects, 15 s and 5 MB unpacked, HTML, text or JSON only. The address
 * that is connected to is checked after the name was looked up, on every redirect, so that no public name can lead into
 * a private network.
 * @throws {UserError} naming the url, what was wrong and what to do.
 * @throws the signal's reason when it aborts.
 */
export async function fetchUrl(url: string, options: FetchOptions): Promise<FetchedPage> {
  const deadline = new AbortController();
  const finished = new AbortController();
  const { clock, signal } = options;
  clock.sleep(TOTAL_TIME, finished.signal).then(
    () => {
      deadline.abort(new UserError(`no complete answer within ${TOTAL_TIME / 1000} seconds`));
    },
    // The page came first.
    () => undefined,
  );
  const either = signal ? AbortSignal.any([signal, deadline.signal]) : deadline.signal;
  try {
    return await follow(url, either, options.allowPrivateAddresses ?? false);
  } catch (error) {
    signal?.throwIfAborted();
    const cause: unknown = deadline.signal.aborted ? deadline.signal.reason : error;
    throw new UserError(
      `${url} could not be fetched: ${reasonOf(cause)}. ` +
        'Check the address in a browser, or save the page and ingest the file.',
      { cause },
    );
  } finally {
    finished.abort();
  }
}

async function follow(
  start: string,
  signal: AbortSignal,
  allowPrivate: boolean,
): Promise<FetchedPage> {
  let target = checkUrl(start, allowPrivate);
  for (let redirects = 0; ; redirects++) {
    const response = await send(target, signal, allowPrivate);
    const status = response.statusCode ?? 0;
    if (!REDIRECTS.includes(status)) {
      if (status !== 200) {
        response.destroy();
        throw new UserError(`the server answered ${status} ${STATUS_CODES[status] ?? ''}`.trim());
      }
      const { mediaType, bytes } = await readResponse(response, signal);
      return { url: target.href, mediaType, bytes };
    }
    response.destroy();
    if (redirects === MAX_REDIRECTS) {
      throw new UserError(`it redirects more than ${MAX_REDIRECTS} times`);
    }
    target = checkUrl(redirectTarget(response, target), allowPrivate);
  }
}

function redirectTarget(response: IncomingMessage, from: URL): string {
  const { location } = response.headers;
  const target = location === undefined ? null : parseUrl(location, from.href);
  if (target === null) {
    throw new UserError(`it redirects to "${location ?? 'nowhere'}", which is no address`);
  }
  return target.href;
}

function checkUrl(text: string, allowPrivate: boolean): URL {
  const url = parseUrl(text);
  if (url === null) throw new UserError('it is no complete address');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new UserError(`only http and https are fetched, not ${url.protocol}`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new UserError('addresses with a user name or password in them are not fetched');
  }
  // A literal address is never looked up, so the check in `lookup` would not see it.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !allowPrivate && !isPublicAddress(host)) throw privateAddress(host, host);
  return url;
}

function send(url: URL, signal: AbortSignal, allowPrivate: boolean): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    request(url, {
      // A connection of its own: one from a pool would have been checked under other rules.
      agent: false,
      signal,
      headers: {
        'user-agent': USER_AGENT,
        accept: 'text/html,application/xhtml+xml,application/json,text/plain;q=0.9,text/*;q=0.5',
        'accept-encoding': 'gzip, br',
      },
      ...(allowPrivate ? {} : { lookup: lookupPublic }),
    })
      .on('response', resolve)
      .on('error', reject)
      .end();
  });
}

/** `dns.lookup` without the addresses that may not be connected to; node connects to nothing but what this returns. */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) {
      callback(error, '', 0);
      return;
    }
    const allowed = addresses.filter(({ address }) => isPublicAddress(address));
    const [first] = allowed;
    if (first === undefined) {
      callback(privateAddress(hostname, describe(addresses)), '', 0);
    } else if (options.all === true) {
      callback(null, allowed);
    } else {
      callback(null, first.address, first.family);
    }
  });
};

function describe(addresses: readonly LookupAddress[]): string {
  return addresses.map(({ address }) => address).join(', ');
}

function privateAddress(host: string, address: string): UserError {
  const where = host === address ? host : `${host} (${address})`;
  return new UserError(`${where} is not an address of the public internet`);
}

const NETWORK_REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host name could not be looked up (is there a network?)',
  ECONNREFUSED: 'the server refuses connections',
  ECONNRESET: 'the server closed the connection',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ETIMEDOUT: 'the server does not answer',
};

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'the connection failed';
  if (error instanceof UserError) return error.message;
  // Several addresses were tried: each has its own error, the first says enough.
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  const code = codeOf(error);
  return NETWORK_REASONS[code] ?? (error.message || code || 'the connection failed');
}
