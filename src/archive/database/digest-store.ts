import type { Connection, Statement } from './connection.ts';
import { numberIn, textIn, textOrNullIn, type Row } from './row.ts';

/** A digest as it is kept; what stands in the JSON is the business of whoever keeps it. */
export interface StoredDigest {
  /** Grows with every digest. */
  readonly key: number;
  readonly id: string;
  readonly guild: string;
  /** JSON. */
  readonly settings: string;
  readonly createdBy: string;
  /** ISO date-time. */
  readonly createdAt: string;
  /** ISO date-time. */
  readonly activeFrom: string;
  readonly seenKey: number;
  /** JSON. */
  readonly mutedSections: string;
  /** JSON; null while it is active. */
  readonly pause: string | null;
}

/** What guilds scheduled. */
export class DigestStore {
  readonly #insert: Statement;
  readonly #get: Statement;
  readonly #of: Statement;
  readonly #count: Statement;
  readonly #activeAfter: Statement;
  readonly #setMuted: Statement;
  readonly #setPause: Statement;
  readonly #setActive: Statement;
  readonly #setSeen: Statement;
  readonly #delete: Statement;
  readonly #deleteOf: Statement;

  constructor(connection: Connection) {
    this.#insert = connection.prepare(`
      INSERT INTO digests (id, guild, settings, created_by, created_at, active_from, seen_key, muted_sections, pause)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
    this.#get = connection.prepare('SELECT * FROM digests WHERE id = ?');
    this.#of = connection.prepare('SELECT * FROM digests WHERE guild = ? ORDER BY key');
    this.#count = connection.prepare('SELECT count(*) AS n FROM digests WHERE guild = ?');
    this.#activeAfter = connection.prepare(
      'SELECT * FROM digests WHERE key > ? AND pause IS NULL ORDER BY key LIMIT ?',
    );
    this.#setMuted = connection.prepare('UPDATE digests SET muted_sections = ? WHERE id = ?');
    this.#setPause = connection.prepare('UPDATE digests SET pause = ? WHERE id = ?');
    this.#setActive = connection.prepare(
      'UPDATE digests SET pause = NULL, active_from = ? WHERE id = ?',
    );
    this.#setSeen = connection.prepare(
      'UPDATE digests SET seen_key = max(seen_key, ?) WHERE id = ?',
    );
    this.#delete = connection.prepare('DELETE FROM digests WHERE id = ?');
    this.#deleteOf = connection.prepare('DELETE FROM digests WHERE guild = ?');
  }

  insert(digest: Omit<StoredDigest, 'key'>): void {
    const { id, guild, settings, createdBy, createdAt, activeFrom, seenKey } = digest;
    const { mutedSections, pause } = digest;
    this.#insert.run(
      id,
      guild,
      settings,
      createdBy,
      createdAt,
      activeFrom,
      seenKey,
      mutedSections,
      pause,
    );
  }

  get(id: string): StoredDigest | null {
    const row = this.#get.get(id);
    return row === null ? null : digestIn(row);
  }

  /** Of a guild, oldest first. */
  of(guild: string): StoredDigest[] {
    return this.#of.all(guild).map(digestIn);
  }

  count(guild: string): number {
    const row = this.#count.get(guild);
    return row === null ? 0 : numberIn(row, 'n');
  }

  /** The first active ones of all guilds after a key, by ascending key. */
  activeAfter(key: number, limit: number): StoredDigest[] {
    return this.#activeAfter.all(key, limit).map(digestIn);
  }

  /** @param sections JSON. */
  setMutedSections(id: string, sections: string): void {
    this.#setMuted.run(sections, id);
  }

  /** @param pause JSON. */
  pause(id: string, pause: string): void {
    this.#setPause.run(pause, id);
  }

  /** @param activeFrom ISO date-time. */
  activate(id: string, activeFrom: string): void {
    this.#setActive.run(activeFrom, id);
  }

  /** Never lowers it. */
  raiseSeenKey(id: string, key: number): void {
    this.#setSeen.run(key, id);
  }

  /** Its runs stay. */
  delete(id: string): void {
    this.#delete.run(id);
  }

  deleteOf(guild: string): void {
    this.#deleteOf.run(guild);
  }
}

function digestIn(row: Row): StoredDigest {
  return {
    key: numberIn(row, 'key'),
    id: textIn(row, 'id'),
    guild: textIn(row, 'guild'),
    settings: textIn(row, 'settings'),
    createdBy: textIn(row, 'created_by'),
    createdAt: textIn(row, 'created_at'),
    activeFrom: textIn(row, 'active_from'),
    seenKey: numberIn(row, 'seen_key'),
    mutedSections: textIn(row, 'muted_sections'),
    pause: textOrNullIn(row, 'pause'),
  };
}
