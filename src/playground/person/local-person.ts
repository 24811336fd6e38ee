import {
  ComponentType,
  InteractionType,
  Locale,
  PermissionFlagsBits as Bits,
  type APIMessage,
} from 'discord-api-types/v10';
import type { InteractionDraft } from '../interactions/payload.ts';
import {
  InteractionFailedError,
  type OptionValue,
  type PendingInteraction,
  type Person,
  type ShownMessage,
  type ShownModal,
  type UploadedFile,
} from './person.ts';
import type { StoredMessage } from '../messages/message-store.ts';
import { contentTypeOf } from '../messages/uploads.ts';
import type { Parts } from '../parts.ts';
import { show } from '../shown-message.ts';
import { channelPermissions, has } from '../world/permissions.ts';
import type { ChannelState } from '../world/state.ts';
import type { Who } from './command-access.ts';
import { messageCommandData, typedCommandData } from './command-data.ts';
import { sendOptions, sendUnfinished } from './command-options.ts';
import {
  allNamesOf,
  customIdOf,
  findButton,
  findSelect,
  selectData,
  type ComponentData,
} from './component-use.ts';
import { checkDraft } from './draft.ts';
import { fillIn, type FormValues } from './modal-form.ts';
import { Pending } from './pending.ts';
import { RefusedError } from './refused-error.ts';
import { Resolved } from './resolved.ts';

export class LocalPerson implements Person {
  readonly userId: string;
  readonly channelId: string;
  locale: string;
  readonly #parts: Parts;

  constructor(parts: Parts, userId: string, channelId: string) {
    this.#parts = parts;
    this.userId = userId;
    this.channelId = channelId;
    this.locale = parts.state.locales.get(userId) ?? Locale.EnglishUS;
  }

  seen(): readonly ShownMessage[] {
    const channel = this.#channel();
    return this.#parts.messages.visibleTo(this.userId, channel.id).map(show);
  }

  slash(
    command: string,
    options: Readonly<Record<string, OptionValue>> = {},
  ): Promise<PendingInteraction> {
    return attempt(() => {
      const data = typedCommandData(this.#parts, this.#who(), command, (target, resolved) =>
        sendOptions(target, options, resolved),
      );
      return this.#send({ type: InteractionType.ApplicationCommand, name: command, data });
    });
  }

