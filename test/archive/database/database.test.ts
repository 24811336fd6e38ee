import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Connection } from '../../../src/archive/database/connection.ts';
import { openDatabase } from '../../../src/archive/database/database.ts';
import { migrate } from '../../../src/archive/database/migrations.ts';
import { ARCHIVE_SCHEMA } from '../../../src/archive/database/schema/archive.ts';
import { UserError } from '../../../src/errors.ts';
import { temporaryFolder } from '../archive-kit.ts';

describe('openDatabase', () => {
  it('creates the file and its folder, and leaves one file when it is closed', () => {
    const folder = join(temporaryFolder(), 'deep', 'down');
    const database = openDatabase(join(folder, 'archive.db'));
    database.settings.set('name', 'value');
    database.close();
    expect(readdirSync(folder)).toEqual(['archive.db']);
  });

  it('finds what was written before', () => {
    const path = join(temporaryFolder(), 'archive.db');
    const first = openDatabase(path);
    first.settings.set('name', 'first');
    first.settings.set('name', 'second');
    first.close();
    const second = openDatabase(path);
    expect(second.settings.get('name')).toBe('second');
    expect(second.settings.get('other')).toBeNull();
    second.close();
  });

  it('refuses a file that is in use, and says so', () => {
    const path = join(temporaryFolder(), 'archive.db');
    const database = openDatabase(path);
    expect(() => openDatabase(path)).toThrow(/in use by another Archivist process/);
    database.close();
    openDatabase(path).close();
  });

  it('refuses a file that is no database', () => {
    const path = join(temporaryFolder(), 'archive.db');
    writeFileSync(path, 'Dear diary, today I was not a database. '.repeat(200));
    expect(() => openDatabase(path)).toThrow(UserError);
    expect(() => openDatabase(path)).toThrow(/not a SQLite database/);
  });

  it('refuses a folder in the place of the file', () => {
    const path = join(temporaryFolder(), 'archive.db');
    mkdirSync(path);
    expect(() => openDatabase(path)).toThrow(UserError);
  });

  it('refuses the database of another program', () => {
    const path = join(temporaryFolder(), 'archive.db');
    const other = Connection.open(path);
    other.execute('CREATE TABLE cats (name TEXT)');
    other.close();
    expect(() => openDatabase(path)).toThrow(/another program/);
  });

  it('refuses a database of a newer version', () => {
    const path = join(temporaryFolder(), 'archive.db');
    openDatabase(path).close();
    const newer = Connection.open(path);
    newer.execute('PRAGMA user_version = 99');
    newer.close();
    expect(() => openDatabase(path)).toThrow(/has version 99; this Archivist knows versions up to/);
  });

  it('brings a database of the first version to the newest, with everything in it', () => {
    const path = join(temporaryFolder(), 'archive.db');
    const first = Connection.open(path);
    migrate(first, path, [ARCHIVE_SCHEMA]);
    first.execute("INSERT INTO settings (name, value) VALUES ('name', 'kept')");
    first.close();
    const database = openDatabase(path);
    expect(database.settings.get('name')).toBe('kept');
    database.guilds.countQuestion('100000000000000001', true);
    expect(database.guilds.questions('100000000000000001')).toEqual({ asked: 1, answered: 1 });
    database.close();
  });

  it('gives back a vector as it was stored', () => {
    const database = openDatabase(join(temporaryFolder(), 'archive.db'));
    // A part of a larger buffer: only the part is stored.
    const vector = new Float32Array([9, 0.25, -1, 3e-20, 9]).subarray(1, 4);
    const mark = { terms: 'ferry', model: 'test', vector };
    const stored = database.gaps.insert('100000000000000001', 'aaaaaaaaaaaa', mark);
    expect(database.gaps.known('100000000000000001')).toEqual([
      { ...stored, vector: new Float32Array([0.25, -1, 3e-20]) },
    ]);
    database.close();
  });

  it('refuses work after it was closed', () => {
    const database = openDatabase(join(temporaryFolder(), 'archive.db'));
    database.close();
    database.close();
    expect(() => database.settings.get('name')).toThrow(/closed/);
  });
});

describe('transaction', () => {
  it('keeps nothing of work that throws', () => {
    const database = openDatabase(join(temporaryFolder(), 'archive.db'));
    expect(() => {
      database.transaction(() => {
        database.settings.set('name', 'value');
        throw new Error('on second thoughts');
      });
    }).toThrow('on second thoughts');
    expect(database.settings.get('name')).toBeNull();
    database.close();
  });
});

describe('migrate', () => {
  const steps = ['CREATE TABLE one (a TEXT) STRICT', 'CREATE TABLE two (a TEXT) STRICT'];

  it('takes only the steps that are missing', () => {
    const connection = Connection.open(join(temporaryFolder(), 'archive.db'));
    migrate(connection, 'archive.db', steps.slice(0, 1));
    connection.execute("INSERT INTO one VALUES ('kept')");
    migrate(connection, 'archive.db', steps);
    expect(connection.prepare('SELECT a FROM one').all()).toEqual([{ a: 'kept' }]);
    expect(connection.prepare('SELECT * FROM two').all()).toEqual([]);
    connection.close();
  });

  it('leaves the version before a step that fails half-way', () => {
    const connection = Connection.open(join(temporaryFolder(), 'archive.db'));
    const broken = [...steps, 'CREATE TABLE three (a TEXT) STRICT; CREATE TABLE one (a TEXT)'];
    expect(() => {
      migrate(connection, 'archive.db', broken);
    }).toThrow(/already exists/);
    const names = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    expect(names).toEqual([{ name: 'one' }, { name: 'two' }]);
    expect(connection.prepare('PRAGMA user_version').all()).toEqual([{ user_version: 2 }]);
    connection.close();
  });
});
