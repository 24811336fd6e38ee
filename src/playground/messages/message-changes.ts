import {
  EmbedType,
  MessageFlags,
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
} from 'discord-api-types/v10';
import { finished } from './component-tree.ts';
import type { MessageFields } from './message-fields.ts';

type Content = Pick<APIMessage, 'content' | 'components' | 'embeds'>;

/** What `contentAfter` gives for a request that says nothing of it. */
export const NOTHING_NEW = {};

/** What is read of the message, as far as the request says anything about it. */
export function contentAfter(
  before: APIMessage,
  { content, components, embeds }: MessageFields,
  files: readonly APIAttachment[],
): Partial<Content> {
  const saysNothing = [content, components, embeds].every((part) => part === undefined);
  if (saysNothing) return NOTHING_NEW;
  return {
    content: changed(content, before.content, (text) => text ?? ''),
    components: changed(components, before.components ?? [], (list) => finished(list ?? [], files)),
    embeds: changed(embeds, before.embeds, (list) => (list ?? []).map(finishedEmbed)),
  };
}

function changed<Wanted, Value>(
  wanted: Wanted | undefined,
  before: Value,
  make: (wanted: Wanted) => Value,
): Value {
  return wanted === undefined ? before : make(wanted);
}

function finishedEmbed(embed: APIEmbed): APIEmbed {
  return { type: EmbedType.Rich, ...embed };
}

/** Suppressed embeds can be changed, Components V2 be turned on; nothing else. */
export function flagsAfter(before: number, wanted: number | null | undefined): number {
  if (wanted === undefined || wanted === null) return before;
  const settable =
    MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;
  const kept = before & ~MessageFlags.SuppressEmbeds;
  return kept | (wanted & settable);
}
