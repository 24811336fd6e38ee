import type { APIComponentInContainer } from 'discord.js';
import type { Gap, GapList } from '../../../guild/guild-archive.ts';
import { button, container, row, separator, text } from '../../components.ts';
import { customId } from '../../custom-id.ts';
import { bold, literalLine, small } from '../../markdown/literal.ts';
import { timestamp } from '../../markdown/timestamp.ts';
import type { MessageReply } from '../../reply.ts';
import { archiveTexts, type ArchiveTexts } from '../../texts/archive/index.ts';
import type { Language } from '../../texts/language.ts';
import { pageButtons } from './page-buttons.ts';

/** Gaps of one page: each takes four components of a message's 40, and a fifth of its characters. */
export const GAPS_PAGE = 5;
const QUESTION_LENGTH = 320;
const VARIANT_LENGTH = 75;

/** Unanswered questions, each with a button to add an article and one to take it off the list. */
export function renderGaps(
  { total, gaps }: GapList,
  offset: number,
  language: Language,
): MessageReply {
  const texts = archiveTexts[language].gaps;
  if (gaps.length === 0) return { components: [text(texts.none)] };
  const range = texts.range(offset + 1, offset + gaps.length, total);
  return {
    components: [
      container([
        text(`### ${texts.title}\n${small(range)}`),
        ...gaps.flatMap((gap) => gapOf(gap, offset, texts)),
        ...pageButtons({ offset, pageSize: GAPS_PAGE, total }, (at) =>
          customId('archive-gaps', at),
        ),
      ]),
    ],
  };
}

function gapOf(
  gap: Gap,
  offset: number,
  texts: ArchiveTexts['gaps'],
): readonly APIComponentInContainer[] {
  const variants = gap.variants.map((variant) => literalLine(variant, VARIANT_LENGTH));
  const lines = [
    bold(literalLine(gap.question, QUESTION_LENGTH)),
    small(texts.asked(gap.count, timestamp(gap.lastAskedAt, 'R'))),
    ...(variants.length === 0 ? [] : [small(texts.variants(variants))]),
  ];
  return [
    separator(),
    text(lines.join('\n')),
    row(
      button(customId('archive-gap-add', gap.id), texts.add, { style: 'primary' }),
      button(customId('archive-gap-done', gap.id, offset), texts.done),
    ),
  ];
}
