import type { Connection, Statement } from './connection.ts';
import { numberIn, textIn, textOrNullIn, type Row } from './row.ts';

export interface StoredIngest {
  readonly id: string;
  readonly guild: string;
  readonly by: string;
  /** ISO date-time. */
  readonly createdAt: string;
  /** JSON. */
  readonly failures: string;
  /** Something of it may have been added. */
  readonly begun: boolean;
  readonly undone: boolean;
}

export interface StoredPending {
  /** Ascending, with gaps where something was added. */
  readonly at: number;
  readonly input: string;
  /** JSON. */
  readonly draft: string;
  /** JSON. */
  readonly inspection: string;
}

export type PendingInspection = Pick<StoredPending, 'at' | 'inspection'>;

export type ReceiptOutcome = 'added' | 'revised' | 'unchanged' | 'failed';
export type UndoState = 'begun' | 'removed' | 'reverted' | 'kept';

export interface StoredReceipt {
  readonly at: number;
  readonly input: string;
  readonly outcome: ReceiptOutcome;
  readonly headline: string;
  /** Null when it failed, like `revision`. */
  readonly articleId: string | null;
  readonly revision: number | null;
  /** Why it failed. */
  readonly reason: string | null;
  readonly undo: UndoState | null;
}

/** What guilds bring: pending articles until they are added, receipts ever after. */
export class IngestStore {
  readonly #insert: Statement;
  readonly #find: Statement;
  readonly #begin: Statement;
  readonly #setUndone: Statement;
  readonly #delete: Statement;
  readonly #deleteOfGuild: Statement;
  readonly #expired: Statement;
  readonly #insertPending: Statement;
  readonly #updatePending: Statement;
  readonly #pendingAfter: Statement;
  readonly #inspectionsAfter: Statement;
  readonly #pendingCount: Statement;
  readonly #removePending: Statement;
  readonly #clearPending: Statement;
  readonly #insertReceipt: Statement;
  readonly #receipts: Statement;
  readonly #setUndo: Statement;

