/** Tags and character references of one page, scripts aside. The slowest page of that size took 4 s of CPU time. */
const MAX_MARKUP = 60_000;

/** Elements within elements; far above what pages need, far below what overflows the stack. */
export const MAX_DEPTH = 250;

export type HtmlSource =
  | {
      /** Without comments, scripts and styles, which are most of a page and never text. */
      readonly html: string;
      /** What stood in the JSON-LD scripts. */
      readonly jsonLd: readonly string[];
    }
  | { readonly problem: string };

/**
 * Makes a page safe to hand to a DOM parser, in one pass over its text: the parser's time grows with the square of the
 * depth, and walks over the tree recurse.
 */
export function prepareHtml(text: string): HtmlSource {
  const { html, jsonLd } = dropUnreadable(text);
  // A lone ">" counts too: Readability writes the page out and parses it again, and then each is a reference.
  const markup = Math.max(count(html, '<'), count(html, '>')) + count(html, '&');
  if (markup > MAX_MARKUP) return { problem: tooMuchMarkup(markup) };
  if (isTooDeep(html)) return { problem: tooDeep() };
  return { html, jsonLd };
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

function tooMuchMarkup(markup: number): string {
  return `the page has ${markup} tags and character references, at most ${MAX_MARKUP} are read`;
}

export function tooDeep(): string {
  return `the page nests its elements more than ${MAX_DEPTH} deep`;
}

function dropUnreadable(text: string): {
  readonly html: string;
  readonly jsonLd: readonly string[];
} {
  const kept: string[] = [];
  const jsonLd: string[] = [];
  const opening = /<!--|<(?<name>script|style)\b[^>]{0,2000}>/gi;
  let position = 0;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    kept.push(text.slice(position, match.index), ' ');
    const start = opening.lastIndex;
    const closing = closingOf(match.groups?.['name']);
    closing.lastIndex = start;
    const close = closing.exec(text);
    // What is never closed swallows the rest of the page, in browsers too.
    if (close === null) return { html: kept.join(''), jsonLd };
    if (/ld\+json/i.test(match[0])) jsonLd.push(text.slice(start, close.index));
    position = closing.lastIndex;
    opening.lastIndex = position;
  }
  kept.push(text.slice(position));
  return { html: kept.join(''), jsonLd };
}

function closingOf(name: string | undefined): RegExp {
  if (name === undefined) return /-->/g;
  return name.toLowerCase() === 'script' ? /<\/script[^>]{0,100}>/gi : /<\/style[^>]{0,100}>/gi;
}

/** Elements that never hold others, or that the next of their kind closes: they add no depth. */
const FLAT = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option'.split(
    ' ',
  ),
);

/** A close estimate that refuses the worst before it is parsed; the parsed tree is measured again. */
function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]{0,40})/gi)) {
    if (FLAT.has(name.toLowerCase())) continue;
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}
