/** Articles, their texts, and what the indexes hold of them. */
export const ARCHIVE_SCHEMA = `
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
`;
