import type { Clock } from '../../clock.ts';
import type { MessageFields } from '../messages/message-fields.ts';
import type { StoredMessage } from '../messages/message-store.ts';

/** Discord says "the past few minutes". */
const MEMORY_MS = 5 * 60_000;

interface Sent {
  readonly at: number;
  readonly stored: StoredMessage;
}

/** Messages that were sent with `enforce_nonce`: a second one of the same nonce gives the first. */
export class Nonces {
  readonly #clock: Clock;
  readonly #sent = new Map<string, Sent>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  sendOnce(
    channelId: string,
    { nonce, enforce_nonce }: MessageFields,
    send: () => StoredMessage,
  ): StoredMessage {
    if (nonce === undefined || enforce_nonce !== true) return send();
    const key = `${channelId} ${nonce}`;
    const now = this.#clock.elapsed();
    const before = this.#sent.get(key);
    if (before !== undefined && now - before.at < MEMORY_MS) return before.stored;
    const stored = send();
    this.#sent.set(key, { at: now, stored });
    return stored;
  }
}
