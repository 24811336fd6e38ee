import { ApplicationCommandType } from 'discord-api-types/v10';
import type { ChannelView, GuildView, MessageView } from '../../page-protocol.ts';
import { messageText } from './message-text.ts';

export type MenuItem =
  | { readonly kind: 'app'; readonly label: string }
  | { readonly kind: 'copy'; readonly label: string; readonly text: string }
  | { readonly kind: 'dismiss'; readonly label: string };

/** What a person can do with a message here; apps first. */
export function menuItems(
  view: MessageView,
  guild: GuildView,
  channel: ChannelView,
): readonly MenuItem[] {
  const { message, isPrivate } = view;
  const text = messageText(message);
  return [
    // Discord offers no apps on what only one person sees.
    ...(isPrivate ? [] : appItems(guild, channel)),
    ...(text === '' ? [] : [{ kind: 'copy', label: 'Copy Text', text } as const]),
    { kind: 'copy', label: 'Copy Message ID', text: message.id },
    ...(isPrivate ? [{ kind: 'dismiss', label: 'Dismiss message' } as const] : []),
  ];
}

function appItems({ commands }: GuildView, { commandIds }: ChannelView): readonly MenuItem[] {
  return commands
    .filter(({ id, type }) => type === ApplicationCommandType.Message && commandIds.includes(id))
    .map(({ name }) => ({ kind: 'app', label: name }));
}
