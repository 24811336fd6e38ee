import { PermissionFlagsBits } from 'discord.js';
import { createAskFeature } from '../../commands/ask.ts';
import { createDigestFeature } from '../../commands/digest.ts';
import type { DigestView } from '../../src/digest/digests.ts';
import type { DigestSettings } from '../../src/digest/schedule.ts';
import type { OptionValue, Person, ShownMessage } from '../../src/playground/person/person.ts';
import type { BotKitOptions } from '../discord/bot-kit.ts';
import { ManualClock } from '../fakes/manual-clock.ts';
import { privateReplyTo, startArchiveBot, type ArchiveBot } from './archive-bot.ts';
import { DAILY } from '../digest/daily-settings.ts';

export interface DigestBot extends ArchiveBot {
  /** Friday, 1 March 2024, noon UTC at the start, unless another one was given. */
  readonly clock: ManualClock;
  /** #news, where the digests go. */
  readonly newsId: string;
  /** May manage the server; in #general. */
  readonly manager: Person;
  /** `/digest schedule`, at 08:00 in Berlin in #news unless `options` say otherwise. */
  schedule(options?: Readonly<Record<string, OptionValue>>): Promise<ShownMessage>;
  /** The guild's digests, or another one's. */
  digests(guildId?: string): Promise<readonly DigestView[]>;
  /** Schedules without Discord. */
  add(settings?: Partial<DigestSettings>, guildId?: string): Promise<DigestView>;
}

export interface DigestBotOptions extends Omit<BotKitOptions, 'clock'> {
  readonly clock?: ManualClock;
}

/** The bot with `/digest` and `/ask`, and a manager. */
export async function startDigestBot({
  clock = new ManualClock(),
  ...options
}: DigestBotOptions = {}): Promise<DigestBot> {
  const bot = await startArchiveBot({
    clock,
    createFeatures: (ports) => [createDigestFeature(ports), createAskFeature()],
    ...options,
  });
  const { world } = bot.discord;
  const newsId = world.addChannel(bot.guildId, { name: 'news' }).id;
  const manager = addManager(bot, bot.guildId, bot.channelId);
  return {
    ...bot,
    clock,
    newsId,
    manager,
    schedule: (given = {}) =>
      privateReplyTo(manager.slash('digest schedule', { ...at(newsId), ...given })),
    digests: async (guildId) => (await bot.archive(guildId)).digests.list(),
    add: async (given = {}, guildId = bot.guildId) => {
      const { digests } = await bot.archive(guildId);
      return digests.add({ ...DAILY, channelId: newsId, ...given }, manager.userId);
    },
  };
}

/** Somebody who may manage a guild, in one of its channels. */
export function addManager({ discord }: ArchiveBot, guildId: string, channelId: string): Person {
  const { world } = discord;
  const permissions = PermissionFlagsBits.ManageGuild;
  const role = world.addRole(guildId, { name: 'Managers', permissions });
  return discord.as(world.addMember(guildId, { name: 'Ana', roles: [role.id] }).id, channelId);
}

/** The options that are required. */
function at(channel: string): Readonly<Record<string, OptionValue>> {
  return { channel, time: '08:00', timezone: 'Europe/Berlin' };
}
