import { z } from 'zod';
import type { Article, Span } from '../../archive/article.ts';
import type { Highlights, QuotedText } from '../digest.ts';

const span = z.object({ start: z.int().min(0), end: z.int() });

/** Places in an article, never its words; they hold for the text with this hash alone. */
const keptHighlights = z.object({
  contentHash: z.string(),
  lead: span.nullable(),
  quotation: span.extend({ speaker: span }).nullable(),
});

/** Where the highlights of an article stand. */
export interface HighlightPlaces {
  readonly lead: Span | null;
  readonly quotation: (Span & { readonly speaker: Span }) | null;
}

export function keepHighlights(
  { contentHash }: Article,
  { lead, quotation }: HighlightPlaces,
): string {
  const place = ({ start, end }: Span): Span => ({ start, end });
  return JSON.stringify({
    contentHash,
    lead: lead && place(lead),
    quotation: quotation && { ...place(quotation), speaker: place(quotation.speaker) },
  });
}

/** Null for what was not kept of this very text, or is damaged. */
export function restoreHighlights(article: Article, content: string): Highlights | null {
  const kept = keptHighlights.safeParse(parseJson(content)).data;
  if (kept?.contentHash !== article.contentHash) return null;
  const places = [kept.lead, kept.quotation, kept.quotation?.speaker ?? null];
  const inside = places.every((place) => place === null || liesIn(article, place));
  return inside ? highlightsAt(article, kept) : null;
}

export function highlightsAt(article: Article, { lead, quotation }: HighlightPlaces): Highlights {
  return {
    lead: lead && sliceOf(article, lead),
    quotation: quotation && {
      ...sliceOf(article, quotation),
      speaker: sliceOf(article, quotation.speaker),
    },
  };
}

function sliceOf({ canonical }: Article, { start, end }: Span): QuotedText {
  return { start, end, text: canonical.slice(start, end) };
}

function liesIn({ canonical }: Article, { start, end }: Span): boolean {
  return start < end && end <= canonical.length;
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
