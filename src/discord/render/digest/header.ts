import type { Digest } from '../../../digest/digest.ts';
import type { DigestSchedule } from '../../../digest/schedule.ts';
import { literalLine, small } from '../../markdown/literal.ts';
import { daysAsHeading, daysInWords } from '../../texts/digest-post/days.ts';
import { digestPostTexts, type DigestPostTexts } from '../../texts/digest-post/index.ts';
import type { Language } from '../../texts/language.ts';

const TOPIC_ROOM = 300;

/** The day and what it brought. */
export function digestHeader(
  digest: Digest,
  { topic }: DigestSchedule,
  texts: DigestPostTexts,
  language: Language,
): string {
  const { date, firstDate, articles, corrected } = digest;
  const { header } = texts;
  const fresh = articles - corrected;
  const facts = [
    ...(fresh > 0 ? [header.fresh(fresh)] : []),
    ...(corrected > 0 ? [header.corrected(corrected)] : []),
    ...(topic === null ? [] : [header.topic(literalLine(topic, TOPIC_ROOM))]),
  ];
  return [
    `## ${daysAsHeading(firstDate, date, language)}`,
    ...(articles > 0 ? [] : [firstDate === date ? header.nothing : header.nothingForDays]),
    ...(facts.length === 0 ? [] : [small(facts.join(' · '))]),
  ].join('\n');
}

/** Above a further message. @param at 1 for the second message. */
export function partHeader(
  { date, firstDate }: Digest,
  at: number,
  of: number,
  { header }: DigestPostTexts,
  language: Language,
): string {
  return small(`${daysInWords(firstDate, date, language)} · ${header.part(at + 1, of)}`);
}

/** What a thread with the digest, or a post of a forum, is called: plain text of at most 100 characters. */
export function digestTitle({ date, firstDate }: Digest, language: Language): string {
  return digestPostTexts[language].title(daysInWords(firstDate, date, language));
}
