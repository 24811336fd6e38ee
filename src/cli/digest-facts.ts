import type { DigestView } from '../digest/digests.ts';
import { localDate, localTime } from '../digest/calendar/local-days.ts';
import type {
  CatchUp,
  DigestPause,
  DigestSchedule,
  PostProblem,
  Timing,
} from '../digest/schedule.ts';
import { formatDate } from './format.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const CATCH_UP: Readonly<Record<CatchUp, string>> = {
  late: 'a missed hour is made up for on the same day',
  merge: 'a missed day comes with the next one',
  skip: 'a missed day is left out',
};

const PROBLEMS: Readonly<Record<PostProblem['kind'], string>> = {
  'channel-gone': 'the channel is gone',
  'no-access': 'the bot does not see the channel',
  'missing-permission': 'the bot lacks a permission there',
  'channel-closed': 'nothing can be posted in the channel',
  discord: 'Discord failed or could not be reached',
};

/** A digest in sentences, the first one its title. */
export function digestFacts({ schedule, nextAt, trouble }: DigestView): string[] {
  const { id, time, zone, channelId, pause } = schedule;
  return [
    `Digest ${id} · ${daysOf(schedule)} at ${time} (${zone}) · channel ${channelId}`,
    ...(nextAt === null ? [] : [`Next on ${momentIn(zone, nextAt)}.`]),
    ...(pause === null ? [] : [pausedSince(pause, zone)]),
    ...(trouble === null
      ? []
      : [
          `Not posted: ${wordsOf(trouble.problem)}. Tried again on ${momentIn(zone, trouble.nextTryAt)}.`,
        ]),
    ...filtersOf(schedule),
    mannerOf(schedule),
  ];
}

function daysOf({ days }: Timing): string {
  if (typeof days === 'number') return `every ${WEEKDAYS[days - 1] ?? ''}`;
  return days === 'every' ? 'every day' : 'Monday to Friday';
}

function momentIn(zone: string, moment: Date): string {
  const ms = moment.getTime();
  return `${formatDate(localDate(zone, ms))} at ${localTime(zone, ms)}`;
}

function pausedSince({ at, reason, problem }: DigestPause, zone: string): string {
  const why = problem === null ? '' : `: ${wordsOf(problem)}`;
  const who = reason === 'asked' ? ' by a moderator' : ', after posting failed too often';
  return `Paused on ${momentIn(zone, new Date(at))}${who}${why}.`;
}

function wordsOf({ kind, permissions }: PostProblem): string {
  return permissions.length === 0
    ? PROBLEMS[kind]
    : `${PROBLEMS[kind]} (${permissions.join(', ')})`;
}

function filtersOf({ sections, mutedSections, topic }: DigestSchedule): string[] {
  return [
    ...(sections.length === 0 ? [] : [`Only of: ${sections.join(', ')}.`]),
    ...(mutedSections.length === 0 ? [] : [`Muted: ${mutedSections.join(', ')}.`]),
    ...(topic === null ? [] : [`Only near: "${topic}".`]),
  ];
}

function mannerOf({ style, language, catchUp, mentionRole, publish }: DigestSchedule): string {
  return [
    `${style} style in ${language}`,
    CATCH_UP[catchUp],
    ...(mentionRole === null ? [] : [`notifies role ${mentionRole}`]),
    ...(publish ? ['published to followers'] : []),
  ].join(' · ');
}
