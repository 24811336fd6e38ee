import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Libsql from 'libsql';
import { codeOf, UserError } from '../../errors.ts';
import type { Row } from './row.ts';

/** What may be bound. Not booleans: libsql's native part ends the process at one. */
export type SqlValue = string | number | null | Uint8Array;

/** A prepared statement. Every result is read whole, so that no half-read one keeps the database from committing. */
export interface Statement {
  all(...values: readonly SqlValue[]): Row[];
  get(...values: readonly SqlValue[]): Row | null;
  run(...values: readonly SqlValue[]): { readonly changes: number; readonly lastRowId: number };
}

/** One open SQLite file: prepared statements, transactions, a clean end. */
export class Connection {
  readonly #database: Libsql.Database;
  readonly #path: string;
  #closed = false;

  private constructor(database: Libsql.Database, path: string) {
    this.#database = database;
    this.#path = path;
  }

  /**
   * Opens or creates the file, and its folder. The file is locked for this process until `close`: the indexes are held
   * in memory, so a second process could not know of the first one's changes. The system drops the lock with the process.
   *
   * @throws {UserError} when another process holds it, when it is no SQLite file, or when it cannot be opened.
   */
  static open(path: string): Connection {
    let database: Libsql.Database | undefined;
    try {
      mkdirSync(dirname(path), { recursive: true });
      database = new Libsql(path, { timeout: LOCK_TIMEOUT_MS });
      database.pragma('locking_mode = EXCLUSIVE');
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
      database.pragma('foreign_keys = ON');
      return new Connection(database, path);
    } catch (error) {
      database?.close();
      throw openingError(path, error);
    }
  }

  prepare(sql: string): Statement {
    const statement = this.#explaining(() => this.#database.prepare(sql));
    // One array, never spread: libsql takes a single null or object for named parameters.
    const bind = (values: readonly SqlValue[]): [SqlValue[]] => {
      if (this.#closed) throw new Error('The archive database is closed.');
      return [[...values]];
    };
    return {
      all: (...values) => this.#explaining(() => statement.all(...bind(values)) as Row[]),
      get: (...values) =>
        this.#explaining(() => statement.get(...bind(values)) as Row | undefined) ?? null,
      run: (...values) => {
        const { changes, lastInsertRowid } = this.#explaining(() => statement.run(...bind(values)));
        return { changes, lastRowId: Number(lastInsertRowid) };
      },
    };
  }

  /** Statements without parameters and results. */
  execute(sql: string): void {
    this.#database.exec(sql);
  }

  /** All of `work` or nothing. Synchronous, never nested; its length is the time the event loop stands still. */
  transaction<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      // SQLite itself rolls back after some failures, such as a full disk.
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  /** Leaves one file without a write-ahead log beside it. Later use throws. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    // libsql keeps the file open as long as a statement is alive; leaving WAL is what gives the lock back.
    this.#database.pragma('journal_mode = DELETE');
    this.#database.pragma('locking_mode = NORMAL');
    this.#database.prepare('SELECT count(*) FROM sqlite_schema').get();
    this.#database.close();
  }

  /** A damaged page is noticed when it is read, which may be long after the opening. @throws {UserError} then. */
  #explaining<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw isDamage(error) ? damageError(this.#path, error) : error;
    }
  }
}

/** Time enough for another process that is just closing the archive. */
const LOCK_TIMEOUT_MS = 500;

function openingError(path: string, error: unknown): unknown {
  if (codeOf(error) === 'SQLITE_BUSY') {
    return new UserError(
      `The archive ${path} is in use by another Archivist process (the bot, or a command in another terminal). ` +
        'Stop it or wait until it has ended.',
    );
  }
  if (isDamage(error)) return damageError(path, error);
  const reason = error instanceof Error ? error.message : String(error);
  return new UserError(`The archive ${path} cannot be opened: ${reason}`);
}

function isDamage(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT');
}

function damageError(path: string, cause: unknown): UserError {
  return new UserError(
    `${path} is not a SQLite database, or is damaged. Move it away or restore it from a backup.`,
    { cause },
  );
}