  async complete(
    command: string,
    options: Readonly<Record<string, OptionValue>>,
    focused: string,
  ): Promise<readonly { readonly name: string; readonly value: string | number }[]> {
    const data = typedCommandData(this.#parts, this.#who(), command, (target, resolved) =>
      sendUnfinished(target, options, focused, resolved),
    );
    const type = InteractionType.ApplicationCommandAutocomplete;
    const interaction = this.#start({ type, name: command, data });
    const choices = await this.#parts.watch.until(() => {
      if (interaction.failed) throw new InteractionFailedError('Loading options failed.');
      return interaction.response?.choices;
    });
    return choices.map(({ name, value }) => ({ name, value }));
  }

  click(message: ShownMessage, which: string): Promise<PendingInteraction> {
    return this.#click(message.id, which, allNamesOf);
  }

  /** As a client does: another button's label may be the same as this one's custom id. */
  clickById(messageId: string, customId: string): Promise<PendingInteraction> {
    return this.#click(messageId, customId, customIdOf);
  }

  #click(
    messageId: string,
    which: string,
    namesOf: Parameters<typeof findButton>[2],
  ): Promise<PendingInteraction> {
    return attempt(() => {
      const stored = this.#visible(messageId);
      const button = findButton(stored.message, which, namesOf);
      return this.#useComponent(stored, {
        custom_id: button.custom_id,
        component_type: ComponentType.Button,
        id: button.id,
      });
    });
  }

  select(
    message: Pick<ShownMessage, 'id'>,
    customId: string,
    values: readonly string[],
  ): Promise<PendingInteraction> {
    return attempt(() => {
      const stored = this.#visible(message.id);
      const select = findSelect(stored.message, customId);
      const resolved = new Resolved(this.#parts, this.#channel(), this.userId);
      return this.#useComponent(stored, selectData(select, values, resolved));
    });
  }

  forgeClick(message: ShownMessage, customId: string): Promise<PendingInteraction> {
    return attempt(() =>
      this.#useComponent(this.#visible(message.id), {
        custom_id: customId,
        component_type: ComponentType.Button,
        id: 1,
      }),
    );
  }

  useOnMessage(command: string, messageId: string): Promise<PendingInteraction> {
    return attempt(() => {
      const { message } = this.#visible(messageId);
      const data = messageCommandData(this.#parts, this.#who(), command, message);
      return this.#send({ type: InteractionType.ApplicationCommand, name: command, data });
    });
  }

  submit(modal: ShownModal, values: FormValues): Promise<PendingInteraction> {
    return attempt(() => {
      const opener = this.#parts.interactions.get(modal.interactionId);
      if (opener?.userId !== this.userId) {
        throw new RefusedError('This form is not open any more.');
      }
      const resolved = new Resolved(this.#parts, this.#channel(), this.userId);
      const components = fillIn(modal.data, values, resolved);
      const custom_id = modal.data.custom_id;
      const data = { custom_id, components, ...resolved.field };
      const source = opener.sourceMessageId;
      const message = source === null ? undefined : this.#parts.messages.get(source)?.message;
      return this.#send({
        type: InteractionType.ModalSubmit,
        name: custom_id,
        data,
        sourceMessageId: source,
        ...(message === undefined ? {} : { extra: { message } }),
      });
    });
  }

  post(content: string, files: readonly UploadedFile[] = []): Promise<APIMessage> {
    return attempt(() => {
      const channel = this.#channel();
      if (channel.forum !== null) throw new RefusedError('Messages here are posts of their own.');
      const write = channel.thread ? Bits.SendMessagesInThreads : Bits.SendMessages;
      this.#demand(channel, write, 'send messages');
      if (files.length > 0) this.#demand(channel, Bits.AttachFiles, 'attach files');
      checkDraft(content, files);
      const { user } = this.#parts.state.member(this.#parts.state.guildOf(channel), this.userId);
      const uploads = files.map(({ name, data, contentType }, index) => {
        return { index, name, data, contentType: contentType ?? contentTypeOf(name) };
      });
      const fields = { content };
      return this.#parts.messages.create({ channel, author: user, fields, uploads }).message;
    });
  }

  #who(): Who {
    return { userId: this.userId, channel: this.#channel() };
  }

  #useComponent(stored: StoredMessage, data: ComponentData): PendingInteraction {
    return this.#send({
      type: InteractionType.MessageComponent,
      name: data.custom_id,
      data,
      sourceMessageId: stored.message.id,
      extra: { message: stored.message },
    });
  }

  #send(draft: Omit<InteractionDraft, 'userId' | 'channel' | 'locale'>): PendingInteraction {
    return new Pending(this.#parts, this.#start(draft));
  }

  #start(draft: Omit<InteractionDraft, 'userId' | 'channel' | 'locale'>) {
    const { userId, locale } = this;
    return this.#parts.interactions.start({ ...draft, userId, locale, channel: this.#channel() });
  }

  /** @throws {RefusedError} when the person is not in the guild or does not see the channel. */
  #channel(): ChannelState {
    const channel = this.#parts.state.channel(this.channelId);
    this.#demand(channel, Bits.ViewChannel, 'view messages');
    return channel;
  }

  #demand(channel: ChannelState, wanted: bigint, deed: string): void {
    if (has(channelPermissions(this.#parts.state, channel, this.userId), wanted)) return;
    throw new RefusedError(`You do not have permission to ${deed} in this channel.`);
  }

  #visible(messageId: string): StoredMessage {
    const stored = this.#parts.messages.find(this.#channel().id, messageId);
    const owner = stored?.ephemeralFor ?? this.userId;
    if (stored === undefined || owner !== this.userId) {
      throw new RefusedError('This message is not there any more.');
    }
    return stored;
  }
}

/** What the client refuses is a rejection like any other failure. */
function attempt<T>(act: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(act());
  });
}
