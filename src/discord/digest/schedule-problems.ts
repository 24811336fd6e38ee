import { ChannelType, type GuildBasedChannel, type GuildMember, type Role } from 'discord.js';
import { MOST_DIGESTS } from '../../digest/digest-error.ts';
import { findZones } from '../../digest/calendar/zones.ts';
import { literal, literalLine } from '../markdown/literal.ts';
import { channelMention, sectionWords } from '../render/digest/digest-facts.ts';
import { permissionText } from '../texts/digest-post/index.ts';
import { digestTexts } from '../texts/digest/index.ts';
import type { Language } from '../texts/language.ts';
import { formatNumber } from '../texts/numbers.ts';
import { checkDigestChannel } from './channel-check.ts';
import { roleProblem } from './mentioned-role.ts';

const VALUE_LENGTH = 100;
const SECTIONS_ROOM = 500;
const ZONES_NAMED = 3;

/** What was typed, and what it is; null for what is none. */
interface Read {
  readonly typed: string;
  readonly value: string | null;
}

/** What `/digest schedule` was given, as far as something can be wrong with it. */
export interface Wish {
  readonly channel: GuildBasedChannel;
  readonly time: Read;
  readonly zone: Read;
  readonly unknownSections: readonly string[];
  readonly role: Role | null;
  readonly publish: boolean;
}

/** What it is checked against. */
export interface WishContext {
  readonly me: GuildMember;
  /** Who asks. */
  readonly member: GuildMember;
  /** Digests there are. */
  readonly digests: number;
  readonly knownSections: readonly string[];
  readonly now: Date;
  readonly language: Language;
}

/** Everything that is wrong, a sentence or two of Discord markdown each; empty when nothing is. */
export function wishProblems(wish: Wish, context: WishContext): readonly string[] {
  return [
    ...countProblem(context),
    ...channelProblems(wish, context),
    ...timeProblem(wish, context),
    ...zoneProblem(wish, context),
    ...sectionProblem(wish, context),
    ...roleProblems(wish, context),
    ...publishProblem(wish, context),
  ];
}

function countProblem({ digests, language }: WishContext): string[] {
  if (digests < MOST_DIGESTS) return [];
  return [digestTexts[language].errors['too-many'](formatNumber(language, MOST_DIGESTS))];
}

function channelProblems({ channel }: Wish, { me, language }: WishContext): string[] {
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

function timeProblem({ time }: Wish, { language }: WishContext): string[] {
  if (time.value !== null) return [];
  return [digestTexts[language].errors['bad-time'](literalLine(time.typed, VALUE_LENGTH))];
}

function zoneProblem({ zone }: Wish, { now, language }: WishContext): string[] {
  if (zone.value !== null) return [];
  const { errors, refused } = digestTexts[language];
  const sentence = errors['bad-zone'](literalLine(zone.typed, VALUE_LENGTH));
  const near = findZones(zone.typed, ZONES_NAMED, now).map((each) => literal(each.zone));
  return [near.length === 0 ? sentence : `${sentence} ${refused.zonesNear(near.join(', '))}`];
}

function sectionProblem(
  { unknownSections }: Wish,
  { knownSections, language }: WishContext,
): string[] {
  if (unknownSections.length === 0) return [];
  const { noSections, known, noneKnown } = digestTexts[language].refused;
  const words = (names: readonly string[]): string => sectionWords(names, language, SECTIONS_ROOM);
  const there = knownSections.length === 0 ? noneKnown : known(words(knownSections));
  return [`${noSections(words(unknownSections))} ${there}`];
}

function roleProblems({ role, channel }: Wish, { me, member, language }: WishContext): string[] {
  const problem = role && roleProblem({ role, channel, member, me }, language);
  return problem === null ? [] : [problem];
}

function publishProblem({ publish, channel }: Wish, { language }: WishContext): string[] {
  if (!publish || channel.type === ChannelType.GuildAnnouncement) return [];
  return [digestTexts[language].refused.publishElsewhere];
}
