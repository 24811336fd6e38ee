import type { Article } from '../../archive/article.ts';
import type { HighlightStore } from '../../archive/database/highlight-store.ts';
import { nextTurn } from '../../event-loop.ts';
import type { Highlights } from '../digest.ts';
import type { FindHighlights } from './entry-maker.ts';
import { highlightsAt, keepHighlights, restoreHighlights } from './excerpts/kept-highlights.ts';
import { findLead } from './excerpts/lead.ts';
import { findQuotation } from './excerpts/quotation.ts';

/** Stands with what is kept; raise it with any change to what is found. */
export const HIGHLIGHT_RULES = 1;

export interface HighlightsPorts {
  readonly database: { readonly highlights: Pick<HighlightStore, 'get' | 'put'> };
}

/**
 * Finds what of an article a digest shows, once for all digests: it is kept in the database, and whoever asks for an article
 * that is being looked through waits for the same result.
 */
export function createHighlights({ database }: HighlightsPorts): FindHighlights {
  const running = new Map<number, Promise<Highlights>>();
  return async (article, signal) => {
    signal?.throwIfAborted();
    const { key } = article;
    const content = database.highlights.get(key, HIGHLIGHT_RULES);
    const kept = content === null ? null : restoreHighlights(article, content);
    if (kept !== null) return kept;
    const finding =
      running.get(key) ??
      lookThrough(article, database.highlights).finally(() => {
        running.delete(key);
      });
    running.set(key, finding);
    const found = await finding;
    signal?.throwIfAborted();
    return found;
  };
}

/** Takes some milliseconds, whatever the article, in turns of its own. */
async function lookThrough(
  article: Article,
  store: Pick<HighlightStore, 'put'>,
): Promise<Highlights> {
  await nextTurn();
  const lead = findLead(article);
  await nextTurn();
  const places = { lead, quotation: findQuotation(article) };
  store.put(article.key, HIGHLIGHT_RULES, keepHighlights(article, places));
  return highlightsAt(article, places);
}
