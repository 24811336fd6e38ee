import type {
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackData,
} from 'discord.js';

/** A message of Components V2. */
export interface MessageReply {
  readonly components: readonly APIMessageTopLevelComponent[];
  /** Each must be shown by a `File` component that names `attachment://<name>`. */
  readonly files?: readonly ReplyFile[];
  /** The only role that may be notified; nobody else ever is. */
  readonly mentionRole?: string;
}

export interface ReplyFile {
  readonly name: string;
  readonly data: Uint8Array;
}

export interface ModalReply {
  readonly modal: APIModalInteractionResponseCallbackData;
}

/** What a handler gives back; only a command or a button that said so may give a modal. */
export type Reply = MessageReply | ModalReply;

export function isModal(reply: Reply): reply is ModalReply {
  return 'modal' in reply;
}
