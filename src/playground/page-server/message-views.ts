import { MessageFlags, type APIMessage } from 'discord-api-types/v10';
import { hasFlag } from '../flags.ts';
import type { StoredMessage } from '../messages/message-store.ts';
import type { MessageView, MessagesChange } from '../page-protocol.ts';
import type { Parts } from '../parts.ts';
import type { GuildState } from '../world/state.ts';
import { seenChannels } from './channel-views.ts';

/** Of each channel, the latest messages that a page is sent. */
export const MOST_SHOWN = 200;

interface Sent {
  /** A message is a new object after every change. */
  readonly message: APIMessage;
  readonly state: MessageView['state'];
}

/** What one page has been sent of the messages, so that only changes are sent. */
export class MessageViews {
  readonly #parts: Parts;
  readonly #personId: string;
  #sent: ReadonlyMap<string, Sent> | null = null;

  constructor(parts: Parts, personId: string) {
    this.#parts = parts;
    this.#personId = personId;
  }

  /** Null when nothing has changed. */
  take(guild: GuildState): MessagesChange | null {
    const before = this.#sent;
    const sent = before ?? new Map<string, Sent>();
    const now = new Map<string, Sent>();
    const changed: MessageView[] = [];
    for (const stored of this.#visible(guild)) {
      const { message, files, ephemeralFor } = stored;
      const state = this.#stateOf(message);
      now.set(message.id, { message, state });
      const old = sent.get(message.id);
      if (old?.message === message && old.state === state) continue;
      changed.push({ message, isPrivate: ephemeralFor !== null, state, files });
    }
    this.#sent = now;
    const removed = [...sent.keys()].filter((id) => !now.has(id));
    if (before !== null && changed.length === 0 && removed.length === 0) return null;
    return { reset: before === null, changed, removed };
  }

  /** Milliseconds until the next of the messages sent stops "thinking" by itself; null when none will. */
  get untilFailure(): number | null {
    const { interactions } = this.#parts;
    const left = [...(this.#sent?.values() ?? [])]
      .filter(({ state }) => state === 'thinking')
      .map(({ message }) => interactionOf(message, interactions))
      .map((interaction) => (interaction === undefined ? 0 : interactions.timeLeft(interaction)));
    return left.length === 0 ? null : Math.max(0, Math.min(...left));
  }

  #visible(guild: GuildState): StoredMessage[] {
    const { state, messages } = this.#parts;
    return seenChannels(state, guild, this.#personId).flatMap(({ id }) =>
      messages.visibleTo(this.#personId, id).slice(-MOST_SHOWN),
    );
  }

  #stateOf(message: APIMessage): MessageView['state'] {
    if (!hasFlag(message.flags ?? 0, MessageFlags.Loading)) return 'sent';
    const { interactions } = this.#parts;
    const interaction = interactionOf(message, interactions);
    return interaction === undefined || interactions.isOver(interaction) ? 'failed' : 'thinking';
  }
}

/** Undefined when it is of an earlier run of this process: nobody can complete it any more. */
function interactionOf(message: APIMessage, interactions: Parts['interactions']) {
  return interactions.get(message.interaction_metadata?.id ?? '');
}
