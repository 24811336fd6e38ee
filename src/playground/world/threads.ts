import { ChannelType } from 'discord-api-types/v10';
import type { Clock } from '../../clock.ts';
import type { ChannelState, WorldState } from './state.ts';

/** As Discord's own clients choose: a day. */
export const ARCHIVE_MINUTES = 1_440;

export interface ThreadDraft {
  readonly id: string;
  readonly name: string;
  readonly type: ChannelType;
  readonly ownerId: string;
  readonly autoArchiveMinutes: number;
  /** Of the forum it is a post of. */
  readonly tags?: readonly string[];
}

/** A new thread, with its owner in it. Nobody is told. */
export function openThread(
  { state, clock }: { readonly state: WorldState; readonly clock: Clock },
  parent: ChannelState,
  draft: ThreadDraft,
): ChannelState {
  const now = clock.now().toISOString();
  const channel: ChannelState = {
    id: draft.id,
    guildId: parent.guildId,
    name: draft.name,
    type: draft.type,
    position: 0,
    parentId: parent.id,
    overwrites: new Map(),
    forum: null,
    lastMessageId: null,
    thread: {
      ownerId: draft.ownerId,
      members: new Set([draft.ownerId]),
      archived: false,
      locked: false,
      autoArchiveMinutes: draft.autoArchiveMinutes,
      archiveChangedAt: now,
      createdAt: now,
      messageCount: 0,
      tags: draft.tags ?? [],
    },
  };
  state.channels.set(channel.id, channel);
  state.guildOf(parent).channels.set(channel.id, channel);
  return channel;
}

/** The kind of a public thread in such a channel; null where there are none. */
export function publicThreadIn({ type }: ChannelState): ChannelType | null {
  if (type === ChannelType.GuildAnnouncement) return ChannelType.AnnouncementThread;
  const holds = type === ChannelType.GuildText || type === ChannelType.GuildForum;
  return holds ? ChannelType.PublicThread : null;
}