  constructor(connection: Connection) {
    this.#insert = connection.prepare(
      'INSERT INTO ingests (id, guild, brought_by, created_at, failures) VALUES (?, ?, ?, ?, ?)',
    );
    this.#find = connection.prepare('SELECT * FROM ingests WHERE id = ? AND guild = ?');
    this.#begin = connection.prepare('UPDATE ingests SET begun = 1 WHERE id = ?');
    this.#setUndone = connection.prepare('UPDATE ingests SET undone = 1 WHERE id = ?');
    this.#delete = connection.prepare('DELETE FROM ingests WHERE id = ?');
    this.#deleteOfGuild = connection.prepare('DELETE FROM ingests WHERE guild = ?');
    this.#expired = connection.prepare(`
      SELECT i.id, i.begun FROM ingests i WHERE i.created_at < ?
        AND (i.begun = 0 OR EXISTS (SELECT 1 FROM pending_articles p WHERE p.ingest = i.id))
      LIMIT ?`);
    this.#insertPending = connection.prepare(
      'INSERT INTO pending_articles (ingest, at, input, draft, inspection) VALUES (?, ?, ?, ?, ?)',
    );
    this.#updatePending = connection.prepare(
      'UPDATE pending_articles SET draft = ?, inspection = ? WHERE ingest = ? AND at = ?',
    );
    this.#pendingAfter = connection.prepare(
      'SELECT * FROM pending_articles WHERE ingest = ? AND at > ? ORDER BY at LIMIT 1',
    );
    this.#inspectionsAfter = connection.prepare(
      'SELECT at, inspection FROM pending_articles WHERE ingest = ? AND at > ? ORDER BY at LIMIT ?',
    );
    this.#pendingCount = connection.prepare(
      'SELECT count(*) AS n FROM pending_articles WHERE ingest = ?',
    );
    this.#removePending = connection.prepare(
      'DELETE FROM pending_articles WHERE ingest = ? AND at = ?',
    );
    this.#clearPending = connection.prepare('DELETE FROM pending_articles WHERE ingest = ?');
    this.#insertReceipt = connection.prepare(`
      INSERT INTO receipt_articles (ingest, at, input, outcome, headline, article_id, revision, reason)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
    this.#receipts = connection.prepare(
      'SELECT * FROM receipt_articles WHERE ingest = ? ORDER BY at',
    );
    this.#setUndo = connection.prepare(
      'UPDATE receipt_articles SET undo = ? WHERE ingest = ? AND at = ?',
    );
  }

  insert(ingest: Omit<StoredIngest, 'begun' | 'undone'>): void {
    const { id, guild, by, createdAt, failures } = ingest;
    this.#insert.run(id, guild, by, createdAt, failures);
  }

  /** Null for one of another guild. */
  find(id: string, guild: string): StoredIngest | null {
    const row = this.#find.get(id, guild);
    return row === null ? null : ingestIn(row);
  }

  begin(id: string): void {
    this.#begin.run(id);
  }

  setUndone(id: string): void {
    this.#setUndone.run(id);
  }

  /** With its pending articles and its receipt. */
  delete(id: string): void {
    this.#delete.run(id);
  }

  deleteOfGuild(guild: string): void {
    this.#deleteOfGuild.run(guild);
  }

  /**
   * Takes the drafts of up to `limit` ingests from before `createdBefore` (ISO date-time) away; those of which nothing was
   * added go altogether. @returns how many there were.
   */
  dropExpired(createdBefore: string, limit: number): number {
    const rows = this.#expired.all(createdBefore, limit);
    for (const row of rows) {
      if (numberIn(row, 'begun') === 0) this.#delete.run(textIn(row, 'id'));
      else this.#clearPending.run(textIn(row, 'id'));
    }
    return rows.length;
  }

  insertPending(ingest: string, { at, input, draft, inspection }: StoredPending): void {
    this.#insertPending.run(ingest, at, input, draft, inspection);
  }

  updatePending(ingest: string, { at, draft, inspection }: Omit<StoredPending, 'input'>): void {
    this.#updatePending.run(draft, inspection, ingest, at);
  }

  /** The first pending article after `at`; one at a time, since drafts may be large. Null after the last. */
  pendingAfter(ingest: string, at: number): StoredPending | null {
    const row = this.#pendingAfter.get(ingest, at);
    return row === null ? null : pendingIn(row);
  }

  /** The inspections (JSON) of the first pending articles after `at`, without their drafts. */
  inspectionsAfter(ingest: string, at: number, limit: number): PendingInspection[] {
    return this.#inspectionsAfter.all(ingest, at, limit).map((row) => ({
      at: numberIn(row, 'at'),
      inspection: textIn(row, 'inspection'),
    }));
  }

  pendingCount(ingest: string): number {
    const row = this.#pendingCount.get(ingest);
    return row === null ? 0 : numberIn(row, 'n');
  }

  clearPending(ingest: string): void {
    this.#clearPending.run(ingest);
  }

  /** Turns a pending article into a line of the receipt. */
  settle(ingest: string, receipt: Omit<StoredReceipt, 'undo'>): void {
    const { at, input, outcome, headline, articleId, revision, reason } = receipt;
    this.#removePending.run(ingest, at);
    this.#insertReceipt.run(ingest, at, input, outcome, headline, articleId, revision, reason);
  }

  /** In the order of the inputs. */
  receipts(ingest: string): StoredReceipt[] {
    return this.#receipts.all(ingest).map(receiptIn);
  }

  setUndo(ingest: string, at: number, undo: UndoState): void {
    this.#setUndo.run(undo, ingest, at);
  }
}

function ingestIn(row: Row): StoredIngest {
  return {
    id: textIn(row, 'id'),
    guild: textIn(row, 'guild'),
    by: textIn(row, 'brought_by'),
    createdAt: textIn(row, 'created_at'),
    failures: textIn(row, 'failures'),
    begun: numberIn(row, 'begun') === 1,
    undone: numberIn(row, 'undone') === 1,
  };
}

function pendingIn(row: Row): StoredPending {
  return {
    at: numberIn(row, 'at'),
    input: textIn(row, 'input'),
    draft: textIn(row, 'draft'),
    inspection: textIn(row, 'inspection'),
  };
}

const OUTCOMES: readonly ReceiptOutcome[] = ['added', 'revised', 'unchanged', 'failed'];
const UNDO_STATES: readonly UndoState[] = ['begun', 'removed', 'reverted', 'kept'];

function receiptIn(row: Row): StoredReceipt {
  const outcome = OUTCOMES.find((each) => each === row['outcome']);
  if (outcome === undefined) throw new Error('Expected the outcome of an ingested article.');
  const revision = row['revision'] === null ? null : numberIn(row, 'revision');
  return {
    at: numberIn(row, 'at'),
    input: textIn(row, 'input'),
    outcome,
    headline: textIn(row, 'headline'),
    articleId: textOrNullIn(row, 'article_id'),
    revision,
    reason: textOrNullIn(row, 'reason'),
    undo: UNDO_STATES.find((each) => each === row['undo']) ?? null,
  };
}
