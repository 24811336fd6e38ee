import type { APIMessage } from 'discord-api-types/v10';
import type { Clock } from '../clock.ts';
import type { PageOptions } from './page-options.ts';
import type { Person } from './person/person.ts';

/** A Discord of our own on 127.0.0.1, with the real gateway and REST protocols. */
export interface LocalDiscord {
  /** For the bot's `DISCORD_API_URL`: `http://127.0.0.1:<port>/api`. */
  readonly apiUrl: string;
  /** The bot token that is accepted; any other one is refused as Discord does. */
  readonly token: string;
  readonly applicationId: string;
  readonly world: World;
  /** Disturbances, ordered by tests. */
  readonly faults: Faults;
  /** What went over the wire. */
  readonly traffic: Traffic;
  /** A person at the keyboard in a channel. Nothing they see is more than what Discord would show them. */
  as(userId: string, channelId: string): Person;
  /** Where the page is, when there is one: `http://127.0.0.1:<port>/`. */
  readonly pageUrl: string;
  /** Nothing had been saved: the world is empty. */
  readonly isNew: boolean;
  readonly notes: Notes;
  /** Resolves when the bot is connected with all its shards and has received its guilds. */
  ready(): Promise<void>;
  /** What has changed is saved first. Rejects when that fails; everything is closed all the same. */
  close(): Promise<void>;
}

/** Words of whoever started this Discord that are saved along, such as the ids of what it made. */
export interface Notes {
  get(name: string): string | undefined;
  /** Saved like any other change. */
  set(name: string, text: string): void;
}

/**
 * Keeps a local Discord over the end of its process: its state, and beside it the files that were uploaded. Names are of
 * small letters, digits and hyphens. One call at a time.
 */
export interface DiscordStorage {
  /** What was saved last under the name; null when nothing was. */
  load(name: string): Promise<Uint8Array | null>;
  /** Replaces what was saved under the name, as a whole or not at all. `content` is valid until then. */
  save(name: string, content: Uint8Array): Promise<void>;
  /** Deletes what was saved under other names. */
  retain(names: ReadonlySet<string>): Promise<void>;
}

export interface LocalDiscordOptions {
  readonly clock: Clock;
  /** Default 0: a free one. */
  readonly port?: number;
  /** Shards that `/gateway/bot` recommends. Default 1. */
  readonly shards?: number;
  /** Milliseconds between heartbeats. Default 41,250 as Discord. */
  readonly heartbeatIntervalMs?: number;
  /** Privileged intents the application may use (bits). Default none: asking for one ends with close code 4014. */
  readonly privilegedIntents?: number;
  /**
   * `announced` (default): the headers of rate limits are sent, but a bucket never runs empty, so that a test may stop the
   * clock. `enforced`: what is over the limit is refused with 429 until the clock has moved on.
   */
  readonly rateLimits?: 'announced' | 'enforced';
  /** Serves a page on the same port, where people can use this Discord. Default: none. */
  readonly page?: PageOptions;
  /** Where everything is kept, and found again at the next start. Default: nowhere. */
  readonly storage?: DiscordStorage;
}

