import { UserError } from '../../errors.ts';
import type { Connection } from './connection.ts';
import { numberIn } from './row.ts';
import { ARCHIVE_SCHEMA } from './schema/archive.ts';
import { DIGESTS_SCHEMA } from './schema/digests.ts';
import { INGESTS_SCHEMA } from './schema/ingests.ts';
import { QUESTIONS_SCHEMA } from './schema/questions.ts';

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
  ARCHIVE_SCHEMA,
  QUESTIONS_SCHEMA,
  INGESTS_SCHEMA,
  DIGESTS_SCHEMA,
];
