/**
 * The address, or null where it is none. Instead of `URL.canParse`, which in Node 20, once optimised, refuses letters
 * beyond ASCII that it accepts otherwise.
 * @param base what a relative address is resolved against.
 */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}

/** Is it a complete address with http or https? */
export function isWebAddress(text: string): boolean {
  return /^https?:$/.test(parseUrl(text)?.protocol ?? '');
}
