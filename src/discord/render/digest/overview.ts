import type { APIComponentInContainer } from 'discord.js';
import type { DigestView } from '../../../digest/digests.ts';
import type { DigestPause } from '../../../digest/schedule.ts';
import { container, separator, text } from '../../components.ts';
import { customId } from '../../custom-id.ts';
import { small } from '../../markdown/literal.ts';
import { timestamp } from '../../markdown/timestamp.ts';
import type { MessageReply } from '../../reply.ts';
import { digestTexts } from '../../texts/digest/index.ts';
import { daysInWords } from '../../texts/digest-post/days.ts';
import { problemText } from '../../texts/digest-post/index.ts';
import type { Language } from '../../texts/language.ts';
import { pageButtons } from '../archive/page-buttons.ts';
import { COMMAND_ACTIONS } from './command-actions.ts';
import { digestHeading, filterLines } from './digest-facts.ts';
import { messageLink } from './message-link.ts';

/** Digests of one page: each takes a quarter of a message's characters at most. */
export const OVERVIEW_PAGE = 4;
const FILTER_ROOM = 90;

export interface Overview {
  /** All of the guild's. */
  readonly digests: readonly DigestView[];
  readonly offset: number;
  readonly mention: (command: string) => string;
  readonly language: Language;
}

/** The digests of a guild: when each comes next, what it holds, how the last one went, and what is wrong. */
export function renderOverview({ digests, offset, mention, language }: Overview): MessageReply {
  const texts = digestTexts[language].list;
  const total = digests.length;
  if (total === 0) return { components: [text(texts.none(mention('digest schedule')))] };
  const shown = digests.slice(offset, offset + OVERVIEW_PAGE);
  const range = texts.range(offset + 1, offset + shown.length, total);
  return {
    components: [
      container([
        text(`### ${texts.title}${total > OVERVIEW_PAGE ? `\n${small(range)}` : ''}`),
        ...shown.flatMap((view) => blockOf(view, mention, language)),
        ...pageButtons({ offset, pageSize: OVERVIEW_PAGE, total }, (at) =>
          customId(COMMAND_ACTIONS.list, at),
        ),
      ]),
    ],
  };
}

function blockOf(
  view: DigestView,
  mention: Overview['mention'],
  language: Language,
): APIComponentInContainer[] {
  const lines = [
    digestHeading(view.schedule, language),
    ...stateLines(view, mention, language),
    ...filterLines(view.schedule, language, FILTER_ROOM).map(small),
    small(lastLine(view, language)),
  ];
  return [separator(), text(lines.join('\n'))];
}

function stateLines(
  { schedule, nextAt, trouble }: DigestView,
  mention: Overview['mention'],
  language: Language,
): string[] {
  const texts = digestTexts[language].list;
  if (schedule.pause !== null) return pauseLines(schedule.pause, mention, language);
  const next =
    nextAt === null
      ? texts.neverNext
      : texts.next(timestamp(nextAt.toISOString(), 'f'), timestamp(nextAt.toISOString(), 'R'));
  if (trouble === null) return [next];
  const { problem, nextTryAt } = trouble;
  const again = timestamp(nextTryAt.toISOString(), 'R');
  return [next, texts.trouble(problemText(problem, language), again)];
}

function pauseLines(
  { at, reason, problem }: DigestPause,
  mention: Overview['mention'],
  language: Language,
): string[] {
  const { list, thenResume } = digestTexts[language];
  const since = timestamp(at, 'R');
  const resume = mention('digest resume');
  if (reason === 'asked') return [list.pausedBySomebody(since, resume)];
  if (problem === null) return [list.pausedByFailure(since), thenResume(resume)];
  const isGone = problem.kind === 'channel-gone';
  return [
    list.pausedByFailure(since),
    [problemText(problem, language), ...(isGone ? [] : [thenResume(resume)])].join(' '),
  ];
}

function lastLine({ schedule, last }: DigestView, language: Language): string {
  const texts = digestTexts[language].list;
  if (last === null) return texts.notYet;
  const day = daysInWords(last.date, last.date, language);
  if (last.message === null) return texts.last(day, last.outcome);
  return texts.lastPosted(`[${day}](${messageLink(schedule.guildId, last.message)})`);
}
