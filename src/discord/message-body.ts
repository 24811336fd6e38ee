import {
  MessageFlags,
  type APIAllowedMentions,
  type APIMessageTopLevelComponent,
  type RawFile,
} from 'discord.js';
import { text } from './components.ts';
import type { MessageReply } from './reply.ts';

/** A message as Discord's REST API takes it: in interaction responses, webhooks and channels alike. */
export interface MessageBody {
  readonly flags: MessageFlags;
  readonly components: readonly APIMessageTopLevelComponent[];
  /** All attachments the message shall have; on an edit, others go. */
  readonly attachments: readonly { readonly id: number; readonly filename: string }[];
  readonly allowed_mentions: APIAllowedMentions;
}

export interface BodyOptions {
  /** Only in the first response and in follow-ups; an edit cannot change it. */
  readonly ephemeral?: boolean;
}

export function messageBody(
  { components, files = [], mentionRole }: MessageReply,
  { ephemeral = false }: BodyOptions = {},
): MessageBody {
  return {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- a sum of flags is no member of their enum
    flags: MessageFlags.IsComponentsV2 | (ephemeral ? MessageFlags.Ephemeral : 0),
    components,
    attachments: files.map(({ name }, id) => ({ id, filename: name })),
    allowed_mentions: { parse: [], ...(mentionRole === undefined ? {} : { roles: [mentionRole] }) },
  };
}

export function rawFiles({ files = [] }: MessageReply): RawFile[] {
  return files.map(({ name, data }, id) => ({
    key: `files[${id}]`,
    name,
    data: Buffer.from(data),
  }));
}

/** A sentence of the dispatcher's own. */
export function notice(content: string): MessageReply {
  return { components: [text(content)] };
}
