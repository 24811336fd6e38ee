import { randomBytes } from 'node:crypto';
import { InteractionType, MessageFlags, MessageType, type APIMessage } from 'discord-api-types/v10';
import type { Clock } from '../../clock.ts';
import type { Alarms } from '../alarms.ts';
import { hasFlag, withFlags } from '../flags.ts';
import type { Dispatch } from '../gateway/dispatch.ts';
import type { InteractionRecord } from '../local-discord.ts';
import type { MessageFields } from '../messages/message-fields.ts';
import type { MessageStore, StoredMessage } from '../messages/message-store.ts';
import type { Upload } from '../messages/uploads.ts';
import type { Snowflakes } from '../snowflake.ts';
import type { Watch } from '../watch.ts';
import type { WorldState } from '../world/state.ts';
import {
  FIRST_RESPONSE_MS,
  TOKEN_LIFE_MS,
  type FirstResponse,
  type Interaction,
} from './interaction.ts';
import { interactionPayload, type InteractionDraft } from './payload.ts';

interface Parts {
  readonly clock: Clock;
  readonly alarms: Alarms;
  readonly ids: Snowflakes;
  readonly world: WorldState;
  readonly messages: MessageStore;
  readonly watch: Watch;
  readonly dispatch: Dispatch;
  readonly applicationId: string;
}

export interface ReplyDraft {
  readonly fields: MessageFields;
  readonly uploads: readonly Upload[];
  readonly ephemeral: boolean;
}

/** Interactions under way and over, and the messages they led to. */
export class Interactions {
  readonly #parts: Parts;
  readonly #byId = new Map<string, Interaction>();
  readonly #byToken = new Map<string, Interaction>();
  readonly #deadlines = new Map<string, () => void>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get records(): readonly InteractionRecord[] {
    return [...this.#byId.values()].map(({ id, name, response, failed }) => ({
      id,
      name,
      acknowledgedMs: response?.afterMs ?? null,
      failed,
    }));
  }

  /** Sends the interaction to the bot; it fails when no response comes in time. */
  start(draft: InteractionDraft): Interaction {
    const { ids, clock, world, applicationId, dispatch, alarms } = this.#parts;
    const id = ids.next();
    const token = `${Buffer.from(`interaction:${id}:`).toString('base64url')}${randomBytes(96).toString('base64url')}`;
    const payload = interactionPayload(draft, { id, token, applicationId }, world);
    const interaction: Interaction = {
      id,
      token,
      type: draft.type,
      name: draft.name,
      userId: draft.userId,
      channel: draft.channel,
      sentAt: clock.elapsed(),
      sourceMessageId: draft.sourceMessageId ?? null,
      response: null,
      failed: false,
      originalId: null,
      wasEdited: false,
      followUpIds: [],
    };
    this.#byId.set(id, interaction);
    this.#byToken.set(token, interaction);
    dispatch(draft.channel.guildId, 'INTERACTION_CREATE', payload);
    this.#deadlines.set(
      id,
      alarms.after(FIRST_RESPONSE_MS, () => {
        this.#fail(interaction);
      }),
    );
    return interaction;
  }

  /** Unless the token is wrong or the time for a first response is over. */
  awaiting(id: string, token: string): Interaction | undefined {
    const interaction = this.#byId.get(id);
    if (interaction?.token !== token) return undefined;
    const isLate = interaction.response === null && this.#age(interaction) >= FIRST_RESPONSE_MS;
    return isLate || this.isOver(interaction) ? undefined : interaction;
  }

  get(id: string): Interaction | undefined {
    return this.#byId.get(id);
  }

  withToken(token: string): Interaction | undefined {
    return this.#byToken.get(token);
  }

  isOver(interaction: Interaction): boolean {
    return this.#age(interaction) >= TOKEN_LIFE_MS;
  }

  /** Milliseconds until the interaction's token ends. */
  timeLeft(interaction: Interaction): number {
    return TOKEN_LIFE_MS - this.#age(interaction);
  }

  respond(
    interaction: Interaction,
    { kind, modal = null, choices = [] }: Partial<FirstResponse> & Pick<FirstResponse, 'kind'>,
  ): void {
    this.#deadlines.get(interaction.id)?.();
    this.#deadlines.delete(interaction.id);
    interaction.response = { kind, modal, choices, afterMs: this.#age(interaction) };
    this.#parts.watch.changed();
  }

  /** The reply, or the note that the bot is thinking. */
  createOriginal(interaction: Interaction, draft: ReplyDraft, thinking: boolean): StoredMessage {
    const type =
      interaction.sourceMessageId === null ? MessageType.ChatInputCommand : MessageType.Reply;
    const loading = thinking ? { flags: MessageFlags.Loading } : {};
    const stored = this.#createMessage(interaction, draft, { type, ...loading });
    interaction.originalId = stored.message.id;
    return stored;
  }

  createFollowUp(interaction: Interaction, draft: ReplyDraft): StoredMessage {
    const stored = this.#createMessage(interaction, draft, { type: MessageType.Reply });
    interaction.followUpIds.push(stored.message.id);
    this.#parts.watch.changed();
    return stored;
  }

  /** Changes one of the interaction's messages; a "thinking" one becomes the reply. */
  edit(
    interaction: Interaction,
    stored: StoredMessage,
    draft: Omit<ReplyDraft, 'ephemeral'>,
  ): void {
    const flags = stored.message.flags ?? 0;
    const isThinking = hasFlag(flags, MessageFlags.Loading);
    if (isThinking) stored.message = withFlags(stored.message, flags & ~MessageFlags.Loading);
    if (stored.message.id === interaction.originalId) interaction.wasEdited = true;
    this.#parts.messages.edit(stored, draft.fields, draft.uploads, isThinking);
  }

  #createMessage(
    interaction: Interaction,
    { fields, uploads, ephemeral }: ReplyDraft,
    origin: Partial<APIMessage>,
  ): StoredMessage {
    const { world, messages, applicationId } = this.#parts;
    return messages.create({
      channel: interaction.channel,
      author: world.bot,
      fields,
      uploads,
      ephemeralFor: ephemeral ? interaction.userId : null,
      origin: {
        ...origin,
        application_id: applicationId,
        webhook_id: applicationId,
        ...this.#metadata(interaction),
      },
    });
  }

  #metadata(interaction: Interaction): object {
    const { id, type, userId, name, sourceMessageId, channel } = interaction;
    const user = this.#parts.world.users.get(userId);
    const isCommand = type === InteractionType.ApplicationCommand;
    return {
      interaction_metadata: {
        id,
        type,
        user,
        authorizing_integration_owners: { '0': channel.guildId },
        ...(sourceMessageId === null ? {} : { interacted_message_id: sourceMessageId }),
      },
      ...(isCommand ? { interaction: { id, type, name, user } } : {}),
    };
  }

  #age({ sentAt }: Interaction): number {
    return this.#parts.clock.elapsed() - sentAt;
  }

  #fail(interaction: Interaction): void {
    this.#deadlines.delete(interaction.id);
    if (interaction.response !== null) return;
    interaction.failed = true;
    this.#parts.watch.changed();
  }
}
