/** What guilds asked: kept answers, votes on them, and questions the archive could not answer. */
export const QUESTIONS_SCHEMA = `
-- Guilds the bot is or was in, and how much they asked.
CREATE TABLE guilds (
  id TEXT PRIMARY KEY,
  left_at TEXT,
  asked INTEGER NOT NULL DEFAULT 0,
  answered INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE answers (
  id TEXT PRIMARY KEY,
  guild TEXT NOT NULL,
  created_at TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX answers_by_time ON answers (created_at);
CREATE INDEX answers_by_guild ON answers (guild);

-- Voters stand here as pseudonyms, another one for every answer.
CREATE TABLE votes (
  answer_id TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
  voter TEXT NOT NULL,
  vote TEXT NOT NULL CHECK (vote IN ('up', 'down')),
  PRIMARY KEY (answer_id, voter)
) STRICT, WITHOUT ROWID;

-- One row per group of questions that ask the same; vector and terms are those of the first.
CREATE TABLE gaps (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  guild TEXT NOT NULL,
  terms TEXT NOT NULL,
  model TEXT NOT NULL,
  vector BLOB NOT NULL,
  asked INTEGER NOT NULL,
  last_asked_at TEXT NOT NULL
) STRICT;
CREATE INDEX gaps_by_guild ON gaps (guild, asked, last_asked_at);
CREATE TABLE gap_wordings (
  gap INTEGER NOT NULL REFERENCES gaps (key) ON DELETE CASCADE,
  question TEXT NOT NULL,
  asked INTEGER NOT NULL,
  last_asked_at TEXT NOT NULL,
  PRIMARY KEY (gap, question)
) STRICT, WITHOUT ROWID;
-- Only with ASK_LOG=full.
CREATE TABLE gap_askers (
  gap INTEGER NOT NULL,
  question TEXT NOT NULL,
  user TEXT NOT NULL,
  last_asked_at TEXT NOT NULL,
  PRIMARY KEY (gap, question, user),
  FOREIGN KEY (gap, question) REFERENCES gap_wordings (gap, question) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
`;
