/** What guilds are about to bring, and what became of what they brought; sizes and headlines by scope; what is being erased. */
export const INGESTS_SCHEMA = `
CREATE TABLE ingests (
  id TEXT PRIMARY KEY,
  guild TEXT NOT NULL,
  brought_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  failures TEXT NOT NULL,
  -- 1 as soon as anything of it may have been added: then there is a receipt.
  begun INTEGER NOT NULL DEFAULT 0,
  undone INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX ingests_by_guild ON ingests (guild);
CREATE INDEX ingests_by_time ON ingests (created_at);

-- Drafts that are not added yet. One goes with the transaction that adds it.
CREATE TABLE pending_articles (
  ingest TEXT NOT NULL REFERENCES ingests (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  input TEXT NOT NULL,
  draft TEXT NOT NULL,
  inspection TEXT NOT NULL,
  PRIMARY KEY (ingest, at)
) STRICT;

CREATE TABLE receipt_articles (
  ingest TEXT NOT NULL REFERENCES ingests (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  input TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('added', 'revised', 'unchanged', 'failed')),
  headline TEXT NOT NULL,
  article_id TEXT,
  revision INTEGER,
  reason TEXT,
  -- 'begun' is written before the article is taken back, the others after it.
  undo TEXT CHECK (undo IN ('begun', 'removed', 'reverted', 'kept')),
  PRIMARY KEY (ingest, at)
) STRICT, WITHOUT ROWID;

-- UTF-8 bytes of the canonical text.
ALTER TABLE articles ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
UPDATE articles SET bytes = coalesce(
  (SELECT length(CAST(t.canonical AS BLOB)) FROM texts t WHERE t.article_key = articles.key), 0);
CREATE INDEX articles_by_bytes ON articles (scope, state, bytes);

-- Folded for searching; null until it is filled in.
ALTER TABLE articles ADD COLUMN headline_key TEXT;
CREATE INDEX articles_without_headline_key ON articles (key) WHERE headline_key IS NULL;
CREATE INDEX articles_by_headline ON articles (scope, state, headline_key, day);

-- Sections are listed at every key that is typed into a question's filter.
CREATE INDEX articles_by_section ON articles (scope, state, section_key, section);

-- Deleting an article looks for what refers to it.
CREATE INDEX bands_by_article ON bands (article_key);
CREATE INDEX passages_by_article ON passages (article_key);
CREATE INDEX placements_by_article ON placements (article_key);
CREATE INDEX articles_of_scope ON articles (scope, key);

-- Scopes whose articles up to a key are being deleted for good.
CREATE TABLE erasures (
  scope TEXT PRIMARY KEY,
  last_key INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
