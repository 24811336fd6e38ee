/** The 1-based line of a position in the text. */
export function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < position; at = text.indexOf('\n', at + 1))
    line += 1;
  return line;
}

/**
 * The lines on which the elements of a list start, in a text that is valid JSON: the elements of the whole, or of the
 * array that the outermost object has under `key`. `JSON.parse` tells values, not places.
 */
export function elementLines(text: string, key: string | null): readonly number[] {
  const scan = new Scan(text);
  // Of two equal keys `JSON.parse` keeps the last, and so do we.
  let lines: number[] = [];
  const listDepth = key === null ? 1 : 2;
  let inList = key === null;
  let expectsElement = false;
  for (let token = scan.next(); token !== null; token = scan.next()) {
    if (isList(token, scan, listDepth, key)) {
      inList = true;
      expectsElement = true;
      lines = [];
      continue;
    }
    if (!inList) continue;
    if (scan.depth < listDepth) inList = false;
    else if (token.sign === ',' && scan.depth === listDepth) expectsElement = true;
    else if (expectsElement) {
      lines.push(token.line);
      expectsElement = false;
    }
  }
  return lines;
}

function isList(token: Token, scan: Scan, listDepth: number, key: string | null): boolean {
  if (token.sign !== '[' || scan.depth !== listDepth) return false;
  return key === null || scan.key === JSON.stringify(key);
}

interface Token {
  /** A bracket, comma or colon, or the first character of a string, number or word. */
  readonly sign: string;
  readonly line: number;
}

/** Walks over the tokens of valid JSON. */
class Scan {
  /** How many brackets are open after the last token. */
  depth = 0;
  /** The last key of the outermost object, as it is written. */
  key: string | null = null;
  readonly #text: string;
  readonly #tokens = /"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s"[\]{},:]+|\n/g;
  #line = 1;
  #lastString: string | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  next(): Token | null {
    for (;;) {
      const token = this.#tokens.exec(this.#text)?.[0];
      if (token === undefined) return null;
      const line = this.#line;
      if (token === '\n') {
        this.#line += 1;
        continue;
      }
      this.#take(token);
      return { sign: token.charAt(0), line };
    }
  }

  #take(token: string): void {
    if (token === '[' || token === '{') this.depth += 1;
    else if (token === ']' || token === '}') this.depth -= 1;
    else if (token === ':' && this.depth === 1) this.key = this.#lastString;
    else if (token.startsWith('"')) this.#lastString = token;
  }
}
