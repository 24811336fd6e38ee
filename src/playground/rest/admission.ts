import type { IncomingMessage } from 'node:http';

/** Why a request is answered before anything is done for it. */
export interface Inadmissible {
  readonly status: number;
  /** A sentence for who looks at the answer. */
  readonly reason: string;
}

/** What this machine calls itself. */
const OWN_NAMES: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];
const HTTP_PORT = 80;
/** Values of `Sec-Fetch-Site`. */
const FOREIGN_SITES: readonly string[] = ['cross-site', 'same-site'];

/**
 * The address a request asks for, or why it is refused. Another site's page may make a browser send requests here, also
 * under a name of its own that leads to this machine; it must neither read nor change anything.
 */
export function admit(request: IncomingMessage): URL | Inadmissible {
  const { url = '', headers, socket } = request;
  const host = headers.host ?? '';
  if (!isOwnHost(host, socket.localPort)) {
    return { status: 421, reason: 'Only 127.0.0.1 and localhost are served here.' };
  }
  if (isForeign(request, `http://${host}`)) {
    return { status: 403, reason: 'Other sites may not use this server.' };
  }
  if (!isPath(url)) return { status: 400, reason: 'The address is malformed.' };
  return new URL(`http://${host}${url}`);
}

/** Was it another site's page that made the browser ask? Following a link to the page is no harm. */
function isForeign({ headers, method, url }: IncomingMessage, ownOrigin: string): boolean {
  const { origin = ownOrigin, 'sec-fetch-site': site = '', 'sec-fetch-dest': target } = headers;
  if (origin !== ownOrigin) return true;
  const isVisit = method === 'GET' && target === 'document' && url === '/';
  return !isVisit && FOREIGN_SITES.includes(site);
}

function isOwnHost(host: string, port: number | undefined): boolean {
  const suffix = port === HTTP_PORT ? '' : `:${String(port)}`;
  return OWN_NAMES.some(
    (name) => host === `${name}${suffix}` || host === `${name}:${String(port)}`,
  );
}

/** One that can be decoded, too. */
function isPath(url: string): boolean {
  if (!url.startsWith('/')) return false;
  try {
    decodeURIComponent(url.replace(/\?.*/su, ''));
    return true;
  } catch {
    return false;
  }
}