/** Guilds, channels, roles and members. What changes while the bot is connected is dispatched to it. */
export interface World {
  /**
   * The bot is told in the next microtask: channels and members made in the same turn belong to the guild it joins.
   * The first text channel is the system channel.
   */
  addGuild(options: { readonly name: string; readonly locale?: string }): { readonly id: string };
  /** The bot is removed from the guild: GUILD_DELETE. */
  removeGuild(guildId: string): void;
  /** The bot is added to a guild again that it was removed from. */
  rejoinGuild(guildId: string): void;
  addChannel(
    guildId: string,
    options: {
      readonly name: string;
      readonly kind?: 'text' | 'announcement' | 'forum';
      /** Of a forum. `moderated`: only for those who manage threads; default false. */
      readonly tags?: readonly { readonly name: string; readonly moderated?: boolean }[];
      /** Does every post of the forum need a tag? Default false. */
      readonly requiresTag?: boolean;
    },
  ): { readonly id: string };
  /** A thread that somebody else opens. A private one is not seen by the bot, unless it may manage threads. */
  addThread(
    channelId: string,
    options: { readonly name: string; readonly isPrivate?: boolean },
  ): { readonly id: string };
  /** Closes a thread; whoever writes in it opens it again, a locked one only who manages threads. */
  archiveThread(threadId: string, options?: { readonly locked?: boolean }): void;
  /** Of a channel or a thread. */
  removeChannel(channelId: string): void;
  addRole(
    guildId: string,
    options: {
      readonly name: string;
      readonly permissions: bigint;
      /** May everybody notify it? Default false: only those who may mention everyone. */
      readonly mentionable?: boolean;
    },
  ): { readonly id: string };
  addMember(
    guildId: string,
    options: {
      readonly name: string;
      readonly roles?: readonly string[];
      readonly locale?: string;
    },
  ): { readonly id: string };
  /** Permissions of the bot's own role in a guild. */
  setBotPermissions(guildId: string, permissions: bigint): void;
  /** Denies and allows bits in one channel to a role or member (`everyone` is the role with the guild's id). */
  overwrite(
    channelId: string,
    target: { readonly id: string; readonly kind: 'role' | 'member' },
    bits: { readonly allow?: bigint; readonly deny?: bigint },
  ): void;
  /** Administrators may change who may use a command; Discord then sends whatever they allow. Default: as the command says. */
  allowCommandToEveryone(guildId: string, command: string): void;
  /** Every message of a channel as everybody sees it (without ephemeral ones), oldest first. */
  messages(channelId: string): readonly APIMessage[];
  /** Threads of a channel or posts of a forum, archived ones included, oldest first. */
  threads(channelId: string): readonly { readonly id: string; readonly name: string }[];
  /** Registered commands as the member's client would list them. */
  commands(guildId: string): readonly { readonly id: string; readonly name: string }[];
}

export interface Faults {
  /**
   * The next `times` requests (default 1) whose method and path match get this answer instead of being carried out, or,
   * with `after`, are carried out first and the answer is lost.
   */
  answer(match: RequestMatch, fault: Fault): void;
  /** Cuts the bot's sockets without a close frame. RESUME works afterwards unless `forget`. */
  dropGateway(options?: { readonly forget?: boolean }): void;
  /** Opcode 7. */
  askToReconnect(): void;
  /** Opcode 9. */
  invalidateSession(resumable: boolean): void;
  /** No heartbeat is acknowledged and nothing is dispatched any more, on the connections open now. */
  silenceGateway(): void;
  clear(): void;
}

export interface RequestMatch {
  readonly method?: string;
  /** Tested against the path behind `/api/v10`, without a query. */
  readonly path: RegExp;
}

export interface Fault {
  readonly kind: 'status' | 'rate-limit' | 'drop' | 'delay';
  /** For `status`: 500 to 599, or any other. */
  readonly status?: number;
  /** For `rate-limit` and `delay`. */
  readonly ms?: number;
  /** For `rate-limit`: everything, not this route only. */
  readonly global?: boolean;
  readonly times?: number;
  /** Carry the request out, then answer with the fault. Default false. */
  readonly after?: boolean;
}

export interface Traffic {
  readonly requests: readonly RecordedRequest[];
  /** Requests that Discord would have refused as malformed or forbidden (4xx but for 429 and ordered faults). */
  readonly violations: readonly RecordedRequest[];
  /** Gateway payloads: `in` came from the bot, `out` went to it. */
  readonly gateway: readonly {
    readonly direction: 'in' | 'out';
    readonly op: number;
    readonly event: string | null;
  }[];
  /** Interactions sent so far. */
  readonly interactions: readonly InteractionRecord[];
}

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  /** Discord's error, when it was refused. */
  readonly error: unknown;
}

export interface InteractionRecord {
  readonly id: string;
  readonly name: string;
  /** Milliseconds from the dispatch to the first response; null while there is none. */
  readonly acknowledgedMs: number | null;
  readonly failed: boolean;
}
