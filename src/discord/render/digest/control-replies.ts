import type { DigestView, NowOutcome } from '../../../digest/digests.ts';
import type { DigestSchedule } from '../../../digest/schedule.ts';
import { button, container, row, text } from '../../components.ts';
import { customId } from '../../custom-id.ts';
import { small } from '../../markdown/literal.ts';
import { timestamp } from '../../markdown/timestamp.ts';
import type { MessageReply } from '../../reply.ts';
import { digestTexts } from '../../texts/digest/index.ts';
import type { Language } from '../../texts/language.ts';
import { COMMAND_ACTIONS } from './command-actions.ts';
import { digestHeading, filterLines } from './digest-facts.ts';
import { messageLink } from './message-link.ts';

const FILTER_ROOM = 500;

export function renderPaused(
  { schedule }: DigestView,
  resume: string,
  language: Language,
): MessageReply {
  return about(schedule, digestTexts[language].paused(resume), language);
}

export function renderResumed({ schedule, nextAt }: DigestView, language: Language): MessageReply {
  const { resumed, list } = digestTexts[language];
  const iso = nextAt?.toISOString();
  const sentence =
    iso === undefined ? list.neverNext : resumed(timestamp(iso, 'f'), timestamp(iso, 'R'));
  return about(schedule, sentence, language);
}

export function renderNow(guildId: string, outcome: NowOutcome, language: Language): MessageReply {
  const { now } = digestTexts[language];
  if (outcome.outcome === 'empty') return { components: [text(now.empty)] };
  const posted = now.posted(messageLink(guildId, outcome));
  return { components: [text(`${posted}\n${small(now.stillDue)}`)] };
}

/** What would be removed, with Remove and Cancel. */
export function renderRemovalQuestion({ schedule }: DigestView, language: Language): MessageReply {
  const { remove } = digestTexts[language];
  const facts = [
    digestHeading(schedule, language),
    ...filterLines(schedule, language, FILTER_ROOM).map(small),
  ];
  return {
    components: [
      container([
        text(`### ${remove.question}\n${facts.join('\n')}`),
        text(small(remove.consequence)),
        row(
          button(customId(COMMAND_ACTIONS.remove, schedule.id), remove.confirm, {
            style: 'danger',
          }),
          button(customId(COMMAND_ACTIONS.keep), remove.cancel),
        ),
      ]),
    ],
  };
}

export function renderRemoved({ schedule }: DigestView, language: Language): MessageReply {
  return about(schedule, digestTexts[language].remove.removed, language);
}

export function renderKept(language: Language): MessageReply {
  return { components: [text(digestTexts[language].remove.cancelled)] };
}

function about(schedule: DigestSchedule, sentence: string, language: Language): MessageReply {
  return { components: [text(`${digestHeading(schedule, language)}\n${sentence}`)] };
}
