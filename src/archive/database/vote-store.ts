import type { Connection, Statement } from './connection.ts';
import { numberIn, textIn } from './row.ts';

export type StoredVote = 'up' | 'down';

/** At most one vote of each voter on each answer. */
export class VoteStore {
  readonly #get: Statement;
  readonly #set: Statement;
  readonly #delete: Statement;
  readonly #count: Statement;

  constructor(connection: Connection) {
    this.#get = connection.prepare('SELECT vote FROM votes WHERE answer_id = ? AND voter = ?');
    this.#set = connection.prepare(`
      INSERT INTO votes (answer_id, voter, vote) VALUES (?, ?, ?)
      ON CONFLICT (answer_id, voter) DO UPDATE SET vote = excluded.vote`);
    this.#delete = connection.prepare('DELETE FROM votes WHERE answer_id = ? AND voter = ?');
    this.#count = connection.prepare(`
      SELECT count(*) FILTER (WHERE vote = 'up') AS up, count(*) FILTER (WHERE vote = 'down') AS down
      FROM votes WHERE answer_id = ?`);
  }

  get(answerId: string, voter: string): StoredVote | null {
    const row = this.#get.get(answerId, voter);
    if (row === null) return null;
    return textIn(row, 'vote') === 'up' ? 'up' : 'down';
  }

  /** Null takes the vote back. */
  set(answerId: string, voter: string, vote: StoredVote | null): void {
    if (vote === null) this.#delete.run(answerId, voter);
    else this.#set.run(answerId, voter, vote);
  }

  count(answerId: string): { readonly up: number; readonly down: number } {
    const row = this.#count.get(answerId);
    return row === null
      ? { up: 0, down: 0 }
      : { up: numberIn(row, 'up'), down: numberIn(row, 'down') };
  }
}
