import {
  ChannelType,
  MessageFlags,
  PermissionFlagsBits,
  type Guild,
  type GuildBasedChannel,
  type GuildMember,
  type NewsChannel,
  type TextChannel,
} from 'discord.js';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { renderHelp } from './render/help.ts';
import { languageOf } from './texts/language.ts';

export interface GreetingPorts {
  readonly config: Config;
  readonly mention: (command: string) => string;
  readonly log: Log;
}

type GreetingChannel = TextChannel | NewsChannel;

const NEEDED = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages];

/**
 * Says in a guild that has just added the bot what it can do, in the guild's language: in its system channel, or the first
 * channel from above where the bot may write. Never throws: a greeting that cannot be given is logged.
 */
export async function greet(guild: Guild, { config, mention, log }: GreetingPorts): Promise<void> {
  try {
    const channel = channelFor(guild, await guild.members.fetchMe());
    if (channel === null) {
      log.info({ guild: guild.id }, 'no greeting: there is no channel to write in');
      return;
    }
    const language = languageOf(guild.preferredLocale);
    const { components } = renderHelp({ language, moderators: true, mention, config });
    await channel.send({ flags: MessageFlags.IsComponentsV2, components });
  } catch (error) {
    log.warn({ err: error, guild: guild.id }, 'no greeting: it could not be sent');
  }
}

function channelFor(guild: Guild, me: GuildMember): GreetingChannel | null {
  const channels = guild.channels.cache
    .filter(isGreetingChannel)
    .sort((one, other) => one.rawPosition - other.rawPosition);
  return (
    [guild.systemChannel, ...channels.values()].find(
      (channel) => channel?.permissionsFor(me).has(NEEDED) === true,
    ) ?? null
  );
}

function isGreetingChannel(channel: GuildBasedChannel): channel is GreetingChannel {
  return channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement;
}
