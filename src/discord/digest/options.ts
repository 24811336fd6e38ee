import {
  ChannelType,
  type ChatInputCommandInteraction,
  type GuildBasedChannel,
  type GuildMember,
  type PermissionsString,
} from 'discord.js';
import type { Clock } from '../../clock.ts';
import { MOST_DIGESTS } from '../../digest/digest-error.ts';
import { readLocalTime } from '../../digest/local-time.ts';
import type { CatchUp, DigestSettings, DigestStyle } from '../../digest/schedule.ts';
import { findZone, findZones } from '../../digest/zones.ts';
import type { GuildArchive } from '../../guild/guild-archive.ts';
import type { Caller } from '../command.ts';
import { literal, literalLine } from '../markdown/literal.ts';
import { channelMention, sectionWords } from '../render/digest/digest-facts.ts';
import { permissionText } from '../texts/digest-post/index.ts';
import { digestTexts, type DigestTexts } from '../texts/digest/index.ts';
import { LANGUAGES, type Language } from '../texts/language.ts';
import { formatNumber } from '../texts/numbers.ts';
import { WordedError } from '../worded-error.ts';
import { checkDigestChannel } from './channel-check.ts';
import { readDays } from './days.ts';
import { roleProblem } from './mentioned-role.ts';
import { readSections } from './section-names.ts';

export interface WantedDigest {
  readonly settings: DigestSettings;
  /** Permissions it would be better with. */
  readonly wanted: readonly PermissionsString[];
}

type Options = ChatInputCommandInteraction<'cached'>['options'];

const VALUE_LENGTH = 100;
const SECTIONS_ROOM = 500;
const ZONES_NAMED = 3;

/**
 * What the options of `/digest schedule` ask for.
 * @throws {UserError} that names everything that is wrong with them, not the first alone.
 */
export async function readSchedule(
  interaction: ChatInputCommandInteraction,
  caller: Caller,
  clock: Clock,
): Promise<WantedDigest> {
  const { refused } = digestTexts[caller.language];
  if (!interaction.inCachedGuild()) throw new WordedError(refused.notReady);
  const { options, member, guild } = interaction;
  const archive = await caller.archive();
  const me = await guild.members.fetchMe();
  const channel = options.getChannel('channel', true);
  const time = readLocalTime(options.getString('time', true));
  const zone = findZone(options.getString('timezone', true));
  const known = archive.sections().map(({ section }) => section);
  const { sections, unknown } = readSections(options.getString('section') ?? '', known);
  const problems = [
    ...countProblem(archive, caller.language),
    ...channelProblems(channel, me, caller.language),
    ...timingProblems(options, { time, zone, now: clock.now() }, caller.language),
    ...sectionProblems(unknown, known, caller.language),
    ...roleProblems(options, { channel, member, me }, caller.language),
    ...publishProblem(options, channel, refused),
  ];
  if (problems.length > 0 || time === null || zone === null)
    throw new WordedError(listed(problems, refused));
  return {
    settings: {
      channelId: channel.id,
      time,
      zone,
      days: readDays(options.getString('days')),
      sections,
      ...manner(options, caller.language),
    },
    wanted: checkDigestChannel(channel, me, options.getRole('role')).wanted,
  };
}

function manner(
  options: Options,
  language: Language,
): Omit<DigestSettings, 'channelId' | 'time' | 'zone' | 'days' | 'sections'> {
  const topic = options.getString('topic')?.trim() ?? '';
  return {
    topic: topic === '' ? null : topic,
    style: oneOf<DigestStyle>(['compact', 'full'], options.getString('style')),
    whenEmpty: oneOf(['skip', 'say'], options.getString('when_empty')),
    catchUp: oneOf<CatchUp>(['late', 'merge', 'skip'], options.getString('catch_up')),
    mentionRole: options.getRole('role')?.id ?? null,
    publish: options.getBoolean('publish') ?? false,
    language: oneOf([language, ...LANGUAGES], options.getString('language')),
  };
}

/** The first one for what is none. */
function oneOf<T extends string>(values: readonly [T, ...T[]], given: string | null): T {
  return values.find((value) => value === given) ?? values[0];
}

function listed(problems: readonly string[], { intro }: DigestTexts['refused']): string {
  const [only, ...others] = problems;
  if (only !== undefined && others.length === 0) return only;
  return [intro, ...problems.map((problem) => `- ${problem}`)].join('\n');
}

function countProblem({ digests }: GuildArchive, language: Language): string[] {
  if (digests.list().length < MOST_DIGESTS) return [];
  return [digestTexts[language].errors['too-many'](formatNumber(language, MOST_DIGESTS))];
}

function channelProblems(
  channel: GuildBasedChannel,
  me: GuildMember,
  language: Language,
): string[] {
  const { obstacles, lacks } = digestTexts[language].refused;
  const { obstacle, missing } = checkDigestChannel(channel, me);
  const mention = channelMention(channel.id);
  if (obstacle === 'wrong-kind') return [obstacles[obstacle](mention)];
  const names = missing.map((name) => permissionText(name, language));
  return [
    ...(obstacle === null ? [] : [obstacles[obstacle](mention)]),
    ...(names.length === 0 ? [] : [lacks(mention, names.join(', '))]),
  ];
}

interface Timing {
  /** Null for what is none. */
  readonly time: string | null;
  readonly zone: string | null;
  readonly now: Date;
}

function timingProblems(
  options: Options,
  { time, zone, now }: Timing,
  language: Language,
): string[] {
  const { errors } = digestTexts[language];
  const typed = (name: string): string => literalLine(options.getString(name, true), VALUE_LENGTH);
  return [
    ...(time === null ? [errors['bad-time'](typed('time'))] : []),
    ...(zone === null ? [zoneProblem(options.getString('timezone', true), now, language)] : []),
  ];
}

function zoneProblem(typed: string, now: Date, language: Language): string {
  const { errors, refused } = digestTexts[language];
  const sentence = errors['bad-zone'](literalLine(typed, VALUE_LENGTH));
  const near = findZones(typed, ZONES_NAMED, now).map(({ zone }) => literal(zone));
  return near.length === 0 ? sentence : `${sentence} ${refused.zonesNear(near.join(', '))}`;
}

function sectionProblems(
  unknown: readonly string[],
  known: readonly string[],
  language: Language,
): string[] {
  if (unknown.length === 0) return [];
  const { noSections, known: there, noneKnown } = digestTexts[language].refused;
  const words = (names: readonly string[]): string => sectionWords(names, language, SECTIONS_ROOM);
  return [`${noSections(words(unknown))} ${known.length === 0 ? noneKnown : there(words(known))}`];
}

function roleProblems(
  options: Options,
  where: {
    readonly channel: GuildBasedChannel;
    readonly member: GuildMember;
    readonly me: GuildMember;
  },
  language: Language,
): string[] {
  const role = options.getRole('role');
  const problem = role && roleProblem({ ...where, role }, language);
  return problem === null ? [] : [problem];
}

function publishProblem(
  options: Options,
  { type }: GuildBasedChannel,
  { publishElsewhere }: DigestTexts['refused'],
): string[] {
  const publish = options.getBoolean('publish') ?? false;
  return publish && type !== ChannelType.GuildAnnouncement ? [publishElsewhere] : [];
}
