import type { Connection, Statement } from './connection.ts';
import { messageIn, type RunMessage } from './digest-run-store.ts';
import { numberIn, textOrNullIn, type Row } from './row.ts';

/** `sending`: it went out, and nobody knows whether it arrived. */
export type PartState = 'planned' | 'sending' | 'sent';

/** One message of a run. */
export interface StoredPart {
  readonly at: number;
  readonly state: PartState;
  /** As it is to be sent; null when the run has ended. */
  readonly body: string | null;
  /** ISO date-time of the sending whose outcome is unknown. */
  readonly sendingAt: string | null;
  /** Once it is sent. */
  readonly message: RunMessage | null;
}

/** The messages of the runs, in order. */
export class DigestPartStore {
  readonly #insert: Statement;
  readonly #of: Statement;
  readonly #setSending: Statement;
  readonly #setPlanned: Statement;
  readonly #setSent: Statement;
  readonly #dropBodies: Statement;
  readonly #delete: Statement;

  constructor(connection: Connection) {
    this.#insert = connection.prepare(
      "INSERT INTO digest_parts (run, at, state, body) VALUES (?, ?, 'planned', ?)",
    );
    this.#of = connection.prepare('SELECT * FROM digest_parts WHERE run = ? ORDER BY at');
    this.#setSending = connection.prepare(`
      UPDATE digest_parts SET state = 'sending', sending_at = ?
      WHERE run = ? AND at = ? AND state = 'planned'`);
    this.#setPlanned = connection.prepare(
      "UPDATE digest_parts SET state = 'planned', sending_at = NULL WHERE run = ? AND at = ? AND state = 'sending'",
    );
    this.#setSent = connection.prepare(
      "UPDATE digest_parts SET state = 'sent', channel = ?, message = ? WHERE run = ? AND at = ?",
    );
    this.#dropBodies = connection.prepare('UPDATE digest_parts SET body = NULL WHERE run = ?');
    this.#delete = connection.prepare('DELETE FROM digest_parts WHERE run = ?');
  }

  insert(run: string, bodies: readonly string[]): void {
    for (const [at, body] of bodies.entries()) this.#insert.run(run, at, body);
  }

  of(run: string): StoredPart[] {
    return this.#of.all(run).map(partIn);
  }

  /** @param since ISO date-time. */
  setSending(run: string, at: number, since: string): void {
    this.#setSending.run(since, run, at);
  }

  /** It is certain that it was not posted. */
  setPlanned(run: string, at: number): void {
    this.#setPlanned.run(run, at);
  }

  setSent(run: string, at: number, { channelId, messageId }: RunMessage): void {
    this.#setSent.run(channelId, messageId, run, at);
  }

  dropBodies(run: string): void {
    this.#dropBodies.run(run);
  }

  delete(run: string): void {
    this.#delete.run(run);
  }
}

const STATES: readonly PartState[] = ['planned', 'sending', 'sent'];

function partIn(row: Row): StoredPart {
  const state = STATES.find((each) => each === row['state']);
  if (state === undefined) throw new Error('Expected the state of a part of a digest.');
  return {
    at: numberIn(row, 'at'),
    state,
    body: textOrNullIn(row, 'body'),
    sendingAt: textOrNullIn(row, 'sending_at'),
    message: messageIn(row),
  };
}
