import type { Connection, Statement } from './connection.ts';
import { bytesOfVector, numberIn, textIn, vectorIn, type Row } from './row.ts';

/** What a group of questions is recognised by: its first question, as the archive read it. */
export interface GapMark {
  /** Distinct index terms, sorted, separated by spaces. */
  readonly terms: string;
  /** Fingerprint of the model the vector comes from. */
  readonly model: string;
  readonly vector: Float32Array;
}

export interface KnownGap extends GapMark {
  readonly key: number;
  readonly id: string;
}

export interface GapRow {
  readonly key: number;
  readonly id: string;
  readonly asked: number;
  /** ISO date-time. */
  readonly lastAskedAt: string;
}

/** One question that found no answer. */
export interface AskedGap {
  readonly question: string;
  /** ISO date-time. */
  readonly at: string;
  /** Who asked; null where that is not kept. */
  readonly user: string | null;
}

/** Questions without an answer, in groups that ask the same, guild by guild. */
export class GapStore {
  readonly #marks: Statement;
  readonly #insert: Statement;
  readonly #ask: Statement;
  readonly #askWording: Statement;
  readonly #trimWordings: Statement;
  readonly #askedBy: Statement;
  readonly #list: Statement;
  readonly #count: Statement;
  readonly #wordings: Statement;
  readonly #delete: Statement;
  readonly #beyond: Statement;
  readonly #deleteOf: Statement;

  constructor(connection: Connection) {
    this.#marks = connection.prepare(
      'SELECT key, id, terms, model, vector FROM gaps WHERE guild = ? ORDER BY key',
    );
    this.#insert = connection.prepare(`
      INSERT INTO gaps (id, guild, terms, model, vector, asked, last_asked_at) VALUES (?, ?, ?, ?, ?, 0, '')`);
    this.#ask = connection.prepare(
      'UPDATE gaps SET asked = asked + 1, last_asked_at = ? WHERE key = ?',
    );
    this.#askWording = connection.prepare(`
      INSERT INTO gap_wordings (gap, question, asked, last_asked_at) VALUES (?, ?, 1, ?)
      ON CONFLICT (gap, question) DO UPDATE SET asked = asked + 1, last_asked_at = excluded.last_asked_at`);
    this.#trimWordings = connection.prepare(`
      DELETE FROM gap_wordings WHERE gap = ?1 AND question NOT IN (
        SELECT question FROM gap_wordings WHERE gap = ?1 ORDER BY last_asked_at DESC, asked DESC, question LIMIT ?2)`);
    this.#askedBy = connection.prepare(`
      INSERT INTO gap_askers (gap, question, user, last_asked_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (gap, question, user) DO UPDATE SET last_asked_at = excluded.last_asked_at`);
    this.#list = connection.prepare(`
      SELECT key, id, asked, last_asked_at FROM gaps WHERE guild = ?
      ORDER BY asked DESC, last_asked_at DESC, key DESC LIMIT ? OFFSET ?`);
    this.#count = connection.prepare('SELECT count(*) AS n FROM gaps WHERE guild = ?');
    this.#wordings = connection.prepare(`
      SELECT question FROM gap_wordings WHERE gap = ?
      ORDER BY asked DESC, last_asked_at DESC, question LIMIT ?`);
    this.#delete = connection.prepare('DELETE FROM gaps WHERE id = ? AND guild = ?');
    this.#beyond = connection.prepare(`
      SELECT id FROM gaps WHERE guild = ? ORDER BY last_asked_at DESC, key DESC LIMIT -1 OFFSET ?`);
    this.#deleteOf = connection.prepare('DELETE FROM gaps WHERE guild = ?');
  }

  /** All groups of a guild, the first recorded first. */
  known(guild: string): KnownGap[] {
    return this.#marks.all(guild).map(knownIn);
  }

  /** A group without questions; to be followed by `ask` in the same transaction. */
  insert(guild: string, id: string, mark: GapMark): KnownGap {
    const { terms, model, vector } = mark;
    const { lastRowId } = this.#insert.run(id, guild, terms, model, bytesOfVector(vector));
    return { ...mark, id, key: lastRowId };
  }

  /** Counts a question into a group, of whose wordings the latest `wordings` are kept. */
  ask(key: number, { question, at, user }: AskedGap, wordings: number): void {
    this.#ask.run(at, key);
    this.#askWording.run(key, question, at);
    this.#trimWordings.run(key, wordings);
    if (user !== null) this.#askedBy.run(key, question, user, at);
  }

  /** Most asked first, the latest of equals. */
  list(guild: string, limit: number, offset: number): GapRow[] {
    return this.#list.all(guild, limit, offset).map((row) => ({
      key: numberIn(row, 'key'),
      id: textIn(row, 'id'),
      asked: numberIn(row, 'asked'),
      lastAskedAt: textIn(row, 'last_asked_at'),
    }));
  }

  count(guild: string): number {
    const row = this.#count.get(guild);
    return row === null ? 0 : numberIn(row, 'n');
  }

  /** Most asked first, the latest of equals. */
  wordings(key: number, limit: number): string[] {
    return this.#wordings.all(key, limit).map((row) => textIn(row, 'question'));
  }

  /** @returns false when the guild has no such group. */
  delete(id: string, guild: string): boolean {
    return this.#delete.run(id, guild).changes > 0;
  }

  /** Ids of the groups beyond the `most` that were asked last. */
  beyond(guild: string, most: number): string[] {
    return this.#beyond.all(guild, most).map((row) => textIn(row, 'id'));
  }

  deleteOf(guild: string): void {
    this.#deleteOf.run(guild);
  }
}

function knownIn(row: Row): KnownGap {
  return {
    key: numberIn(row, 'key'),
    id: textIn(row, 'id'),
    terms: textIn(row, 'terms'),
    model: textIn(row, 'model'),
    vector: vectorIn(row, 'vector'),
  };
}
