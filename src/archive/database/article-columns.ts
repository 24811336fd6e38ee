import type { ArticleState, ArticleSummary } from '../library.ts';
import { numberIn, numberOrNullIn, textIn, textOrNullIn, type Row } from './row.ts';

/**
 * Start of a query over `articles a` whose rows `summaryIn` reads; its first parameter is the index generation.
 * @param index to be used, where the planner, which knows no counts, would take the one by scope and state: that reads a
 * whole scope to find one article.
 */
export function selectSummary(index?: string): string {
  return `
    SELECT a.*, coalesce(p.passages, 0) AS passages
    FROM articles a ${index === undefined ? '' : `INDEXED BY ${index}`}
    LEFT JOIN placements p ON p.generation = ? AND p.article_key = a.key`;
}

export function summaryIn(row: Row): ArticleSummary {
  return {
    key: numberIn(row, 'key'),
    id: textIn(row, 'id'),
    scope: textIn(row, 'scope'),
    headline: textIn(row, 'headline'),
    section: textOrNullIn(row, 'section'),
    byline: textOrNullIn(row, 'byline'),
    source: textOrNullIn(row, 'source'),
    url: textOrNullIn(row, 'url'),
    externalId: textOrNullIn(row, 'external_id'),
    publishedAt: textOrNullIn(row, 'published_at'),
    language: textIn(row, 'language'),
    photoCaption: textOrNullIn(row, 'photo_caption'),
    contentHash: textIn(row, 'content_hash'),
    ingestedAt: textIn(row, 'ingested_at'),
    ingestedBy: textIn(row, 'ingested_by'),
    revision: numberIn(row, 'revision'),
    state: stateIn(row),
    day: numberOrNullIn(row, 'day'),
    words: numberIn(row, 'words'),
    passages: numberIn(row, 'passages'),
    removedAt: textOrNullIn(row, 'removed_at'),
    removedBy: textOrNullIn(row, 'removed_by'),
  };
}

const STATES: readonly ArticleState[] = ['current', 'superseded', 'undone', 'removed'];

function stateIn(row: Row): ArticleState {
  const text = textIn(row, 'state');
  const state = STATES.find((each) => each === text);
  if (state === undefined) throw new Error(`Expected an article's state, found ${text}.`);
  return state;
}

/** What sections are compared by: upper and lower case do not matter. */
export function sectionKey(section: string): string {
  return section.toLowerCase();
}

/** What headlines are searched by: neither case nor accents matter. */
export function headlineKey(headline: string): string {
  return headline.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
