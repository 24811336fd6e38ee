import { MS_PER_DAY } from '../../clock.ts';
import type {
  ArchiveStats,
  ArticleList,
  ArticleState,
  ListOptions,
  SectionCount,
} from '../library.ts';
import { sectionKey, selectSummary, summaryIn } from './article-columns.ts';
import type { Connection, Statement } from './connection.ts';
import { numberIn, numberOrNullIn, textIn } from './row.ts';

export interface KeyRange {
  readonly first: number;
  readonly last: number;
  readonly articles: number;
}

/** Lists and counts of articles, answered from an index without reading the articles themselves. */
export class ArticleListing {
  readonly #page: Statement;
  readonly #total: Statement;
  readonly #counts: Statement;
  readonly #passages: Statement;
  readonly #sections: Statement;
  readonly #keysInSection: Statement;
  readonly #keysAfter: Statement;
  readonly #keyRange: Statement;

  constructor(connection: Connection) {
    const scopes = 'scope IN (SELECT value FROM json_each(?))';
    const matching = `${scopes} AND state = ?
      AND (? IS NULL OR section_key = ?) AND (? IS NULL OR day >= ?) AND (? IS NULL OR day <= ?)`;
    // The inner query sorts keys alone, the outer one reads the rows of one page.
    this.#page = connection.prepare(`
      ${selectSummary()} WHERE a.key IN (
        SELECT key FROM articles WHERE ${matching} ORDER BY day DESC, key DESC LIMIT ? OFFSET ?)
      ORDER BY a.day DESC, a.key DESC`);
    this.#total = connection.prepare(`SELECT count(*) AS n FROM articles WHERE ${matching}`);
    const current = `FROM articles WHERE ${scopes} AND state = 'current'`;
    this.#counts = connection.prepare(`
      SELECT count(*) AS articles, coalesce(sum(words), 0) AS words, min(day) AS oldest, max(day) AS newest
      ${current}`);
    this.#passages = connection.prepare(`
      SELECT coalesce(sum(passages), 0) AS n FROM partitions WHERE ${scopes} AND generation = ?`);
    // One scope at a time, so that the index gives the groups without sorting.
    this.#sections = connection.prepare(`
      SELECT section_key, section, count(*) AS n FROM articles INDEXED BY articles_by_section
      WHERE scope = ? AND state = 'current' AND section_key IS NOT NULL
      GROUP BY section_key, section`);
    this.#keysInSection = connection.prepare(`SELECT key ${current} AND section_key = ?`);
    this.#keysAfter = connection.prepare(`
      SELECT key FROM articles WHERE scope = ? AND key > ? AND state = 'current' ORDER BY key LIMIT ?`);
    this.#keyRange = connection.prepare(`
      SELECT min(key) AS first, max(key) AS last, count(*) AS n
      FROM articles INDEXED BY articles_by_key WHERE scope = ? AND state = 'current'`);
  }

  list(generation: number, options: ListOptions): ArticleList {
    const { scopes, state = 'current', section, firstDay = null, lastDay = null } = options;
    const key = section === undefined ? null : sectionKey(section);
    const matching = [
      JSON.stringify(scopes),
      state satisfies ArticleState,
      key,
      key,
      firstDay,
      firstDay,
      lastDay,
      lastDay,
    ];
    const total = this.#total.get(...matching);
    const rows = this.#page.all(generation, ...matching, options.limit, options.offset ?? 0);
    return { total: total === null ? 0 : numberIn(total, 'n'), articles: rows.map(summaryIn) };
  }

  stats(generation: number, scopes: readonly string[]): ArchiveStats {
    const wanted = JSON.stringify(scopes);
    const counts = this.#counts.get(wanted);
    const passages = this.#passages.get(wanted, generation);
    if (counts === null || passages === null) throw new Error('Expected one row of counts.');
    return {
      articles: numberIn(counts, 'articles'),
      passages: numberIn(passages, 'n'),
      words: numberIn(counts, 'words'),
      sections: this.sections(scopes),
      oldest: isoDate(numberOrNullIn(counts, 'oldest')),
      newest: isoDate(numberOrNullIn(counts, 'newest')),
    };
  }

  sections(scopes: readonly string[]): SectionCount[] {
    const counts = new Map<string, { section: string; articles: number }>();
    for (const { key, section, articles } of this.#spellings(scopes)) {
      const known = counts.get(key);
      // Spellings come most frequent first, so the first one of a key stays.
      if (known === undefined) counts.set(key, { section, articles });
      else known.articles += articles;
    }
    return [...counts.values()].sort(byArticles);
  }

  keysInSection(section: string, scopes: readonly string[]): Set<number> {
    const rows = this.#keysInSection.all(JSON.stringify(scopes), sectionKey(section));
    return new Set(rows.map((row) => numberIn(row, 'key')));
  }

  /** Keys of current articles above `key`, ascending. */
  keysAfter(key: number, scope: string, limit: number): number[] {
    return this.#keysAfter.all(scope, key, limit).map((row) => numberIn(row, 'key'));
  }

  /** Lowest and highest key of the current articles, and how many there are; null when there is none. */
  keyRange(scope: string): KeyRange | null {
    const row = this.#keyRange.get(scope);
    if (row === null || numberIn(row, 'n') === 0) return null;
    return {
      first: numberIn(row, 'first'),
      last: numberIn(row, 'last'),
      articles: numberIn(row, 'n'),
    };
  }

  /** Sections as they are spelt, most articles first. */
  #spellings(scopes: readonly string[]): Spelling[] {
    const spellings = new Map<string, Spelling>();
    for (const scope of new Set(scopes)) {
      for (const row of this.#sections.all(scope)) {
        const section = textIn(row, 'section');
        const known = spellings.get(section)?.articles ?? 0;
        const articles = known + numberIn(row, 'n');
        spellings.set(section, { key: textIn(row, 'section_key'), section, articles });
      }
    }
    return [...spellings.values()].sort(byArticles);
  }
}

interface Spelling extends SectionCount {
  readonly key: string;
}

function byArticles(a: SectionCount, b: SectionCount): number {
  return b.articles - a.articles || (a.section < b.section ? -1 : 1);
}

function isoDate(day: number | null): string | null {
  return day === null ? null : new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}
