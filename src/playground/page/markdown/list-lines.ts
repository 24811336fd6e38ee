/** The mark of an item: its indent, the bullet or number. */
const BULLET = /^( *)(?:[*-]|(\d{1,9})\.) +(?=\S)/;

/** The lines of a list that `source` begins with: up to a line that is neither item nor indented. Null without a list. */
export function listLines(source: string): string | null {
  if (!BULLET.test(source)) return null;
  let end = 0;
  do {
    const lineEnd = source.indexOf('\n', end);
    if (lineEnd < 0) return source;
    end = lineEnd + 1;
  } while (belongs(source, end));
  return source.slice(0, end);
}

export interface ListItems {
  /** Of a numbered list, the number of its first item. */
  readonly start: number | null;
  /** Texts of the items, without their marks and indent; further lines may be lists again. */
  readonly items: readonly string[];
}

/** Divides the lines of a list. An item begins where the indent is not deeper than that of the item before. */
export function splitItems(lines: string): ListItems {
  const items: string[][] = [];
  let depth = Infinity;
  for (const line of lines.replace(/\n$/, '').split('\n')) {
    const { mark, indent } = markOf(line);
    if (mark > 0 && indent <= depth) {
      depth = indent;
      items.push([line.slice(mark)]);
    } else items.at(-1)?.push(mark > 0 ? line.slice(depth + 1) : line.trimStart());
  }
  const number = BULLET.exec(lines)?.[2];
  return {
    start: number === undefined ? null : Number(number),
    items: items.map((item) => item.join('\n')),
  };
}

/** Characters of an item's mark with its indent, and of the indent alone; 0 for a line without a mark. */
function markOf(line: string): { readonly mark: number; readonly indent: number } {
  const [mark = '', indent = ''] = BULLET.exec(line) ?? [];
  return { mark: mark.length, indent: indent.length };
}

function belongs(source: string, at: number): boolean {
  const lineEnd = source.indexOf('\n', at);
  const line = source.slice(at, lineEnd < 0 ? undefined : lineEnd);
  return BULLET.test(line) || (line.startsWith(' ') && line.trim() !== '');
}
