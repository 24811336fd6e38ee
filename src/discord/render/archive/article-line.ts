import type { ArticleSummary } from '../../../archive/library.ts';
import { bold, displayLine, literalLine } from '../../markdown/literal.ts';
import { link } from '../../markdown/link.ts';
import { timestamp } from '../../markdown/timestamp.ts';

const HEADLINE_LENGTH = 150;
const SECTION_LENGTH = 50;

export type ListedArticle = Pick<
  ArticleSummary,
  'id' | 'headline' | 'section' | 'publishedAt' | 'url'
>;

/**
 * `10 February 2024 · headline · section · id` on one line.
 * @param room characters; the link goes when it takes more. At least 300.
 */
export function articleLine(article: ListedArticle, undated: string, room: number): string {
  const linked = lineWith(linkedHeadline(article), article, undated);
  if (linked.length <= room) return linked;
  return lineWith(literalLine(headlineOf(article), HEADLINE_LENGTH), article, undated);
}

function lineWith(headline: string, article: ListedArticle, undated: string): string {
  const { id, section, publishedAt } = article;
  return [
    publishedAt === null ? undated : timestamp(publishedAt),
    bold(headline),
    ...(section === null ? [] : [literalLine(section, SECTION_LENGTH)]),
    `\`${id}\``,
  ].join(' · ');
}

function linkedHeadline(article: ListedArticle): string {
  return link(displayLine(headlineOf(article), HEADLINE_LENGTH / 2), article.url);
}

/** The id where nothing of the headline can be seen. */
export function headlineOf({ headline, id }: Pick<ListedArticle, 'headline' | 'id'>): string {
  return displayLine(headline) === '' ? id : headline;
}

/** `headline · 2024-02-10` for places that know no markdown. @param maximum characters; at least 30. */
export function plainArticleLine(article: ListedArticle, maximum: number): string {
  const day = article.publishedAt === null ? '' : ` · ${article.publishedAt.slice(0, DAY_LENGTH)}`;
  return `${displayLine(headlineOf(article), maximum - day.length)}${day}`;
}

const DAY_LENGTH = 'yyyy-mm-dd'.length;
