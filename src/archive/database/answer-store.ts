import type { Connection, Statement } from './connection.ts';
import { textIn } from './row.ts';

/** An answer as it is kept. */
export interface StoredAnswer {
  readonly id: string;
  readonly guild: string;
  /** ISO date-time. */
  readonly createdAt: string;
  /** JSON; what stands in it is the business of whoever keeps it. */
  readonly content: string;
}

/** Answers that were given, kept for their buttons. Votes on them go with them. */
export class AnswerStore {
  readonly #insert: Statement;
  readonly #get: Statement;
  readonly #deleteUntil: Statement;
  readonly #deleteOf: Statement;

  constructor(connection: Connection) {
    this.#insert = connection.prepare(
      'INSERT INTO answers (id, guild, created_at, content) VALUES (?, ?, ?, ?)',
    );
    this.#get = connection.prepare(
      'SELECT content FROM answers WHERE id = ? AND guild = ? AND created_at > ?',
    );
    this.#deleteUntil = connection.prepare(`
      DELETE FROM answers WHERE id IN (SELECT id FROM answers WHERE created_at <= ? LIMIT ?)`);
    this.#deleteOf = connection.prepare(
      'DELETE FROM answers WHERE id IN (SELECT id FROM answers WHERE guild = ? LIMIT ?)',
    );
  }

  insert({ id, guild, createdAt, content }: StoredAnswer): void {
    this.#insert.run(id, guild, createdAt, content);
  }

  /** The content; null for an unknown id, one of another guild, or an answer of `until` (ISO date-time) or earlier. */
  content(id: string, guild: string, until: string): string | null {
    const row = this.#get.get(id, guild, until);
    return row === null ? null : textIn(row, 'content');
  }

  /** Deletes answers of `until` (ISO date-time) or earlier. @returns how many, at most `limit`. */
  deleteUntil(until: string, limit: number): number {
    return this.#deleteUntil.run(until, limit).changes;
  }

  /** Deletes a guild's answers. @returns how many, at most `limit`. */
  deleteOf(guild: string, limit: number): number {
    return this.#deleteOf.run(guild, limit).changes;
  }
}
