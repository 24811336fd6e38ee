import type {
  APIAttachment,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';

export type OptionValue = string | number | boolean | { readonly file: UploadedFile };

export interface UploadedFile {
  readonly name: string;
  readonly data: Uint8Array;
  readonly contentType?: string;
}

/** What a person can do. Everything waits for the bot as long as Discord's client would. */
export interface Person {
  readonly userId: string;
  readonly channelId: string;
  /** Language of the client, such as `de`. Default `en-US`. */
  locale: string;
  /** The messages of the channel as this person sees them, private ones included, oldest first. */
  seen(): readonly ShownMessage[];
  /**
   * Sends a slash command. `archive list` names a subcommand. Options are checked as the client does (types, required,
   * lengths) and the person's permission to use it.
   */
  slash(
    command: string,
    options?: Readonly<Record<string, OptionValue>>,
  ): Promise<PendingInteraction>;
  /** What the bot offers while the person types into `focused`. */
  complete(
    command: string,
    options: Readonly<Record<string, OptionValue>>,
    focused: string,
  ): Promise<readonly { readonly name: string; readonly value: string | number }[]>;
  /** Clicks the button whose label, emoji or custom id is `which`, of a message this person sees. */
  click(message: ShownMessage, which: string): Promise<PendingInteraction>;
  select(
    message: ShownMessage,
    customId: string,
    values: readonly string[],
  ): Promise<PendingInteraction>;
  /** Right click, Apps. */
  useOnMessage(command: string, messageId: string): Promise<PendingInteraction>;
  /** Fills in and sends a modal; values by the custom id of the input. */
  submit(
    modal: ShownModal,
    values: Readonly<Record<string, string | readonly string[] | readonly UploadedFile[]>>,
  ): Promise<PendingInteraction>;
  post(content: string, files?: readonly UploadedFile[]): Promise<APIMessage>;
  /** Sends an interaction no client would send: a forged or outdated custom id, on a message that is there. */
  forgeClick(message: ShownMessage, customId: string): Promise<PendingInteraction>;
}

export interface PendingInteraction {
  readonly id: string;
  /** The first response. Rejects with `InteractionFailedError` when none comes within 3 s. */
  acknowledged(): Promise<{
    readonly kind: 'message' | 'deferred' | 'update' | 'modal';
    readonly afterMs: number;
  }>;
  /** The message once it is no longer "thinking", or, after a deferred update, once it was edited. */
  reply(): Promise<ShownMessage>;
  modal(): Promise<ShownModal>;
  /** The first state of the reply, now or later, for which `test` is true. */
  until(test: (message: ShownMessage) => boolean): Promise<ShownMessage>;
  /** Further messages of this interaction. */
  readonly followUps: readonly ShownMessage[];
}

/** A message as a person sees it. */
export interface ShownMessage {
  readonly id: string;
  readonly channelId: string;
  readonly ephemeral: boolean;
  readonly message: APIMessage;
  /** All text of it, in order: content, text displays, embeds. Markdown as it was sent. */
  readonly text: string;
  readonly buttons: readonly {
    readonly label: string;
    readonly customId: string | null;
    readonly url: string | null;
    readonly disabled: boolean;
  }[];
  readonly attachments: readonly APIAttachment[];
}

export interface ShownModal {
  readonly interactionId: string;
  readonly data: APIModalInteractionResponseCallbackData;
  /** Prefilled values by custom id. */
  readonly values: Readonly<Record<string, string>>;
}

/** "The application did not respond." */
export class InteractionFailedError extends Error {
  override name = 'InteractionFailedError';
}
