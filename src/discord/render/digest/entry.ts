import type { Citation } from '../../../answer/answer.ts';
import type { Span } from '../../../archive/article.ts';
import type { DigestEntry, Quotation } from '../../../digest/digest.ts';
import type { DigestStyle } from '../../../digest/schedule.ts';
import { link } from '../../markdown/link.ts';
import { bold, displayLine, literal, literalLine, small } from '../../markdown/literal.ts';
import { quote } from '../../markdown/quote.ts';
import { sentencesWithin } from '../../markdown/sentences-within.ts';
import { timestamp } from '../../markdown/timestamp.ts';
import type { DigestPostTexts } from '../../texts/digest-post/index.ts';
import { citedFacts, citedHeadline } from '../article/citation.ts';

/** Characters of an entry's parts, as markdown; together they leave a message room for its header and footer. */
const HEADLINE_ROOM = 600;
const FACTS_ROOM = 250;
const LEAD_ROOM = { compact: 400, full: 700 } as const;
const QUOTATION_ROOM = 700;
const SPEAKER_ROOM = 120;
const ALSO_IN_ROOM = 600;
const LINK_ROOM = 300;
const SOURCE_LENGTH = 40;
const HEADLINE_LENGTH = 80;

/** A story: two lines in the compact style, its facts and a quotation besides in the full one. */
export function entryText(entry: DigestEntry, style: DigestStyle, texts: DigestPostTexts): string {
  const { article, lead } = entry;
  const quotation = style === 'full' ? quotationBeside(entry) : null;
  const headline = bold(citedHeadline(article, HEADLINE_ROOM));
  const quoted = [
    ...(lead === null ? [] : [sentencesWithin(lead.text, LEAD_ROOM[style])]),
    ...(quotation === null ? [] : [spoken(quotation, texts)]),
  ];
  return [
    ...(style === 'compact'
      ? [[headline, ...dateOf(article), ...marksOf(entry, texts)].join(' · ')]
      : [headline, ...factsLine(entry, texts)]),
    ...(quoted.length === 0 ? [] : [quote(quoted.join('\n\n'))]),
    ...alsoIn(entry, texts),
  ].join('\n');
}

function dateOf({ publishedAt }: Citation): string[] {
  return publishedAt === null ? [] : [timestamp(publishedAt)];
}

function marksOf({ corrected }: DigestEntry, { entry }: DigestPostTexts): string[] {
  return corrected ? [entry.corrected] : [];
}

/** The section stands above. */
function factsLine(entry: DigestEntry, texts: DigestPostTexts): string[] {
  const facts = citedFacts({ ...entry.article, section: null }, FACTS_ROOM);
  const shown = [...facts, ...marksOf(entry, texts)];
  return shown.length === 0 ? [] : [small(shown.join(' · '))];
}

/** Null also when the lead has it, with who said it. */
function quotationBeside({ lead, quotation }: DigestEntry): Quotation | null {
  const isRead = (span: Span): boolean => {
    return lead !== null && span.start >= lead.start && span.end <= lead.end;
  };
  return quotation !== null && isRead(quotation) && isRead(quotation.speaker) ? null : quotation;
}

/** What stands between the quotation marks, in those of the post. */
function spoken({ text, speaker }: Quotation, { quoted }: DigestPostTexts): string {
  const words = sentencesWithin(text, QUOTATION_ROOM);
  const said = OPENING_MARK.test(text) ? words : quoted(words);
  return `${said} — ${literalLine(speaker.text, SPEAKER_ROOM)}`;
}

const OPENING_MARK = /^["'“”„«»‘‚‹›]/;

/** As many as there is room for. */
function alsoIn({ article, alsoIn: others }: DigestEntry, { entry }: DigestPostTexts): string[] {
  if (others.length === 0) return [];
  const links = labelsFor(others, article).map((label, at) => shortLink(label, others[at]?.url));
  const line = (shown: number): string => entry.alsoIn(links.slice(0, shown), links.length - shown);
  let shown = links.length;
  while (shown > 1 && line(shown).length > ALSO_IN_ROOM) shown -= 1;
  return [small(line(shown))];
}

function shortLink(label: string, url: string | null = null): string {
  const linked = link(label, url);
  return linked.length <= LINK_ROOM ? linked : literal(label);
}

/** What tells them apart: who published each, or its headline where another one is from the same source or none. */
function labelsFor(others: readonly Citation[], main: Citation): string[] {
  const sources = [main, ...others].map(({ source }) => displayLine(source ?? '', SOURCE_LENGTH));
  return others.map(({ headline, id }, at) => {
    const source = sources[at + 1] ?? '';
    const isOne = source !== '' && sources.filter((other) => other === source).length === 1;
    return isOne ? source : displayLine(headline, HEADLINE_LENGTH) || id;
  });
}
