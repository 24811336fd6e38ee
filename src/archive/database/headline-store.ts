import { headlineKey } from './article-columns.ts';
import type { Connection, Statement } from './connection.ts';
import { numberIn, textIn } from './row.ts';

/** More words do not narrow a search any further. */
const MAX_WORDS = 6;
const FILLED_AT_ONCE = 1_000;

/** Finds articles by pieces of their headlines: one walk through an index, 20 to 40 ms for 100,000 articles. */
export class HeadlineStore {
  /** By number of words: every comparison counts where it is made 100,000 times. */
  readonly #find: readonly Statement[];

  constructor(connection: Connection) {
    fillKeys(connection);
    this.#find = Array.from({ length: MAX_WORDS }, (_, more) =>
      connection.prepare(`
        SELECT key FROM articles INDEXED BY articles_by_headline
        WHERE scope IN (SELECT value FROM json_each(?)) AND state = 'current'
          AND instr(headline_key, ?) > 0 ${'AND instr(headline_key, ?) > 0 '.repeat(more)}
        ORDER BY
          CASE instr(headline_key, ?) WHEN 1 THEN 0 WHEN 0 THEN 2 ELSE 1 END, day DESC, key DESC
        LIMIT ?`),
    );
  }

  /**
   * Keys of current articles whose headline contains every word, parts of words too: those that begin with the text first,
   * then those that contain it as it is; within these the newest.
   */
  find(text: string, scopes: readonly string[], limit: number): number[] {
    const words = headlineKey(text).trim().split(/\s+/);
    const sought = words.slice(0, MAX_WORDS);
    const rows = this.#find[sought.length - 1]?.all(
      JSON.stringify(scopes),
      ...sought,
      words.join(' '),
      limit,
    );
    return (rows ?? []).map((row) => numberIn(row, 'key'));
  }
}

/** For articles from before headlines had keys. */
function fillKeys(connection: Connection): void {
  const missing = connection.prepare(
    `SELECT key, headline FROM articles WHERE headline_key IS NULL LIMIT ${FILLED_AT_ONCE}`,
  );
  const fill = connection.prepare('UPDATE articles SET headline_key = ? WHERE key = ?');
  for (let rows = missing.all(); rows.length > 0; rows = missing.all()) {
    connection.transaction(() => {
      for (const row of rows) fill.run(headlineKey(textIn(row, 'headline')), numberIn(row, 'key'));
    });
  }
}
