import { MessageType, type APIMessage } from 'discord-api-types/v10';
import type { MessageView } from '../../page-protocol.ts';
import { dayOf } from './days.ts';

/** What stands in a message list, one below the other. */
export type Row =
  | { readonly kind: 'day'; readonly at: string; /** The unread ones begin here. */ isNew: boolean }
  | { readonly kind: 'new' }
  | { readonly kind: 'message'; readonly view: MessageView; readonly isContinued: boolean };

export interface RowOptions {
  /** Id of the first unread message. */
  readonly firstUnread?: string | null;
  /** Default: the browser's. */
  readonly zone?: string;
}

/** Within this many milliseconds a message of the same author goes without a head, as in Discord. */
const GROUP_MS = 7 * 60_000;

/** @param views messages of one channel, oldest first. */
export function messageRows(
  views: readonly MessageView[],
  { firstUnread = null, zone }: RowOptions = {},
): Row[] {
  const rows: Row[] = [];
  let last: MessageView | null = null;
  let lastDay = '';
  for (const view of views) {
    const { id, timestamp } = view.message;
    const day = dayOf(timestamp, zone);
    const isNew = id === firstUnread;
    const isNewDay = day !== lastDay;
    if (isNewDay) rows.push({ kind: 'day', at: timestamp, isNew });
    else if (isNew) rows.push({ kind: 'new' });
    const isContinued = !isNew && !isNewDay && last !== null && continues(view, last);
    rows.push({ kind: 'message', view, isContinued });
    last = view;
    lastDay = day;
  }
  return rows;
}

/** Answers to commands and to messages always stand alone: their head says to what. */
function continues({ message, isPrivate }: MessageView, last: MessageView): boolean {
  return (
    message.author.id === last.message.author.id &&
    isPrivate === last.isPrivate &&
    message.type === MessageType.Default &&
    message.interaction_metadata === undefined &&
    sentAt(message) - sentAt(last.message) < GROUP_MS
  );
}

function sentAt({ timestamp }: APIMessage): number {
  return Date.parse(timestamp);
}
