import { z } from 'zod';
import type { Article, Span } from '../../../archive/article.ts';
import type { Highlights, QuotedText } from '../../digest.ts';

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
  const { lead, quotation } = kept;
  const sound =
    (lead === null || liesIn(article, lead)) &&
    (quotation === null || (liesIn(article, quotation) && isSpokenBy(article, quotation)));
  return sound ? highlightsAt(article, kept) : null;
}

function liesIn({ canonical }: Article, { start, end }: Span): boolean {
  return start < end && end <= canonical.length;
}

/** The speaker stands before or behind what he said. */
function isSpokenBy(
  article: Article,
  { start, end, speaker }: NonNullable<HighlightPlaces['quotation']>,
): boolean {
  return liesIn(article, speaker) && (speaker.end <= start || speaker.start >= end);
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

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
