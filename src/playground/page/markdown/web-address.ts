/** The address if it is one that the page links: of the web, and of nothing else. */
export function webAddress(text: string): string | null {
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null;
}
