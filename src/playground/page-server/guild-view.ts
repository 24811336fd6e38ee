import {
  ChannelType,
  PermissionFlagsBits as Bits,
  type APIApplicationCommand,
} from 'discord-api-types/v10';
import type { PageOptions } from '../page-options.ts';
import type { ChannelView, GuildView, PersonView } from '../page-protocol.ts';
import type { Parts } from '../parts.ts';
import { isOffered } from '../person/command-access.ts';
import { channelPermissions, has } from '../world/permissions.ts';
import type { ChannelState, GuildState } from '../world/state.ts';

/** Null before the guild or the person is there. */
export function guildView(parts: Parts, options: PageOptions, personId: string): GuildView | null {
  const guildId = options.guild();
  const guild = guildId === null ? undefined : parts.state.guilds.get(guildId);
  if (guild?.members.has(personId) !== true) return null;
  const commands = parts.commands.visibleIn(guild.id);
  const channels = orderedChannels(guild)
    .filter((channel) => has(channelPermissions(parts.state, channel, personId), Bits.ViewChannel))
    .map((channel) => channelView(parts, channel, personId, commands));
  const next = options.time.next();
  return {
    guild: { id: guild.id, name: guild.name },
    bot: { id: parts.state.bot.id, name: 'Archivist', online: parts.gateway.isConnected },
    people: options.people().map((id) => personView(guild, id)),
    roles: [...guild.roles.values()].map(({ id, name }) => ({ id, name })),
    channels,
    commands: commands.filter(({ id }) =>
      channels.some(({ commandIds }) => commandIds.includes(id)),
    ),
    time: {
      now: parts.clock.now().toISOString(),
      aheadMs: options.time.aheadMs(),
      next: next === null ? null : { label: next.label, at: next.at.toISOString() },
    },
    welcome: options.welcome,
  };
}

function personView(guild: GuildState, id: string): PersonView {
  const member = guild.members.get(id);
  const roles = member?.roles ?? [];
  return {
    id,
    name: member?.user.global_name ?? '',
    roles: roles.flatMap((role) => guild.roles.get(role)?.name ?? []),
  };
}

function orderedChannels(guild: GuildState): ChannelState[] {
  const all = [...guild.channels.values()];
  return all
    .filter(({ thread }) => thread === null)
    .sort((a, b) => a.position - b.position)
    .flatMap((channel) => [channel, ...all.filter(({ parentId }) => parentId === channel.id)]);
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
    isPrivate: channel.overwrites.has(channel.guildId),
    writable: has(permissions, write) && channel.forum === null,
    commandIds: commands
      .filter((command) => isOffered(parts, { userId: personId, channel }, command))
      .map(({ id }) => id),
  };
}

function kindOf(channel: ChannelState): ChannelView['kind'] {
  if (channel.thread !== null) return 'thread';
  if (channel.type === ChannelType.GuildForum) return 'forum';
  return channel.type === ChannelType.GuildAnnouncement ? 'announcement' : 'text';
}
