import type { MessageView } from '../../page-protocol.ts';
import { compareIds } from '../message-order.ts';

/** How far somebody has read. */
export interface ReadState {
  /** Id of the newest message there was when the person first came: that far everything counts as read. */
  readonly since: string;
  /** Ids of the newest message read, by channel. */
  readonly channels: Readonly<Record<string, string>>;
}

export interface Unread {
  readonly count: number;
  /** Id of the oldest. */
  readonly first: string;
}

/**
 * What `person` has not read, by channel; channels without any are left out. What the person wrote, or asked for, is
 * never unread.
 * @param views oldest first.
 */
export function unreadOf(
  views: readonly MessageView[],
  state: ReadState,
  person: string,
): ReadonlyMap<string, Unread> {
  const unread = new Map<string, Unread>();
  for (const { message } of views) {
    const { id, channel_id: channel } = message;
    if (isOwn(message, person) || compareIds(id, readTo(state, channel)) <= 0) continue;
    const before = unread.get(channel);
    unread.set(channel, { count: (before?.count ?? 0) + 1, first: before?.first ?? id });
  }
  return unread;
}

/** `state` once the newest of `views` in `channel` has been read; the same object when that changes nothing. */
export function readUpTo(
  state: ReadState,
  channel: string,
  views: readonly MessageView[],
): ReadState {
  const newest = newestOf(views.filter(({ message }) => message.channel_id === channel));
  if (compareIds(newest, readTo(state, channel)) <= 0) return state;
  return { ...state, channels: { ...state.channels, [channel]: newest } };
}

/** Of somebody who comes for the first time. */
export function firstReadState(views: readonly MessageView[]): ReadState {
  return { since: newestOf(views), channels: {} };
}

function readTo({ since, channels }: ReadState, channel: string): string {
  return channels[channel] ?? since;
}

function newestOf(views: readonly MessageView[]): string {
  return views.at(-1)?.message.id ?? '0';
}

function isOwn({ author, interaction_metadata: asked }: MessageView['message'], person: string) {
  return author.id === person || asked?.user.id === person;
}
