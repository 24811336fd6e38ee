import {
  MessageFlags,
  MessageType,
  type APIAttachment,
  type APIMessage,
  type APIUser,
} from 'discord-api-types/v10';
import type { Clock } from '../../clock.ts';
import { hasFlag, withFlags } from '../flags.ts';
import type { Dispatch } from '../gateway/dispatch.ts';
import type { Snowflakes } from '../snowflake.ts';
import type { Watch } from '../watch.ts';
import { without } from '../without.ts';
import type { ChannelState, WorldState } from '../world/state.ts';
import { memberPayload } from '../world/payloads.ts';
import type { AttachmentStore } from './attachment-store.ts';
import { textsOf } from './component-tree.ts';
import { mentionsIn } from './mentions.ts';
import { contentAfter, flagsAfter, NOTHING_NEW } from './message-changes.ts';
import type { MessageFields } from './message-fields.ts';
import type { Upload } from './uploads.ts';

export interface StoredMessage {
  readonly channelId: string;
  /** The only person who sees it; null for everybody. */
  readonly ephemeralFor: string | null;
  /** Its latest state; a new object after every change. */
  message: APIMessage;
  /** Its files, also those that a message of Components V2 does not list. */
  files: readonly APIAttachment[];
  deleted: boolean;
}

export interface NewMessage {
  readonly channel: ChannelState;
  readonly author: APIUser;
  readonly fields: MessageFields;
  readonly uploads?: readonly Upload[];
  readonly ephemeralFor?: string | null;
  /** Fields that depend on the way it came. */
  readonly origin?: Partial<APIMessage>;
}

interface Parts {
  readonly clock: Clock;
  readonly ids: Snowflakes;
  readonly world: WorldState;
  readonly attachments: AttachmentStore;
  readonly dispatch: Dispatch;
  readonly watch: Watch;
}

/** All messages, and what the gateway and the people are told when they change. */
export class MessageStore {
  readonly #parts: Parts;
  readonly #byId = new Map<string, StoredMessage>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** One that is there, private ones included. */
  find(channelId: string, messageId: string): StoredMessage | undefined {
    const stored = this.#byId.get(messageId);
    return stored?.channelId === channelId && !stored.deleted ? stored : undefined;
  }

  /** Also when it was deleted. */
  get(messageId: string): StoredMessage | undefined {
    return this.#byId.get(messageId);
  }

