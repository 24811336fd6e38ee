import type {
  APIApplicationCommand,
  APIAttachment,
  APIMessage,
  APIUser,
  ChannelType,
  Locale,
} from 'discord-api-types/v10';
import type { IdCount } from '../snowflake.ts';
import type { ForumState, ThreadState } from '../world/state.ts';

/**
 * A local Discord at one moment. Lists are in the order in which things came. Left out: connections, traffic,
 * interactions under way, deleted messages, and files no message shows.
 */
export interface Snapshot {
  readonly world: SavedWorld;
  readonly messages: readonly SavedMessage[];
  readonly files: readonly SavedFile[];
}

/** As it is read again: the files' content is kept elsewhere. */
export interface SavedState extends Omit<Snapshot, 'files'> {
  readonly files: readonly FileEntry[];
}

export interface SavedWorld {
  readonly applicationId: string;
  /** Which the addresses of files begin with. */
  readonly origin: string;
  readonly ids: IdCount;
  readonly notes: readonly (readonly [name: string, text: string])[];
  /** Without the bot. */
  readonly users: readonly SavedUser[];
  readonly guilds: readonly SavedGuild[];
  readonly commands: readonly SavedCommands[];
}

export interface SavedUser {
  readonly user: APIUser;
  /** Of the person's client; null for those who have none. */
  readonly locale: Locale | null;
}

export interface SavedGuild {
  readonly id: string;
  readonly name: string;
  readonly locale: Locale;
  readonly ownerId: string;
  readonly botRoleId: string;
  readonly roles: readonly SavedRole[];
  readonly members: readonly SavedMember[];
  /** Threads included. */
  readonly channels: readonly SavedChannel[];
  readonly openCommands: readonly string[];
  readonly joined: boolean;
}

export interface SavedRole {
  readonly id: string;
  readonly name: string;
  /** Bits in decimal digits. */
  readonly permissions: string;
  readonly position: number;
  readonly mentionable: boolean;
  readonly botId: string | null;
}

export interface SavedMember {
  readonly userId: string;
  readonly roles: readonly string[];
  readonly joinedAt: string;
}

export interface SavedChannel {
  readonly id: string;
  readonly name: string;
  readonly type: ChannelType;
  readonly position: number;
  readonly parentId: string | null;
  readonly overwrites: readonly SavedOverwrite[];
  readonly forum: ForumState | null;
  readonly thread: SavedThread | null;
  readonly lastMessageId: string | null;
}

export interface SavedOverwrite {
  readonly id: string;
  readonly kind: 'role' | 'member';
  /** Bits in decimal digits. */
  readonly allow: string;
  readonly deny: string;
}

export type SavedThread = Omit<ThreadState, 'members'> & { readonly members: readonly string[] };

export interface SavedCommands {
  /** Null for those of all guilds. */
  readonly guildId: string | null;
  readonly list: readonly APIApplicationCommand[];
}

export interface SavedMessage {
  readonly channelId: string;
  readonly ephemeralFor: string | null;
  readonly message: APIMessage;
  readonly files: readonly APIAttachment[];
}

export interface FileEntry {
  /** `/attachments/<owner>/<id>/<name>` */
  readonly path: string;
  readonly attachment: APIAttachment;
}

export interface SavedFile extends FileEntry {
  readonly data: Uint8Array;
}
