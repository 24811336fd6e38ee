import {
  ChannelFlags,
  ChannelType,
  PermissionFlagsBits as Bits,
  PermissionsBitField,
  type ForumChannel,
  type GuildBasedChannel,
  type GuildMember,
  type PermissionsString,
  type Role,
} from 'discord.js';

/** Why nothing can be posted in a channel, whatever the bot's permissions in it are. */
export type ChannelObstacle =
  /** Neither a text, announcement or forum channel nor a thread. */
  | 'wrong-kind'
  /** A thread that was locked. */
  | 'locked'
  /** A private thread without the bot. */
  | 'not-in-thread';

export interface ChannelCheck {
  readonly obstacle: ChannelObstacle | null;
  /** Without these a digest cannot be posted. */
  readonly missing: readonly PermissionsString[];
  /** Without these it can, with less comfort: threads for long ones, safety after a failure, the role's notification. */
  readonly wanted: readonly PermissionsString[];
}

/** @param role to be mentioned. */
export function checkDigestChannel(
  channel: GuildBasedChannel,
  me: GuildMember,
  role: Role | null = null,
): ChannelCheck {
  const given = permissionsIn(channel, me);
  const locked = lockedFor(channel, given);
  return {
    obstacle: !(channel.type in NEEDED) ? 'wrong-kind' : locked,
    missing: given.missing(neededIn(channel)),
    wanted: given.missing([
      ...(COMFORT[channel.type] ?? []),
      ...(role === null || role.mentionable ? [] : [Bits.MentionEveryone]),
    ]),
  };
}

/** What the bot needs in the channel to post a digest, as bits. */
export function neededIn(channel: GuildBasedChannel): readonly bigint[] {
  const needed = [Bits.ViewChannel, ...(NEEDED[channel.type] ?? []), Bits.EmbedLinks];
  const forModerators =
    channel.type === ChannelType.GuildForum &&
    requiresTag(channel) &&
    channel.availableTags.every(({ moderated }) => moderated);
  return forModerators ? [...needed, Bits.ManageThreads] : needed;
}

export function requiresTag(forum: ForumChannel): boolean {
  return forum.flags.has(ChannelFlags.RequireTag) && forum.availableTags.length > 0;
}

/** What the bot may do in the channel, or in a thread's channel; nothing where that is not known. */
export function permissionsIn(channel: GuildBasedChannel, me: GuildMember): PermissionsBitField {
  const ruling = channel.isThread() ? channel.parent : channel;
  return new PermissionsBitField(ruling?.permissionsFor(me) ?? 0n);
}

/** Of what can hold a digest. In a forum, posts are opened with the one and continued with the other. */
const NEEDED: Readonly<Partial<Record<ChannelType, readonly bigint[]>>> = {
  [ChannelType.GuildText]: [Bits.SendMessages],
  [ChannelType.GuildAnnouncement]: [Bits.SendMessages],
  [ChannelType.GuildForum]: [Bits.SendMessages, Bits.SendMessagesInThreads],
  [ChannelType.PublicThread]: [Bits.SendMessagesInThreads],
  [ChannelType.PrivateThread]: [Bits.SendMessagesInThreads],
  [ChannelType.AnnouncementThread]: [Bits.SendMessagesInThreads],
};

const THREADS = [Bits.CreatePublicThreads, Bits.SendMessagesInThreads];

const COMFORT: Readonly<Partial<Record<ChannelType, readonly bigint[]>>> = {
  [ChannelType.GuildText]: [Bits.ReadMessageHistory, ...THREADS],
  [ChannelType.GuildAnnouncement]: [Bits.ReadMessageHistory, ...THREADS],
  [ChannelType.GuildForum]: [Bits.ReadMessageHistory],
  [ChannelType.PublicThread]: [Bits.ReadMessageHistory],
  [ChannelType.PrivateThread]: [Bits.ReadMessageHistory],
  [ChannelType.AnnouncementThread]: [Bits.ReadMessageHistory],
};

/** A moderator of threads may write in all of them. */
function lockedFor(
  channel: GuildBasedChannel,
  given: PermissionsBitField,
): 'locked' | 'not-in-thread' | null {
  if (!channel.isThread() || given.has(Bits.ManageThreads)) return null;
  if (channel.locked === true) return 'locked';
  return channel.type === ChannelType.PrivateThread && !channel.joined ? 'not-in-thread' : null;
}