  /** Of all channels, deleted ones included, oldest first. */
  all(): StoredMessage[] {
    return [...this.#byId.values()];
  }

  /** Puts a message back that was there in an earlier run. Nobody is told. */
  restore(stored: StoredMessage): void {
    this.#byId.set(stored.message.id, stored);
  }

  /** What everybody in the channel sees, oldest first. */
  publicOf(channelId: string): StoredMessage[] {
    return this.visibleTo(null, channelId);
  }

  visibleTo(userId: string | null, channelId: string): StoredMessage[] {
    return [...this.#byId.values()].filter(
      (stored) =>
        stored.channelId === channelId &&
        !stored.deleted &&
        (stored.ephemeralFor === null || stored.ephemeralFor === userId),
    );
  }

  create(draft: NewMessage): StoredMessage {
    const { channel, author, fields } = draft;
    const { ids, clock } = this.#parts;
    const ephemeralFor = draft.ephemeralFor ?? null;
    const stored: StoredMessage = {
      channelId: channel.id,
      ephemeralFor,
      files: [],
      deleted: false,
      message: {
        id: ids.next(),
        channel_id: channel.id,
        type: MessageType.Default,
        author,
        content: '',
        embeds: [],
        attachments: [],
        components: [],
        mentions: [],
        mention_roles: [],
        mention_everyone: false,
        pinned: false,
        tts: fields.tts ?? false,
        timestamp: clock.now().toISOString(),
        edited_timestamp: null,
        ...(fields.nonce === undefined ? {} : { nonce: fields.nonce }),
        ...draft.origin,
      },
    };
    this.#write(stored, fields, draft.uploads ?? []);
    this.#byId.set(stored.message.id, stored);
    channel.lastMessageId = stored.message.id;
    if (channel.thread !== null) channel.thread.messageCount += 1;
    this.#announce('MESSAGE_CREATE', stored);
    return stored;
  }

  /** @param completes it was a reply that said "thinking": that does not count as edited. */
  edit(
    stored: StoredMessage,
    fields: MessageFields,
    uploads: readonly Upload[] = [],
    completes = false,
  ): void {
    this.#write(stored, fields, uploads);
    const edited = completes ? null : this.#parts.clock.now().toISOString();
    stored.message = { ...stored.message, edited_timestamp: edited };
    this.#announce('MESSAGE_UPDATE', stored);
  }

  /** Marks the message, which does not count as an edit. */
  addFlag(stored: StoredMessage, flag: MessageFlags): void {
    stored.message = withFlags(stored.message, (stored.message.flags ?? 0) | flag);
    this.#announce('MESSAGE_UPDATE', stored);
  }

  delete(stored: StoredMessage): void {
    stored.deleted = true;
    const { guildId } = this.#parts.world.channel(stored.channelId);
    if (stored.ephemeralFor === null) {
      const { id, channel_id } = stored.message;
      this.#parts.dispatch(guildId, 'MESSAGE_DELETE', { id, channel_id, guild_id: guildId });
    }
    this.#parts.watch.changed();
  }

  forgetChannel(channelId: string): void {
    for (const [id, stored] of this.#byId) {
      if (stored.channelId === channelId) this.#byId.delete(id);
    }
  }

  #write(stored: StoredMessage, fields: MessageFields, uploads: readonly Upload[]): void {
    stored.files = this.#filesAfter(stored, fields, uploads);
    const settable = flagsAfter(stored.message.flags ?? 0, fields.flags);
    const flags = stored.ephemeralFor === null ? settable : settable | MessageFlags.Ephemeral;
    const content = contentAfter(stored.message, fields, stored.files);
    const attachments = hasFlag(flags, MessageFlags.IsComponentsV2) ? [] : [...stored.files];
    stored.message = withFlags({ ...stored.message, ...content, attachments }, flags);
    const { allowed_mentions: allowed } = fields;
    if (content === NOTHING_NEW && allowed === undefined) return;
    stored.message = { ...stored.message, ...this.#mentions(stored, allowed) };
  }

  #mentions(stored: StoredMessage, allowed: MessageFields['allowed_mentions']) {
    const { world } = this.#parts;
    const { content, components = [], author } = stored.message;
    const text = [content, ...textsOf(components)].join('\n');
    const channel = world.channel(stored.channelId);
    return mentionsIn(text, allowed, world, { channel, authorId: author.id });
  }

  #filesAfter(
    stored: StoredMessage,
    fields: MessageFields,
    uploads: readonly Upload[],
  ): APIAttachment[] {
    const entries = fields.attachments ?? undefined;
    const kept = stored.files.filter(
      ({ id }) => entries === undefined || entries.some((entry) => String(entry.id) === id),
    );
    const isPrivate = stored.ephemeralFor !== null;
    const place = isPrivate
      ? ({ folder: 'ephemeral-attachments', ownerId: this.#parts.world.bot.id } as const)
      : ({ folder: 'attachments', ownerId: stored.channelId } as const);
    const added = uploads.map((upload) => {
      const entry = entries?.find(({ id }) => String(id) === String(upload.index));
      const name = entry?.filename ?? upload.name;
      return this.#parts.attachments.add(
        place,
        { ...upload, name },
        entry?.description ?? undefined,
      );
    });
    return [...kept, ...added];
  }

  #announce(event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', stored: StoredMessage): void {
    const { world, dispatch, watch } = this.#parts;
    const channel = world.channel(stored.channelId);
    if (stored.ephemeralFor === null) {
      const author = world.guildOf(channel).members.get(stored.message.author.id);
      const member = author === undefined ? undefined : without(memberPayload(author), 'user');
      dispatch(channel.guildId, event, { ...stored.message, guild_id: channel.guildId, member });
    }
    watch.changed();
  }
}
