import { MessageFlags } from 'discord-api-types/v10';
import type { Interaction, ResponseKind } from '../interactions/interaction.ts';
import {
  InteractionFailedError,
  type PendingInteraction,
  type ShownMessage,
  type ShownModal,
} from './person.ts';
import type { StoredMessage } from '../messages/message-store.ts';
import type { Parts } from '../parts.ts';
import { show } from '../shown-message.ts';
import { prefilledValues } from './modal-form.ts';

type SeenKind = Awaited<ReturnType<PendingInteraction['acknowledged']>>['kind'];

const SEEN_KINDS: Readonly<Record<ResponseKind, SeenKind>> = {
  message: 'message',
  deferred: 'deferred',
  'deferred-update': 'deferred',
  update: 'update',
  modal: 'modal',
  choices: 'message',
};

/** What one person waits for after they did something. */
export class Pending implements PendingInteraction {
  readonly id: string;
  readonly #parts: Parts;
  readonly #interaction: Interaction;

  constructor(parts: Parts, interaction: Interaction) {
    this.#parts = parts;
    this.#interaction = interaction;
    this.id = interaction.id;
  }

  get followUps(): readonly ShownMessage[] {
    return this.#interaction.followUpIds
      .map((id) => this.#parts.messages.get(id))
      .filter((stored) => stored !== undefined)
      .filter(({ deleted, ephemeralFor }) => !deleted && this.#sees(ephemeralFor))
      .map(show);
  }

  acknowledged(): ReturnType<PendingInteraction['acknowledged']> {
    return this.#parts.watch.until(() => {
      const response = this.#response();
      if (response === null) return undefined;
      return { kind: SEEN_KINDS[response.kind], afterMs: response.afterMs };
    });
  }

  async reply(): Promise<ShownMessage> {
    return await this.#beforeTheEnd(() => {
      const stored = this.#original();
      if (stored === null || !this.#isDone(stored)) return undefined;
      return show(stored);
    });
  }

  modal(): Promise<ShownModal> {
    return this.#parts.watch.until(() => {
      const response = this.#response();
      if (response === null) return undefined;
      if (response.modal === null) throw new Error('The bot answered, but not with a modal.');
      const { modal } = response;
      return { interactionId: this.id, data: modal, values: prefilledValues(modal) };
    });
  }

  async until(test: (message: ShownMessage) => boolean): Promise<ShownMessage> {
    return await this.#beforeTheEnd(() => {
      const stored = this.#original();
      if (stored === null || isThinking(stored)) return undefined;
      const shown = show(stored);
      return test(shown) ? shown : undefined;
    });
  }

  /** A reply that still says "thinking" when the token ends is a failure too. */
  async #beforeTheEnd<T>(probe: () => T | undefined): Promise<T> {
    const { alarms, watch, interactions } = this.#parts;
    const callOff = alarms.after(interactions.timeLeft(this.#interaction), () => {
      watch.changed();
    });
    try {
      return await watch.until(() => {
        const value = probe();
        const stored = value === undefined ? this.#original() : null;
        const isOver = interactions.isOver(this.#interaction);
        if (stored !== null && isOver && !this.#isDone(stored)) throw failure();
        return value;
      });
    } finally {
      callOff();
    }
  }

  #response(): Interaction['response'] {
    if (this.#interaction.failed) throw failure();
    return this.#interaction.response;
  }

  /** The reply, or the message a component changed; null while there was no response. */
  #original(): StoredMessage | null {
    const response = this.#response();
    if (response === null) return null;
    const { originalId } = this.#interaction;
    const stored = originalId === null ? undefined : this.#parts.messages.get(originalId);
    if (stored === undefined) throw new Error(`The bot answered with a ${response.kind}.`);
    if (stored.deleted) throw new Error('The reply was deleted.');
    return stored;
  }

  #isDone(stored: StoredMessage): boolean {
    const { response, wasEdited } = this.#interaction;
    if (response?.kind === 'deferred-update') return wasEdited;
    return !isThinking(stored);
  }

  #sees(ephemeralFor: string | null): boolean {
    return ephemeralFor === null || ephemeralFor === this.#interaction.userId;
  }
}

function isThinking({ message }: StoredMessage): boolean {
  return ((message.flags ?? 0) & MessageFlags.Loading) !== 0;
}

function failure(): InteractionFailedError {
  return new InteractionFailedError('The application did not respond.');
}
