import { parseUrl } from '../../web-address.ts';
import { literal } from './literal.ts';

/**
 * The text as a link. A text that Discord would not take as a link's (brackets, or something like an address, which it
 * guards against deception) stands before the link instead; an address that is none of the web, or too long, is left out.
 * @param text shown word for word.
 */
export function link(text: string, url: string | null): string {
  const shown = literal(text);
  const target = url === null ? null : linkTarget(url);
  if (target === null) return shown;
  if (text === '') return `[${ARROW}](${target})`;
  return LINKABLE.test(text) ? `[${shown}](${target})` : `${shown} [${ARROW}](${target})`;
}

const ARROW = '↗';

/** Neither brackets nor anything that looks like an address: `www.`, `a://b`, `example.com`, `a@b`. */
const LINKABLE = /^(?!.*(?:[[\]]|\w:\/\/|\bwww\.|\p{L}\.\p{L}{2}|\S@\S)).*\S.*$/su;

/** Longer ones would take the room of what is read. */
const URL_LENGTH = 500;

/** The address in a form that ends neither the link nor bold around it; null when it cannot be linked. */
export function linkTarget(url: string): string | null {
  const parsed = parseUrl(url);
  if (parsed === null) return null;
  const { protocol, hostname, href } = parsed;
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  // An IPv6 address needs its brackets.
  if (hostname.startsWith('[')) return null;
  const target = href.replace(
    NOT_PLAIN,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return target.length <= URL_LENGTH ? target : null;
}

/** `URL` leaves nothing but ASCII; of that, what has a meaning in Discord's markdown or ends an address. */
const NOT_PLAIN = /[^A-Za-z0-9\-._~:/?#@!$&+,;=%]/g;
