import type { ArchiveStats, SectionCount } from '../../../archive/library.ts';
import type { GuildStats } from '../../../guild/guild-archive.ts';
import { container, text } from '../../components.ts';
import { literalLine } from '../../markdown/literal.ts';
import { timestamp } from '../../markdown/timestamp.ts';
import type { MessageReply } from '../../reply.ts';
import { archiveTexts, type ArchiveTexts } from '../../texts/archive/index.ts';
import type { Language } from '../../texts/language.ts';
import { formatNumber } from '../../texts/numbers.ts';

const SECTIONS_SHOWN = 15;
const SECTION_LENGTH = 80;

/** What the guild sees, what of it is its own, and how much of its limits is used. */
export function renderStats(stats: GuildStats, language: Language): MessageReply {
  const texts = archiveTexts[language].stats;
  const { visible, own, ownBytes, limits } = stats;
  const lines = [
    `### ${texts.title}`,
    ...(visible.articles === 0
      ? [texts.empty]
      : [
          texts.visible(visible.articles, visible.words),
          ...periodOf(visible, texts),
          texts.own(own.articles),
        ]),
    texts.limits({
      articles: own.articles,
      maxArticles: limits.articles,
      bytes: ownBytes,
      maxBytes: limits.bytes,
    }),
    questionsOf(stats, texts),
  ];
  return {
    components: [
      container([
        text(lines.join('\n')),
        ...(visible.sections.length === 0
          ? []
          : [text(`**${texts.sections}**\n${sectionsOf(visible.sections, texts, language)}`)]),
      ]),
    ],
  };
}

function periodOf({ oldest, newest }: ArchiveStats, texts: ArchiveTexts['stats']): string[] {
  if (oldest === null || newest === null) return [];
  return [
    oldest === newest
      ? texts.day(timestamp(oldest))
      : texts.period(timestamp(oldest), timestamp(newest)),
  ];
}

function questionsOf({ questions }: GuildStats, texts: ArchiveTexts['stats']): string {
  const { asked, answered } = questions;
  return asked === 0 ? texts.noQuestions : texts.questions(asked, answered, answered / asked);
}

function sectionsOf(
  sections: readonly SectionCount[],
  texts: ArchiveTexts['stats'],
  language: Language,
): string {
  const shown = sections
    .slice(0, SECTIONS_SHOWN)
    .map(
      ({ section, articles }) =>
        `${literalLine(section, SECTION_LENGTH)} (${formatNumber(language, articles)})`,
    );
  const rest = sections.length - shown.length;
  return [...shown, ...(rest === 0 ? [] : [texts.moreSections(rest)])].join(' · ');
}
