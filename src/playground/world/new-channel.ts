import { ChannelType } from 'discord-api-types/v10';
import type { World } from '../local-discord.ts';
import type { Snowflakes } from '../snowflake.ts';
import type { ChannelState, GuildState } from './state.ts';

const CHANNEL_TYPES = {
  text: ChannelType.GuildText,
  announcement: ChannelType.GuildAnnouncement,
  forum: ChannelType.GuildForum,
} as const;

/** The last channel of the guild, which does not know of it yet. */
export function newChannel(
  ids: Snowflakes,
  guild: GuildState,
  { name, kind = 'text', tags = [], requiresTag = false }: Parameters<World['addChannel']>[1],
): ChannelState {
  const forum = {
    tags: tags.map((tag) => ({ moderated: false, ...tag, id: ids.next() })),
    requiresTag,
  };
  return {
    id: ids.next(),
    guildId: guild.id,
    name,
    type: CHANNEL_TYPES[kind],
    position: guild.channels.size,
    parentId: null,
    overwrites: new Map(),
    forum: kind === 'forum' ? forum : null,
    thread: null,
    lastMessageId: null,
  };
}
