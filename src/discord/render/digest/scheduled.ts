import type { DigestView } from '../../../digest/digests.ts';
import { button, container, row, separator, text } from '../../components.ts';
import { customId } from '../../custom-id.ts';
import { literal, small } from '../../markdown/literal.ts';
import { timestamp } from '../../markdown/timestamp.ts';
import type { MessageReply } from '../../reply.ts';
import { digestTexts } from '../../texts/digest/index.ts';
import { permissionText } from '../../texts/digest-post/index.ts';
import type { Language } from '../../texts/language.ts';
import { COMMAND_ACTIONS } from './command-actions.ts';
import { channelMention, filterLines, mannerLines, whenWords } from './digest-facts.ts';

const FILTER_ROOM = 1_000;

/** What was scheduled, in words. @param wanted permissions it would be better with. */
export function renderScheduled(
  { schedule, nextAt }: DigestView,
  wanted: readonly string[],
  language: Language,
): MessageReply {
  const texts = digestTexts[language].schedule;
  const when = whenWords(schedule, language);
  const at = texts.at(when, literal(schedule.zone), channelMention(schedule.channelId));
  const lines = [
    ...filterLines(schedule, language, FILTER_ROOM),
    ...mannerLines(schedule, language),
  ].map((line) => `- ${line}`);
  const hints = [
    texts.fromNowOn,
    ...(wanted.length === 0
      ? []
      : [texts.lessWithout(wanted.map((name) => permissionText(name, language)).join(', '))]),
  ].map(small);
  return {
    components: [
      container([
        text(`### ${texts.title}\n${at}\n${lines.join('\n')}`),
        separator(),
        text([...firstLine(nextAt, language), ...hints].join('\n')),
        row(
          button(customId(COMMAND_ACTIONS.preview, schedule.id), texts.preview),
          button(customId(COMMAND_ACTIONS.undo, schedule.id), texts.undo, { style: 'danger' }),
        ),
      ]),
    ],
  };
}

function firstLine(nextAt: Date | null, language: Language): string[] {
  if (nextAt === null) return [];
  const iso = nextAt.toISOString();
  return [digestTexts[language].schedule.first(timestamp(iso, 'f'), timestamp(iso, 'R'))];
}
