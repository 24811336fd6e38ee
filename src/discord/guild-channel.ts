import {
  ChannelType,
  PermissionFlagsBits,
  type Guild,
  type GuildBasedChannel,
  type GuildMember,
  type NewsChannel,
  type TextChannel,
} from 'discord.js';

const NEEDED = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages];

/**
 * Where something is said to a whole guild: its system channel, or the first channel from above where the bot may write;
 * null when there is none.
 */
export function guildChannel(guild: Guild, me: GuildMember): TextChannel | NewsChannel | null {
  const channels = guild.channels.cache
    .filter(isWritten)
    .sort((one, other) => one.rawPosition - other.rawPosition);
  return (
    [guild.systemChannel, ...channels.values()].find(
      (channel) => channel?.permissionsFor(me).has(NEEDED) === true,
    ) ?? null
  );
}

function isWritten(channel: GuildBasedChannel): channel is TextChannel | NewsChannel {
  return channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement;
}
