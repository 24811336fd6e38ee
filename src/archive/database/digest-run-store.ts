import type { Connection, Statement } from './connection.ts';
import { numberIn, textIn, textOrNullIn, type Row } from './row.ts';

/** `open`: being posted. The others are ends; see `DigestRunView`. */
export type RunState = 'open' | 'posted' | 'empty' | 'skipped' | 'merged';

/** One post of a digest, or a local date without one. */
export interface StoredRun {
  readonly id: string;
  /** Id of the digest, which may be gone. */
  readonly digest: string;
  readonly guild: string;
  readonly channel: string;
  /** Null for a post by hand. */
  readonly date: string | null;
  readonly firstDate: string;
  readonly state: RunState;
  /** ISO date-time. */
  readonly createdAt: string;
  /** It holds articles up to this key. */
  readonly untilKey: number;
  /** JSON. */
  readonly sections: string;
  /** In a row. */
  readonly failures: number;
  /** ISO date-time; null before the first failure. */
  readonly nextTryAt: string | null;
  /** JSON: why it failed last. */
  readonly problem: string | null;
}

export type NewRun = Omit<StoredRun, 'failures' | 'nextTryAt' | 'problem'>;

export interface RunMessage {
  readonly channelId: string;
  readonly messageId: string;
}

/** The latest run of a digest that has ended, posts by hand not counted. */
export interface EndedRun {
  readonly date: string;
  readonly state: RunState;
  /** Of its first part. */
  readonly message: RunMessage | null;
}

/** What was posted, or is being posted. A digest has at most one run a date. */
export class DigestRunStore {
  readonly #insert: Statement;
  readonly #insertArticle: Statement;
  readonly #get: Statement;
  readonly #openOf: Statement;
  readonly #dates: Statement;
  readonly #last: Statement;
  readonly #mergedFrom: Statement;
  readonly #setState: Statement;
  readonly #clearArticles: Statement;
  readonly #fail: Statement;
  readonly #delete: Statement;
  readonly #deleteOf: Statement;
  readonly #deleteUntil: Statement;
  readonly #articleIds: Statement;
  readonly #postedKeys: Statement;

