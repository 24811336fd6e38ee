/** What guilds scheduled, what was posted of it, and what a digest shows of an article. */
export const DIGESTS_SCHEMA = `
CREATE TABLE digests (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  guild TEXT NOT NULL,
  settings TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  active_from TEXT NOT NULL,
  -- Articles up to this key are no news to it. Keys only grow, whatever clocks do.
  seen_key INTEGER NOT NULL,
  muted_sections TEXT NOT NULL,
  -- Null while it is active.
  pause TEXT
) STRICT;
CREATE INDEX digests_by_guild ON digests (guild, key);

-- One row per digest and local date, made together with the messages that are to be posted; posts by hand have no date.
-- Posts outlive their digest.
CREATE TABLE digest_runs (
  id TEXT PRIMARY KEY,
  digest TEXT NOT NULL,
  guild TEXT NOT NULL,
  channel TEXT NOT NULL,
  date TEXT,
  first_date TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'posted', 'empty', 'skipped', 'merged')),
  created_at TEXT NOT NULL,
  until_key INTEGER NOT NULL,
  sections TEXT NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  next_try_at TEXT,
  problem TEXT,
  UNIQUE (digest, date)
) STRICT, WITHOUT ROWID;
CREATE INDEX digest_runs_open ON digest_runs (digest) WHERE state = 'open';
CREATE INDEX digest_runs_by_channel ON digest_runs (guild, channel);
CREATE INDEX digest_runs_by_time ON digest_runs (created_at);

CREATE TABLE digest_parts (
  run TEXT NOT NULL REFERENCES digest_runs (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  -- 'sending' is written before the message goes out: found after a crash, nobody knows whether it did.
  state TEXT NOT NULL CHECK (state IN ('planned', 'sending', 'sent')),
  -- Null once the whole digest is posted.
  body TEXT,
  sending_at TEXT,
  channel TEXT,
  message TEXT,
  PRIMARY KEY (run, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE digest_articles (
  run TEXT NOT NULL REFERENCES digest_runs (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  article_key INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
  PRIMARY KEY (run, at)
) STRICT, WITHOUT ROWID;
CREATE INDEX digest_articles_by_article ON digest_articles (article_key);

-- What a digest shows of an article, found by rules of this version.
CREATE TABLE article_highlights (
  article_key INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
  rules INTEGER NOT NULL,
  content TEXT NOT NULL
) STRICT;
`;
