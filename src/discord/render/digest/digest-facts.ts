import type { DigestDays, DigestSchedule, DigestSettings } from '../../../digest/schedule.ts';
import { CHOICE_LENGTH } from '../../limits.ts';
import { bold, displayLine, literal, literalLine } from '../../markdown/literal.ts';
import { digestTexts } from '../../texts/digest/index.ts';
import { LANGUAGE_NAMES, languageOf, type Language } from '../../texts/language.ts';
import { weekdayName } from '../../texts/calendar-names.ts';

const SECTION_LENGTH = 60;

/** `Every Monday at 08:00`. */
export function whenWords({ days, time }: DigestSettings, language: Language): string {
  const { when } = digestTexts[language];
  if (days === 'every' || days === 'weekdays') return when[days](time);
  return when.weekday(weekdayName(language, days), time);
}

function daysWords(days: DigestDays, language: Language): string {
  const texts = digestTexts[language].days;
  return typeof days === 'number' ? weekdayName(language, days) : texts[days];
}

export function channelMention(channelId: string): string {
  return `<#${channelId}>`;
}

/** `#news · 08:00 Europe/Berlin · every day` in bold, the channel as a mention. */
export function digestHeading(
  { channelId, time, zone, days }: DigestSettings,
  language: Language,
): string {
  const facts = [`${time} ${zone}`, daysWords(days, language)].map(literal);
  return bold([channelMention(channelId), ...facts].join(' · '));
}

/**
 * The same for places that know no markdown, with what tells it from others, at most 100 characters.
 * @param channelName null where the channel is gone.
 */
export function plainDigestLine(
  { channelId, time, zone, days, sections, topic }: DigestSettings,
  channelName: string | null,
  language: Language,
): string {
  const line = [
    `#${displayLine(channelName ?? channelId, CHANNEL_LENGTH)}`,
    `${time} ${zone}`,
    daysWords(days, language),
    ...(sections.length === 0 ? [] : [sections.join(', ')]),
    ...(topic === null ? [] : [topic]),
  ].join(' · ');
  return displayLine(line, CHOICE_LENGTH);
}

/** Of a choice. */
const CHANNEL_LENGTH = 30;

/** What is left out of a digest, a line each. @param room characters for each of them; at least 80. */
export function filterLines(schedule: DigestSchedule, language: Language, room: number): string[] {
  const { facts } = digestTexts[language];
  const { sections, topic, mutedSections } = schedule;
  return [
    ...(sections.length === 0 ? [] : [facts.sections(sectionWords(sections, language, room))]),
    ...(topic === null ? [] : [facts.topic(literalLine(topic, room))]),
    ...(mutedSections.length === 0
      ? []
      : [facts.muted(sectionWords(mutedSections, language, room))]),
  ];
}

/** How a digest is posted, a line each. */
export function mannerLines(schedule: DigestSettings, language: Language): string[] {
  const { facts } = digestTexts[language];
  const { style, whenEmpty, catchUp, mentionRole, publish } = schedule;
  const spoken = LANGUAGE_NAMES[languageOf(schedule.language)];
  return [
    `${facts.style[style]} · ${spoken}`,
    facts.whenEmpty[whenEmpty],
    facts.catchUp[catchUp],
    ...(mentionRole === null ? [] : [facts.role(`<@&${mentionRole}>`)]),
    ...(publish ? [facts.published] : []),
  ];
}

/** Names with commas between them, as many as fit, and how many more there are. @param room characters; at least 80. */
export function sectionWords(
  sections: readonly string[],
  language: Language,
  room: number,
): string {
  const shown: string[] = [];
  let used = 0;
  for (const section of sections) {
    const name = literalLine(section, SECTION_LENGTH);
    used += name.length + SEPARATOR.length;
    if (used > room) break;
    shown.push(name);
  }
  const left = sections.length - shown.length;
  const more = left === 0 ? [] : [digestTexts[language].facts.more(left)];
  return [...shown, ...more].join(SEPARATOR);
}

const SEPARATOR = ', ';
