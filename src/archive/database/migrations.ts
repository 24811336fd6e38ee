import { UserError } from '../../errors.ts';
import type { Connection } from './connection.ts';
import { numberIn } from './row.ts';

/**
 * Brings the database to the newest version, one transaction per step: a crash in between leaves a whole version.
 * `PRAGMA user_version` counts the steps taken.
 *
 * @throws {UserError} when the database is newer than this program, or belongs to another one.
 */
export function migrate(
  connection: Connection,
  path: string,
  migrations: readonly string[] = MIGRATIONS,
): void {
  const version = pragma(connection, 'user_version');
  if (version > migrations.length) {
    throw new UserError(
      `The archive ${path} has version ${version}; this Archivist knows versions up to ${migrations.length}. ` +
        'Update Archivist, or use an archive of its own version.',
    );
  }
  if (pragma(connection, 'application_id') !== APPLICATION_ID) claim(connection, path);
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue;
    connection.transaction(() => {
      connection.execute(sql);
      connection.execute(`PRAGMA user_version = ${index + 1}`);
    });
  }
}

/** `Arcv` in ASCII: marks the file as ours. */
const APPLICATION_ID = 0x41726376;

function claim(connection: Connection, path: string): void {
  const tables = connection.prepare('SELECT count(*) AS n FROM sqlite_schema').get();
  if (tables === null || numberIn(tables, 'n') > 0) {
    throw new UserError(`${path} is the database of another program. Choose another DATA_DIR.`);
  }
  connection.execute(`PRAGMA application_id = ${APPLICATION_ID}`);
}

function pragma(connection: Connection, name: string): number {
  const row = connection.prepare(`PRAGMA ${name}`).get();
  return row === null ? 0 : numberIn(row, name);
}

/** Only ever added to; a step that was released is never changed. */
const MIGRATIONS: readonly string[] = [
  `
  -- One row per revision. Texts are apart, so that lists and counts read small rows.
  CREATE TABLE articles (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    scope TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('current', 'superseded', 'undone', 'removed')),
    headline TEXT NOT NULL,
    section TEXT,
    section_key TEXT,
    byline TEXT,
    source TEXT,
    url TEXT,
    external_id TEXT,
    published_at TEXT,
    day INTEGER,
    language TEXT NOT NULL,
    photo_caption TEXT,
    words INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    ingested_at TEXT NOT NULL,
    ingested_by TEXT NOT NULL,
    removed_at TEXT,
    removed_by TEXT,
    UNIQUE (id, revision)
  ) STRICT;
  CREATE UNIQUE INDEX article_heads ON articles (id) WHERE state IN ('current', 'removed');
  CREATE INDEX articles_by_content ON articles (scope, content_hash);
  CREATE INDEX articles_by_url ON articles (scope, url) WHERE url IS NOT NULL;
  CREATE INDEX articles_by_external_id ON articles (scope, external_id) WHERE external_id IS NOT NULL;
  CREATE INDEX articles_by_key ON articles (scope, key) WHERE state = 'current';
  CREATE INDEX articles_by_day ON articles (scope, state, day, key, section_key, section, words);

  CREATE TABLE texts (
    article_key INTEGER PRIMARY KEY REFERENCES articles (key),
    canonical TEXT NOT NULL,
    paragraphs TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;

  -- What an index of one generation holds. Another generation is built beside it, row by row, before it takes over.
  CREATE TABLE placements (
    generation INTEGER NOT NULL,
    article_key INTEGER NOT NULL REFERENCES articles (key),
    partition TEXT NOT NULL,
    passages INTEGER NOT NULL,
    PRIMARY KEY (generation, article_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX placements_by_partition ON placements (generation, partition, article_key);
  CREATE TABLE partitions (
    generation INTEGER NOT NULL,
    partition TEXT NOT NULL,
    scope TEXT NOT NULL,
    month TEXT NOT NULL,
    shard INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    PRIMARY KEY (generation, scope, month, shard)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    generation INTEGER NOT NULL,
    article_key INTEGER NOT NULL REFERENCES articles (key),
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (generation, article_key, ordinal)
  ) STRICT;

  -- Articles whose change has not reached both indexes yet, and the partition it concerns.
  CREATE TABLE journal (
    generation INTEGER NOT NULL,
    article_key INTEGER NOT NULL,
    partition TEXT NOT NULL,
    PRIMARY KEY (generation, article_key, partition)
  ) STRICT, WITHOUT ROWID;

  -- MinHash bands: articles that share one may be nearly the same.
  CREATE TABLE bands (
    band INTEGER NOT NULL,
    article_key INTEGER NOT NULL REFERENCES articles (key),
    PRIMARY KEY (band, article_key)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
];
