import type { Clock } from '../../clock.ts';
import type { MessageFields } from '../messages/message-fields.ts';
import type { MessageStore, StoredMessage } from '../messages/message-store.ts';

/** Discord says "the past few minutes". */
const MEMORY_MS = 5 * 60_000;

interface Parts {
  readonly clock: Clock;
  readonly messages: MessageStore;
}

/** Sends a message unless `enforce_nonce` is set and one of its nonce was sent minutes ago: then that is given again. */
export function sendOnce(
  { clock, messages }: Parts,
  { channelId, authorId }: { readonly channelId: string; readonly authorId: string },
  { nonce, enforce_nonce }: MessageFields,
  send: () => StoredMessage,
): StoredMessage {
  if (nonce === undefined || enforce_nonce !== true) return send();
  const now = clock.now().getTime();
  const before = messages
    .all()
    .findLast(
      (stored) =>
        stored.channelId === channelId &&
        stored.message.nonce === nonce &&
        stored.message.author.id === authorId &&
        now - Date.parse(stored.message.timestamp) < MEMORY_MS,
    );
  return before ?? send();
}
