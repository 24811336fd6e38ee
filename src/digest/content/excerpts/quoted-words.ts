import type { Span } from '../../../archive/article.ts';

/** What stands between two quotation marks; the span is that of the words, without white space around them. */
export interface QuotedWords extends Span {
  /** Of the opening mark. */
  readonly outerStart: number;
  /** Behind the closing mark. */
  readonly outerEnd: number;
}

/** Which marks close what each mark opens. `»` opens in German and Danish, `”` in Swedish. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”"',
  '„': '“”"',
  '”': '”',
  '«': '»',
  '»': '«',
  '‘': '’',
};

/**
 * The quoted words of one paragraph, in order, not overlapping; quotations within quotations are part of them. Takes one
 * pass. A mark that is never closed quotes nothing, and neither does one that is opened anew before it is closed: two
 * thirds of a text in marks would be worse than none.
 */
export function findQuotedWords(text: string): QuotedWords[] {
  const found: QuotedWords[] = [];
  let open: { readonly mark: string; readonly at: number } | null = null;
  for (const { 0: mark, index: at } of text.matchAll(MARKS)) {
    if (open !== null && closes(text, at, open.mark)) {
      found.push(...wordsWithin(text, open.at, at));
      open = null;
    } else if (opens(text, at, mark) && !isWithin(open, mark)) {
      open = { mark, at };
    }
  }
  return found;
}

const MARKS = /["“”„«»‘’]/g;

function closes(text: string, at: number, opening: string): boolean {
  const mark = text.charAt(at);
  if (CLOSERS[opening]?.includes(mark) !== true) return false;
  // French has a space inside its guillemets.
  if (mark === '»') return true;
  const before = text.charAt(at - 1);
  if (SPACE.test(before)) return false;
  return mark !== '’' || !LETTER.test(text.charAt(at + 1));
}

function opens(text: string, at: number, mark: string): boolean {
  if (CLOSERS[mark] === undefined) return false;
  const startsWord = at === 0 || BEFORE_OPENING.test(text.charAt(at - 1));
  return startsWord && (mark === '«' || !SPACE.test(text.charAt(at + 1)));
}

/** A mark of another kind inside a quotation is a quotation within it. */
function isWithin(open: { readonly mark: string } | null, mark: string): boolean {
  return open !== null && open.mark !== mark && open.mark !== '‘';
}

function wordsWithin(text: string, opening: number, closing: number): QuotedWords[] {
  const inside = text.slice(opening + 1, closing);
  const start = opening + 1 + inside.length - inside.trimStart().length;
  const end = start + inside.trim().length;
  return end <= start ? [] : [{ start, end, outerStart: opening, outerEnd: closing + 1 }];
}

const SPACE = /\s/;
const LETTER = /\p{L}/u;
const BEFORE_OPENING = /[\s(\p{Ps}\p{Pd}/'’:,]/u;
