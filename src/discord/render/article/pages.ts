import type { Article, Paragraph } from '../../../archive/article.ts';
import { startWithin } from '../../markdown/cut.ts';
import { escapedLength } from '../../markdown/escape.ts';

/** Characters of the article on one page, as sent. Headline, citation and notes have the rest of a message. */
const PAGE_ROOM = 2_200;
/** What a paragraph may take beyond its text: the mark of a quote, stars for bold or italics, the blank line before. */
const FRAME = '> ****\n\n'.length;

export type PagedArticle = Pick<Article, 'canonical' | 'paragraphs'>;

/**
 * The article cut into pages: whole paragraphs where they fit, and no subheading at the end of a page. The same article
 * always gives the same pages, so a page number in a button is enough to come back. At least one page.
 */
export function articlePages(article: PagedArticle): readonly (readonly Paragraph[])[] {
  const pages: Paragraph[][] = [];
  let page: Paragraph[] = [];
  for (const piece of piecesOf(article)) {
    if (page.length > 0 && !fits(article, [...page, piece])) {
      const subheadings = subheadingsAtEnd(page);
      // Huge ones would not leave room for what stands under them.
      const moved = fits(article, [...subheadings, piece]) ? subheadings : [];
      pages.push(page.slice(0, page.length - moved.length));
      page = moved;
    }
    page.push(piece);
  }
  return [...pages, page];
}

/** Which of the pages holds the character at `offset` of the canonical text; the first one for a place on none. */
export function pageAt(pages: readonly (readonly Paragraph[])[], offset: number): number {
  return Math.max(
    0,
    pages.findIndex((page) => page.some(({ start, end }) => offset >= start && offset < end)),
  );
}

/** Paragraphs, those longer than a page in parts. */
function piecesOf({ canonical, paragraphs }: PagedArticle): Paragraph[] {
  return paragraphs.flatMap(({ kind, start, end }) => {
    const pieces: Paragraph[] = [];
    let from = start;
    while (from < end) {
      // Escaping makes nothing shorter, so no more than this has to be looked at.
      const ahead = canonical.slice(from, Math.min(end, from + PAGE_ROOM));
      const part = startWithin(ahead, PAGE_ROOM - FRAME);
      const to = from + (part.length === 0 ? ahead.length : part.length);
      pieces.push({ kind, start: from, end: to });
      from = to + (/^\s*/.exec(canonical.slice(to, Math.min(end, to + 10)))?.[0].length ?? 0);
    }
    return pieces;
  });
}

function fits({ canonical }: PagedArticle, page: readonly Paragraph[]): boolean {
  const size = page.reduce(
    (sum, { start, end }) => sum + FRAME + escapedLength(canonical.slice(start, end)),
    0,
  );
  return size <= PAGE_ROOM;
}

/** Empty when there is nothing else on the page. */
function subheadingsAtEnd(page: readonly Paragraph[]): Paragraph[] {
  const last = page.findLastIndex(({ kind }) => kind !== 'subheading');
  return last < 0 ? [] : page.slice(last + 1);
}
