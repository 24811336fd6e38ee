import {
  ChannelType,
  PermissionFlagsBits as Bits,
  type Client,
  type ForumChannel,
  type GuildBasedChannel,
  type NewsChannel,
  type TextChannel,
} from 'discord.js';
import { PostError, type PartToSend } from '../../../digest/poster.ts';
import { neededIn, permissionsIn } from '../channel-check.ts';
import { postErrorOf } from './post-failure.ts';

/** Where a part of a digest goes. */
export type PostPlace =
  /** A new post of it. */
  | { readonly kind: 'forum'; readonly channel: ForumChannel }
  /** A thread under that message of it or, where none can be opened, the channel itself. */
  | { readonly kind: 'below'; readonly channel: ThreadParent; readonly messageId: string }
  /** A channel or thread that is there already. */
  | { readonly kind: 'channel'; readonly channelId: string };

type ThreadParent = TextChannel | NewsChannel;

/** The first part opens the post, the second one the thread in which the others follow. @throws {PostError} */
export async function placeOf(client: Client<true>, part: PartToSend): Promise<PostPlace> {
  const { at, channelId, previous } = part;
  const last = previous.at(-1);
  if (at > 0 && last !== undefined && (at > 1 || last.channelId !== channelId)) {
    return { kind: 'channel', channelId: last.channelId };
  }
  const channel = await reachChannel(client, channelId);
  if (last !== undefined && isThreadParent(channel)) {
    return { kind: 'below', channel, messageId: last.messageId };
  }
  return channel.type === ChannelType.GuildForum
    ? { kind: 'forum', channel }
    : { kind: 'channel', channelId };
}

/** Threads that nobody has written in for long are not kept: they are asked for. @throws {PostError} */
export async function reachChannel(
  client: Client<true>,
  channelId: string,
): Promise<GuildBasedChannel> {
  const channel =
    client.channels.cache.get(channelId) ??
    (await client.channels.fetch(channelId).catch((error: unknown) => {
      throw postErrorOf(error, { missing: () => [], posts: false });
    }));
  if (channel === null || channel.isDMBased()) {
    throw new PostError({ kind: 'no-access', permissions: [] }, false);
  }
  return channel;
}

function isThreadParent(channel: GuildBasedChannel): channel is ThreadParent {
  return channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement;
}

export function mayOpenThread(channel: ThreadParent): boolean {
  return lacking(channel, [Bits.CreatePublicThreads, Bits.SendMessagesInThreads])?.length === 0;
}

/**
 * Names of the permissions the bot lacks to post there, as far as is known.
 * @param channelId of a channel, or of a thread of `parentId`.
 */
export function missingPermissions(
  client: Client<true>,
  channelId: string,
  parentId: string,
): readonly string[] {
  const channel = cached(client, channelId);
  if (channel !== null) return lacking(channel, neededIn(channel)) ?? [];
  const parent = cached(client, parentId);
  return (parent === null ? null : lacking(parent, IN_THREADS)) ?? [];
}

const IN_THREADS = [Bits.ViewChannel, Bits.SendMessagesInThreads, Bits.EmbedLinks];

function cached(client: Client<true>, channelId: string): GuildBasedChannel | null {
  const channel = client.channels.cache.get(channelId);
  return channel === undefined || channel.isDMBased() ? null : channel;
}

/** Null when the bot does not know itself in the guild. */
export function lacking(
  channel: GuildBasedChannel,
  needed: readonly bigint[],
): readonly string[] | null {
  const { me } = channel.guild.members;
  return me === null ? null : permissionsIn(channel, me).missing([...needed]);
}
