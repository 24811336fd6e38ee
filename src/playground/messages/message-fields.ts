import type {
  APIAllowedMentions,
  APIEmbed,
  APIMessageTopLevelComponent,
} from 'discord-api-types/v10';

/** What a request says about a message, whichever way it comes. Null empties a field, absence leaves it. */
export interface MessageFields {
  readonly content?: string | null;
  readonly embeds?: readonly APIEmbed[] | null;
  readonly components?: readonly APIMessageTopLevelComponent[] | null;
  readonly flags?: number | null;
  readonly tts?: boolean;
  readonly allowed_mentions?: APIAllowedMentions | null;
  readonly attachments?: readonly AttachmentEntry[] | null;
  readonly message_reference?: MessageReference;
  readonly nonce?: string | number;
  readonly enforce_nonce?: boolean;
}

export interface AttachmentEntry {
  /** `n` of `files[n]`, or the id of a file the message has already. */
  readonly id: string | number;
  readonly filename?: string | null;
  readonly description?: string | null;
}

interface MessageReference {
  readonly message_id: string;
  readonly fail_if_not_exists?: boolean;
}
