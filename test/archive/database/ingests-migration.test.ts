import { expect, test } from 'vitest';
import { Connection } from '../../../src/archive/database/connection.ts';
import { openDatabase } from '../../../src/archive/database/database.ts';
import { migrate } from '../../../src/archive/database/migrations.ts';
import { ARCHIVE_SCHEMA } from '../../../src/archive/database/schema/archive.ts';
import { archivePath } from '../archive-kit.ts';

test('articles from before have their bytes counted and are found by their headlines', () => {
  const path = archivePath();
  const before = Connection.open(path);
  migrate(before, path, [ARCHIVE_SCHEMA]);
  before.execute(`
    INSERT INTO articles (key, id, revision, scope, state, headline, language, words, content_hash, ingested_at, ingested_by)
    VALUES (7, 'abcdefghijkl', 1, 'shared', 'current', 'ÉLAN vital', 'fr', 2, 'h', '2024-03-01T12:00:00Z', 'terminal');
    INSERT INTO texts (article_key, canonical, paragraphs, hash) VALUES (7, 'déjà vu', '[]', 'h');`);
  before.close();
  const database = openDatabase(path);
  expect(database.scopes.size('shared')).toEqual({ articles: 1, bytes: 9 });
  expect(database.headlines.find('elan', ['shared'], 5)).toEqual([7]);
  database.close();
});
