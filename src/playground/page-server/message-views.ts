import { MessageFlags, PermissionFlagsBits as Bits, type APIMessage } from 'discord-api-types/v10';
import { hasFlag } from '../flags.ts';
import type { StoredMessage } from '../messages/message-store.ts';
import type { MessageView, MessagesChange } from '../page-protocol.ts';
import type { Parts } from '../parts.ts';
import { channelPermissions, has } from '../world/permissions.ts';

/** Of each channel, the latest messages that a page is sent. */
const MOST_SHOWN = 200;

/** What one page has been sent of the messages, so that only changes are sent. */
export class MessageViews {
  readonly #parts: Parts;
  readonly #personId: string;
  /** A message is a new object after every change. */
  #sent: ReadonlyMap<string, APIMessage> | null = null;

  constructor(parts: Parts, personId: string) {
    this.#parts = parts;
    this.#personId = personId;
  }

  /** Null when nothing has changed. */
  take(guildId: string): MessagesChange | null {
    const visible = this.#visible(guildId);
    const sent = this.#sent;
    const now = new Map(visible.map(({ message }) => [message.id, message]));
    this.#sent = now;
    const changed = visible.filter(({ message }) => sent?.get(message.id) !== message);
    const removed = [...(sent?.keys() ?? [])].filter((id) => !now.has(id));
    if (sent !== null && changed.length === 0 && removed.length === 0) return null;
    return { reset: sent === null, changed: changed.map((stored) => viewOf(stored)), removed };
  }

  #visible(guildId: string): StoredMessage[] {
    const { state, messages } = this.#parts;
    return [...state.guild(guildId).channels.values()]
      .filter((channel) =>
        has(channelPermissions(state, channel, this.#personId), Bits.ViewChannel),
      )
      .flatMap(({ id }) => messages.visibleTo(this.#personId, id).slice(-MOST_SHOWN));
  }
}

function viewOf({ message, ephemeralFor, files }: StoredMessage): MessageView {
  const isThinking = hasFlag(message.flags ?? 0, MessageFlags.Loading);
  return {
    message,
    isPrivate: ephemeralFor !== null,
    state: isThinking ? 'thinking' : 'sent',
    files,
  };
}
