import type { APIUser, ChannelType, Locale } from 'discord-api-types/v10';

export interface OverwriteState {
  readonly id: string;
  readonly kind: 'role' | 'member';
  allow: bigint;
  deny: bigint;
}

/** A tag of a forum's posts. */
export interface TagState {
  readonly id: string;
  readonly name: string;
  /** Only for members with MANAGE_THREADS. */
  readonly moderated: boolean;
}

export interface ForumState {
  readonly tags: readonly TagState[];
  /** Does every post need a tag? */
  readonly requiresTag: boolean;
}

export interface ThreadState {
  readonly ownerId: string;
  readonly members: Set<string>;
  archived: boolean;
  locked: boolean;
  autoArchiveMinutes: number;
  archiveChangedAt: string;
  readonly createdAt: string;
  messageCount: number;
  /** Ids of tags of its forum. */
  readonly tags: readonly string[];
}

export interface ChannelState {
  readonly id: string;
  readonly guildId: string;
  name: string;
  readonly type: ChannelType;
  readonly position: number;
  /** A thread's channel; null for channels of the guild. */
  readonly parentId: string | null;
  readonly overwrites: Map<string, OverwriteState>;
  readonly forum: ForumState | null;
  readonly thread: ThreadState | null;
  lastMessageId: string | null;
}

export interface RoleState {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
  readonly position: number;
  /** May everybody notify it? */
  readonly mentionable: boolean;
  /** Set on the role that came with the bot. */
  readonly botId: string | null;
}

export interface MemberState {
  readonly user: APIUser;
  readonly roles: string[];
  readonly joinedAt: string;
}

export interface GuildState {
  readonly id: string;
  readonly name: string;
  readonly locale: Locale;
  readonly ownerId: string;
  readonly botRoleId: string;
  readonly roles: Map<string, RoleState>;
  readonly members: Map<string, MemberState>;
  readonly channels: Map<string, ChannelState>;
  /** Names of commands that the administrators opened to everybody. */
  readonly openCommands: Set<string>;
  /** Is the bot told of it? False in the moment of its making and after the bot was removed. */
  announced: boolean;
  /** Is the bot a member? */
  joined: boolean;
}

/** Everything there is, by id. */
export class WorldState {
  readonly bot: APIUser;
  readonly guilds = new Map<string, GuildState>();
  readonly users = new Map<string, APIUser>();
  /** Language of each person's client. */
  readonly locales = new Map<string, Locale>();
  /** Channels and threads of all guilds. */
  readonly channels = new Map<string, ChannelState>();

  constructor(bot: APIUser) {
    this.bot = bot;
    this.users.set(bot.id, bot);
  }

  /** Of an id that is known to exist. */
  guild(id: string): GuildState {
    return found(this.guilds.get(id), `guild ${id}`);
  }

  channel(id: string): ChannelState {
    return found(this.channels.get(id), `channel ${id}`);
  }

  guildOf(channel: ChannelState): GuildState {
    return this.guild(channel.guildId);
  }

  user(id: string): APIUser {
    return found(this.users.get(id), `user ${id}`);
  }

  member(guild: GuildState, userId: string): MemberState {
    return found(guild.members.get(userId), `member ${userId} of guild ${guild.id}`);
  }
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`There is no ${what}.`);
  return value;
}
