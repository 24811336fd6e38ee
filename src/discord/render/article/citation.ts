import type { Citation } from '../../../answer/answer.ts';
import { displayLine, literalLine } from '../../markdown/literal.ts';
import { link } from '../../markdown/link.ts';
import { timestamp } from '../../markdown/timestamp.ts';

/** Characters of a headline that are shown. */
const HEADLINE_LENGTH = 200;

/**
 * The headline, linked where there is an address and room for it; the article's id where nothing of the headline can be
 * seen. @param room characters of the result, 50 at least.
 */
export function citedHeadline({ headline, id, url }: Citation, room: number): string {
  const shown = displayLine(headline, HEADLINE_LENGTH) || id;
  const linked = link(shown, url);
  return linked.length <= room ? linked : literalLine(shown, room);
}

/** Section, date, byline and source, as far as they are known. @param room characters over all; 100 at least. */
export function citedFacts(article: Omit<Citation, 'headline' | 'id'>, room: number): string[] {
  const { section, publishedAt, byline, source } = article;
  const names = [section, byline, source === byline ? null : source];
  const each = Math.floor((room - DATE_ROOM) / names.length) - SEPARATOR_LENGTH;
  const [where, ...who] = names.map((name) => literalLine(name ?? '', each));
  return [where ?? '', publishedAt === null ? '' : timestamp(publishedAt), ...who].filter(
    (fact) => fact !== '',
  );
}

const DATE_ROOM = 40;
const SEPARATOR_LENGTH = ' · '.length;

/** `[1] headline · section · date · byline · source`. @param room characters of the result, 200 at least. */
export function citationLine(article: Citation, lead: string, room: number): string {
  const facts = citedFacts(article, room / 2).map((fact) => ` · ${fact}`);
  const rest = lead.length + facts.join('').length;
  return `${lead}${citedHeadline(article, room - rest)}${facts.join('')}`;
}
