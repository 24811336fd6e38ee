import type { Connection, Statement } from './connection.ts';
import { textIn } from './row.ts';

/** Small values by name. */
export class SettingsStore {
  readonly #get: Statement;
  readonly #set: Statement;
  readonly #delete: Statement;

  constructor(connection: Connection) {
    this.#get = connection.prepare('SELECT value FROM settings WHERE name = ?');
    this.#set = connection.prepare(
      'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    );
    this.#delete = connection.prepare('DELETE FROM settings WHERE name = ?');
  }

  get(name: string): string | null {
    const row = this.#get.get(name);
    return row === null ? null : textIn(row, 'value');
  }

  set(name: string, value: string): void {
    this.#set.run(name, value);
  }

  delete(name: string): void {
    this.#delete.run(name);
  }
}
