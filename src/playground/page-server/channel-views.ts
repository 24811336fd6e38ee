import {
  ChannelType,
  PermissionFlagsBits as Bits,
  type APIApplicationCommand,
} from 'discord-api-types/v10';
import type { ChannelView } from '../page-protocol.ts';
import type { Parts } from '../parts.ts';
import { isOffered } from '../person/command-access.ts';
import { channelPermissions, has } from '../world/permissions.ts';
import type { ChannelState, GuildState, WorldState } from '../world/state.ts';

/** What the person's client lists: channels, each followed by its threads that are not archived. */
export function seenChannels(
  state: WorldState,
  guild: GuildState,
  personId: string,
): ChannelState[] {
  return [...guild.channels.values()]
    .filter(({ thread }) => thread?.archived !== true)
    .filter((channel) => has(channelPermissions(state, channel, personId), Bits.ViewChannel));
}

export function channelViews(
  parts: Parts,
  guild: GuildState,
  personId: string,
  commands: readonly APIApplicationCommand[],
): ChannelView[] {
  const seen = seenChannels(parts.state, guild, personId);
  return seen
    .filter(({ thread }) => thread === null)
    .sort((a, b) => a.position - b.position)
    .flatMap((channel) => [channel, ...seen.filter(({ parentId }) => parentId === channel.id)])
    .map((channel) => channelView(parts, channel, personId, commands));
}

function channelView(
  parts: Parts,
  channel: ChannelState,
  personId: string,
  commands: readonly APIApplicationCommand[],
): ChannelView {
  const permissions = channelPermissions(parts.state, channel, personId);
  const write = channel.thread === null ? Bits.SendMessages : Bits.SendMessagesInThreads;
  return {
    id: channel.id,
    name: channel.name,
    kind: kindOf(channel),
    parentId: channel.parentId,
    isPrivate: isPrivate(parts.state, channel),
    writable: has(permissions, write) && channel.forum === null,
    commandIds: commands
      .filter((command) => isOffered(parts, { userId: personId, channel }, command))
      .map(({ id }) => id),
  };
}

function isPrivate(state: WorldState, channel: ChannelState): boolean {
  if (channel.type === ChannelType.PrivateThread) return true;
  const ruling = channel.parentId === null ? channel : state.channel(channel.parentId);
  const denied = ruling.overwrites.get(ruling.guildId)?.deny ?? 0n;
  return has(denied, Bits.ViewChannel);
}

function kindOf(channel: ChannelState): ChannelView['kind'] {
  if (channel.thread !== null) return 'thread';
  if (channel.type === ChannelType.GuildForum) return 'forum';
  return channel.type === ChannelType.GuildAnnouncement ? 'announcement' : 'text';
}
