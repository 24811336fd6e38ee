import {
  ChannelFlags,
  ChannelType,
  GuildNSFWLevel,
  GuildPremiumTier,
  OverwriteType,
  PermissionFlagsBits,
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIInteractionGuildMember,
  type APIOverwrite,
  type APIRole,
  type APIThreadChannel,
} from 'discord-api-types/v10';
import { channelPermissions, has } from './permissions.ts';
import type {
  ChannelState,
  ForumState,
  GuildState,
  MemberState,
  RoleState,
  WorldState,
} from './state.ts';

export function rolePayload(role: RoleState): APIRole {
  const colors = { primary_color: 0, secondary_color: null, tertiary_color: null };
  const shape: object = {
    id: role.id,
    name: role.name,
    color: 0,
    colors,
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: role.position,
    permissions: String(role.permissions),
    managed: role.botId !== null,
    mentionable: role.mentionable,
    flags: 0,
    ...(role.botId === null ? {} : { tags: { bot_id: role.botId } }),
  };
  // Flags without any bit are no member of their type.
  return shape as APIRole;
}

export function memberPayload(member: MemberState): APIGuildMember {
  const shape: object = {
    user: member.user,
    nick: null,
    avatar: null,
    banner: null,
    roles: [...member.roles],
    joined_at: member.joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
  // As above.
  return shape as APIGuildMember;
}

/** A member as interactions carry them: with what they may do in the channel. */
export function actingMember(
  world: WorldState,
  channel: ChannelState,
  userId: string,
): APIInteractionGuildMember {
  const member = world.member(world.guildOf(channel), userId);
  const permissions = String(channelPermissions(world, channel, userId));
  return { ...memberPayload(member), user: member.user, permissions };
}

export function channelPayload(channel: ChannelState): APIChannel {
  return channel.thread === null ? plainChannel(channel) : threadPayload(channel, channel.thread);
}

function plainChannel(channel: ChannelState): APIChannel {
  const shape = {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: channel.name,
    position: channel.position,
    parent_id: null,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: channel.lastMessageId,
    permission_overwrites: overwrites(channel),
    flags: 0,
    ...(channel.forum === null ? {} : forumFields(channel.forum)),
  };
  // The union of channel types cannot be narrowed by a type that is known only at run time.
  return shape as unknown as APIChannel;
}

function forumFields({ tags, requiresTag }: ForumState): object {
  return {
    available_tags: tags.map((tag) => ({ ...tag, emoji_id: null, emoji_name: null })),
    default_reaction_emoji: null,
    default_sort_order: null,
    default_forum_layout: 0,
    default_thread_rate_limit_per_user: 0,
    flags: requiresTag ? ChannelFlags.RequireTag : 0,
  };
}

function overwrites(channel: ChannelState): APIOverwrite[] {
  return [...channel.overwrites.values()].map(({ id, kind, allow, deny }) => ({
    id,
    type: kind === 'role' ? OverwriteType.Role : OverwriteType.Member,
    allow: String(allow),
    deny: String(deny),
  }));
}

function threadPayload(
  channel: ChannelState,
  thread: NonNullable<ChannelState['thread']>,
): APIThreadChannel {
  const shape = {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    parent_id: channel.parentId,
    name: channel.name,
    owner_id: thread.ownerId,
    last_message_id: channel.lastMessageId,
    rate_limit_per_user: 0,
    message_count: thread.messageCount,
    total_message_sent: thread.messageCount,
    member_count: Math.min(thread.members.size, 50),
    flags: 0,
    applied_tags: [...thread.tags],
    thread_metadata: {
      archived: thread.archived,
      locked: thread.locked,
      auto_archive_duration: thread.autoArchiveMinutes,
      archive_timestamp: thread.archiveChangedAt,
      create_timestamp: thread.createdAt,
      ...(channel.type === ChannelType.PrivateThread ? { invitable: true } : {}),
    },
  };
  // As above: which kind of thread it is shows only at run time.
  return shape as unknown as APIThreadChannel;
}

/** Threads that the bot sees and that are not archived. */
export function activeThreads(world: WorldState, guild: GuildState): ChannelState[] {
  return [...guild.channels.values()].filter(
    (channel) =>
      channel.thread?.archived === false &&
      has(channelPermissions(world, channel, world.bot.id), PermissionFlagsBits.ViewChannel),
  );
}

export function guildPayload(guild: GuildState): APIGuild {
  const shape = {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    system_channel_id: systemChannel(guild),
    roles: [...guild.roles.values()].map(rolePayload),
    ...BARE_GUILD,
  };
  // As above.
  return shape as unknown as APIGuild;
}

/** Discord posts its own greetings into the first text channel. */
export function systemChannel(guild: GuildState): string | null {
  const text = [...guild.channels.values()].find(({ type }) => type === ChannelType.GuildText);
  return text?.id ?? null;
}

const BARE_GUILD = {
  icon: null,
  splash: null,
  discovery_splash: null,
  banner: null,
  description: null,
  features: [],
  emojis: [],
  stickers: [],
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 1,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  mfa_level: 0,
  application_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  vanity_url_code: null,
  premium_tier: GuildPremiumTier.None,
  premium_subscription_count: 0,
  premium_progress_bar_enabled: false,
  nsfw_level: GuildNSFWLevel.Default,
  hub_type: null,
  incidents_data: null,
  max_members: 500_000,
};

/** What GUILD_CREATE holds beyond the guild: a bot without further intents is told of itself alone. */
export function guildCreatePayload(world: WorldState, guild: GuildState): object {
  const channels = [...guild.channels.values()];
  const bot = guild.members.get(world.bot.id);
  return {
    ...guildPayload(guild),
    joined_at: bot?.joinedAt,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: bot === undefined ? [] : [memberPayload(bot)],
    channels: channels.filter(({ thread }) => thread === null).map(channelPayload),
    threads: activeThreads(world, guild).map(channelPayload),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
