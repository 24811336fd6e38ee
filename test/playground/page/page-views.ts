import { MessageType, type APIMessage } from 'discord-api-types/v10';
import type { ChannelView, MessageView } from '../../../src/playground/page-protocol.ts';

export interface MessageOf {
  readonly id: string;
  readonly author?: string;
  readonly channel?: string;
  /** ISO date-time. */
  readonly at?: string;
  /** Whose command it answers. */
  readonly answers?: string;
  readonly isPrivate?: boolean;
}

/** A message as the page is told it, of what the frame reads in it. */
export function messageView({
  id,
  author = 'bot',
  channel = 'general',
  at = '2026-11-24T10:00:00Z',
  answers,
  isPrivate = false,
}: MessageOf): MessageView {
  const message = {
    id,
    channel_id: channel,
    author: { id: author },
    timestamp: at,
    type: answers === undefined ? MessageType.Default : MessageType.ChatInputCommand,
    ...(answers !== undefined && { interaction_metadata: { user: { id: answers } } }),
  };
  // The frame reads nothing else of a message.
  return { message: message as APIMessage, isPrivate, state: 'sent', files: [] };
}

export function channelView(view: Partial<ChannelView> & { readonly id: string }): ChannelView {
  return {
    name: view.id,
    kind: 'text',
    parentId: null,
    isPrivate: false,
    writable: true,
    commandIds: [],
    ...view,
  };
}
