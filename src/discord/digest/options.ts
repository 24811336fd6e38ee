import type { ChatInputCommandInteraction, PermissionsString } from 'discord.js';
import type { Clock } from '../../clock.ts';
import { readLocalTime } from '../../digest/calendar/local-time.ts';
import type { CatchUp, DigestSettings, DigestStyle } from '../../digest/schedule.ts';
import { findZone } from '../../digest/calendar/zones.ts';
import type { Caller } from '../command.ts';
import { digestTexts } from '../texts/digest/index.ts';
import { LANGUAGES, type Language } from '../texts/language.ts';
import { WordedError } from '../worded-error.ts';
import { checkDigestChannel } from './channel-check.ts';
import { readDays } from './days.ts';
import { wishProblems, type Wish } from './schedule-problems.ts';
import { readSections } from './section-names.ts';

export interface WantedDigest {
  readonly settings: DigestSettings;
  /** Permissions it would be better with. */
  readonly wanted: readonly PermissionsString[];
}

type Options = ChatInputCommandInteraction<'cached'>['options'];

/**
 * What the options of `/digest schedule` ask for.
 * @throws {UserError} that names everything that is wrong with them, not the first alone.
 */
export async function readSchedule(
  interaction: ChatInputCommandInteraction,
  { archive: open, language }: Caller,
  clock: Clock,
): Promise<WantedDigest> {
  const { refused } = digestTexts[language];
  if (!interaction.inCachedGuild()) throw new WordedError(refused.notReady);
  const { options, member, guild } = interaction;
  const archive = await open();
  const me = await guild.members.fetchMe();
  const knownSections = archive.sections().map(({ section }) => section);
  const { sections, unknown } = readSections(options.getString('section') ?? '', knownSections);
  const wish = { ...readWish(options), unknownSections: unknown };
  const digests = archive.digests.list().length;
  const now = clock.now();
  const problems = wishProblems(wish, { me, member, digests, knownSections, now, language });
  const time = wish.time.value;
  const zone = wish.zone.value;
  if (problems.length > 0 || time === null || zone === null) {
    throw new WordedError(listed(problems, refused.intro));
  }
  return {
    settings: {
      channelId: wish.channel.id,
      time,
      zone,
      days: readDays(options.getString('days')),
      sections,
      mentionRole: wish.role?.id ?? null,
      publish: wish.publish,
      ...manner(options, language),
    },
    wanted: checkDigestChannel(wish.channel, me, wish.role).wanted,
  };
}

function readWish(options: Options): Omit<Wish, 'unknownSections'> {
  const time = options.getString('time', true);
  const zone = options.getString('timezone', true);
  return {
    channel: options.getChannel('channel', true),
    time: { typed: time, value: readLocalTime(time) },
    zone: { typed: zone, value: findZone(zone) },
    role: options.getRole('role'),
    publish: options.getBoolean('publish') ?? false,
  };
}

type Manner = 'topic' | 'style' | 'whenEmpty' | 'catchUp' | 'language';

function manner(options: Options, language: Language): Pick<DigestSettings, Manner> {
  const topic = options.getString('topic')?.trim() ?? '';
  return {
    topic: topic === '' ? null : topic,
    style: oneOf<DigestStyle>(['compact', 'full'], options.getString('style')),
    whenEmpty: oneOf(['skip', 'say'], options.getString('when_empty')),
    catchUp: oneOf<CatchUp>(['late', 'merge', 'skip'], options.getString('catch_up')),
    language: oneOf([language, ...LANGUAGES], options.getString('language')),
  };
}

/** The first one for what is none. */
function oneOf<T extends string>(values: readonly [T, ...T[]], given: string | null): T {
  return values.find((value) => value === given) ?? values[0];
}

function listed(problems: readonly string[], intro: string): string {
  const [only, ...others] = problems;
  if (only !== undefined && others.length === 0) return only;
  return [intro, ...problems.map((problem) => `- ${problem}`)].join('\n');
}
