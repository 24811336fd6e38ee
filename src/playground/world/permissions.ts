import { ChannelType, PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import type { ChannelState, GuildState, WorldState } from './state.ts';

const ALL_PERMISSIONS = Object.values(Bits).reduce((all, bit) => all | bit, 0n);

/** What a new guild lets everybody do. */
export const EVERYONE_PERMISSIONS =
  Bits.ViewChannel |
  Bits.SendMessages |
  Bits.SendMessagesInThreads |
  Bits.CreatePublicThreads |
  Bits.CreatePrivateThreads |
  Bits.EmbedLinks |
  Bits.AttachFiles |
  Bits.AddReactions |
  Bits.UseExternalEmojis |
  Bits.MentionEveryone |
  Bits.ReadMessageHistory |
  Bits.UseApplicationCommands |
  Bits.ChangeNickname |
  Bits.CreateInstantInvite;

/** Without SEND_MESSAGES nothing of these is possible. */
const PARTS_OF_SENDING = Bits.MentionEveryone | Bits.EmbedLinks | Bits.AttachFiles;

/** What the member's roles give in the whole guild. */
export function guildPermissions(guild: GuildState, userId: string): bigint {
  const member = guild.members.get(userId);
  if (member === undefined) return 0n;
  if (guild.ownerId === userId) return ALL_PERMISSIONS;
  const bits = [guild.id, ...member.roles].reduce(
    (all, role) => all | (guild.roles.get(role)?.permissions ?? 0n),
    0n,
  );
  return (bits & Bits.Administrator) === 0n ? bits : ALL_PERMISSIONS;
}

/** What the member may do in the channel, in Discord's order: everyone, then all roles, then the member. */
export function channelPermissions(
  world: WorldState,
  channel: ChannelState,
  userId: string,
): bigint {
  const guild = world.guildOf(channel);
  const base = guildPermissions(guild, userId);
  if (base === ALL_PERMISSIONS) return base;
  const ruling = channel.parentId === null ? channel : world.channel(channel.parentId);
  const roles = guild.members.get(userId)?.roles ?? [];
  const steps = [[guild.id], roles, [userId]];
  const bits = steps.reduce((before, ids) => applyOverwrites(ruling, ids, before), base);
  return isLeftOut(channel, userId, bits) ? 0n : withoutImpossible(bits);
}

function applyOverwrites(channel: ChannelState, ids: readonly string[], before: bigint): bigint {
  let allow = 0n;
  let deny = 0n;
  for (const id of ids) {
    const overwrite = channel.overwrites.get(id);
    allow |= overwrite?.allow ?? 0n;
    deny |= overwrite?.deny ?? 0n;
  }
  return (before & ~deny) | allow;
}

/** Of a private thread, which only its members and moderators see. */
function isLeftOut({ type, thread }: ChannelState, userId: string, bits: bigint): boolean {
  if (type !== ChannelType.PrivateThread) return false;
  return (bits & Bits.ManageThreads) === 0n && thread?.members.has(userId) !== true;
}

function withoutImpossible(bits: bigint): bigint {
  if ((bits & Bits.ViewChannel) === 0n) return 0n;
  return (bits & Bits.SendMessages) === 0n ? bits & ~PARTS_OF_SENDING : bits;
}

export function has(permissions: bigint, wanted: bigint): boolean {
  return (permissions & wanted) === wanted;
}