  constructor(connection: Connection) {
    this.#insert = connection.prepare(`
      INSERT INTO digest_runs (id, digest, guild, channel, date, first_date, state, created_at, until_key, sections)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
    this.#insertArticle = connection.prepare(`
      INSERT INTO digest_articles (run, at, article_key)
      SELECT ?, ?, max(key) FROM articles WHERE id = ? AND key <= ? AND state != 'undone'
      HAVING max(key) IS NOT NULL`);
    this.#get = connection.prepare('SELECT * FROM digest_runs WHERE id = ?');
    this.#openOf = connection.prepare(
      "SELECT * FROM digest_runs WHERE digest = ? AND state = 'open' ORDER BY created_at, id",
    );
    this.#dates = connection.prepare(`
      SELECT date FROM digest_runs WHERE digest = ?1 AND date >= coalesce(
        (SELECT max(date) FROM digest_runs WHERE digest = ?1 AND date <= ?2), '')
      ORDER BY date`);
    this.#last = connection.prepare(`
      SELECT r.date, r.state, p.channel, p.message FROM digest_runs r
      LEFT JOIN digest_parts p ON p.run = r.id AND p.at = 0
      WHERE r.digest = ? AND r.date IS NOT NULL AND r.state != 'open' ORDER BY r.date DESC LIMIT 1`);
    this.#mergedFrom = connection.prepare(`
      SELECT min(first_date) AS date FROM digest_runs
      WHERE digest = ?1 AND date < ?2 AND state = 'merged' AND date > coalesce(
        (SELECT max(date) FROM digest_runs WHERE digest = ?1 AND date < ?2 AND state != 'merged'), '')`);
    this.#setState = connection.prepare(
      'UPDATE digest_runs SET state = ?, next_try_at = NULL, problem = NULL WHERE id = ?',
    );
    this.#clearArticles = connection.prepare('DELETE FROM digest_articles WHERE run = ?');
    this.#fail = connection.prepare(
      'UPDATE digest_runs SET failures = ?, next_try_at = ?, problem = ? WHERE id = ?',
    );
    this.#delete = connection.prepare('DELETE FROM digest_runs WHERE id = ?');
    this.#deleteOf = connection.prepare(
      'DELETE FROM digest_runs WHERE id IN (SELECT id FROM digest_runs WHERE guild = ? LIMIT ?)',
    );
    this.#deleteUntil = connection.prepare(`
      DELETE FROM digest_runs WHERE id IN (
        SELECT r.id FROM digest_runs r WHERE r.created_at <= ?1 AND r.state != 'open' AND (
          r.date IS NULL OR NOT EXISTS (SELECT 1 FROM digests d WHERE d.id = r.digest) OR EXISTS (
            SELECT 1 FROM digest_runs l WHERE l.digest = r.digest AND l.date > r.date AND l.date <= ?2))
        LIMIT ?3)`);
    this.#articleIds = connection.prepare(`
      SELECT a.id FROM digest_articles d JOIN articles a ON a.key = d.article_key
      WHERE d.run = ? AND EXISTS (
        SELECT 1 FROM articles c WHERE c.id = a.id AND c.state = 'current')
      ORDER BY d.at`);
    this.#postedKeys = connection.prepare(`
      SELECT DISTINCT d.article_key AS key FROM digest_runs r JOIN digest_articles d ON d.run = r.id
      WHERE r.guild = ?1 AND r.channel = ?2 AND r.until_key > ?3 AND d.article_key > ?3`);
  }

  /** @param articleIds shown, in their order; the revisions up to `untilKey` are meant. */
  insert(run: NewRun, articleIds: readonly string[]): void {
    const { id, digest, guild, channel, date, firstDate, state, createdAt } = run;
    const { untilKey, sections } = run;
    this.#insert.run(
      id,
      digest,
      guild,
      channel,
      date,
      firstDate,
      state,
      createdAt,
      untilKey,
      sections,
    );
    for (const [at, articleId] of articleIds.entries()) {
      this.#insertArticle.run(id, at, articleId, untilKey);
    }
  }

  /** Of whatever guild. */
  get(id: string): StoredRun | null {
    const row = this.#get.get(id);
    return row === null ? null : runIn(row);
  }

  /** The open runs of a digest, oldest first: of a date at most one, beside those by hand. */
  openOf(digest: string): StoredRun[] {
    return this.#openOf.all(digest).map(runIn);
  }

  /** Dates that are done or being done, from the latest of `until` or earlier on; ascending. */
  dates(digest: string, until: string): string[] {
    return this.#dates.all(digest, until).map((row) => textIn(row, 'date'));
  }

  last(digest: string): EndedRun | null {
    const row = this.#last.get(digest);
    if (row === null) return null;
    return { date: textIn(row, 'date'), state: stateIn(row), message: messageIn(row) };
  }

  /** The first date of those merged dates that the next post, of `date`, has to cover; null when there are none. */
  mergedFrom(digest: string, date: string): string | null {
    const row = this.#mergedFrom.get(digest, date);
    return row === null ? null : textOrNullIn(row, 'date');
  }

  /** Ends it. */
  setState(id: string, state: RunState): void {
    this.#setState.run(state, id);
  }

  /** It was not posted: its articles are still to come. */
  forgetArticles(id: string): void {
    this.#clearArticles.run(id);
  }

  /** Of a trouble that is over: no failures, and null. @param problem JSON. */
  setTrouble(id: string, failures: number, nextTryAt: string | null, problem: string | null): void {
    this.#fail.run(failures, nextTryAt, problem, id);
  }

  delete(id: string): void {
    this.#delete.run(id);
  }

  /** Deletes a guild's runs. @returns how many, at most `limit`. */
  deleteOf(guild: string, limit: number): number {
    return this.#deleteOf.run(guild, limit).changes;
  }

  /**
   * Deletes ended runs from `until` (ISO date-time) or earlier, but of a digest that is still there the latest date until
   * `date` and those after it: they tell what is done.
   * @returns how many, at most `limit`.
   */
  deleteUntil(until: string, date: string, limit: number): number {
    return this.#deleteUntil.run(until, date, limit).changes;
  }

  /** Ids of the articles shown that are still there, in their order. */
  articleIds(id: string): string[] {
    return this.#articleIds.all(id).map((row) => textIn(row, 'id'));
  }

  /** Keys above `since` of articles that any digest of a guild posted in a channel, or is posting. */
  postedKeys(guild: string, channel: string, since: number): Set<number> {
    const rows = this.#postedKeys.all(guild, channel, since);
    return new Set(rows.map((row) => numberIn(row, 'key')));
  }
}

/** Of a row of a part; null where it is not posted. */
export function messageIn(row: Row): RunMessage | null {
  const channelId = textOrNullIn(row, 'channel');
  const messageId = textOrNullIn(row, 'message');
  return channelId === null || messageId === null ? null : { channelId, messageId };
}

function runIn(row: Row): StoredRun {
  return {
    id: textIn(row, 'id'),
    digest: textIn(row, 'digest'),
    guild: textIn(row, 'guild'),
    channel: textIn(row, 'channel'),
    date: textOrNullIn(row, 'date'),
    firstDate: textIn(row, 'first_date'),
    state: stateIn(row),
    createdAt: textIn(row, 'created_at'),
    untilKey: numberIn(row, 'until_key'),
    sections: textIn(row, 'sections'),
    failures: numberIn(row, 'failures'),
    nextTryAt: textOrNullIn(row, 'next_try_at'),
    problem: textOrNullIn(row, 'problem'),
  };
}

const STATES: readonly RunState[] = ['open', 'posted', 'empty', 'skipped', 'merged'];

function stateIn(row: Row): RunState {
  const state = STATES.find((each) => each === row['state']);
  if (state === undefined) throw new Error('Expected the state of a digest run.');
  return state;
}
