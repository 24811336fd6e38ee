import type { Connection, Statement } from './connection.ts';
import { numberIn, textIn } from './row.ts';

/** Questions of a guild since its data was last deleted. */
export interface QuestionCount {
  readonly asked: number;
  readonly answered: number;
}

/** The guilds the bot is or was in. One that left keeps its row until its data is deleted. */
export class GuildStore {
  readonly #join: Statement;
  readonly #leave: Statement;
  readonly #present: Statement;
  readonly #leftBefore: Statement;
  readonly #count: Statement;
  readonly #counts: Statement;
  readonly #forget: Statement;

  constructor(connection: Connection) {
    this.#join = connection.prepare(
      'INSERT INTO guilds (id) VALUES (?) ON CONFLICT (id) DO UPDATE SET left_at = NULL',
    );
    this.#leave = connection.prepare(`
      INSERT INTO guilds (id, left_at) VALUES (?, ?)
      ON CONFLICT (id) DO UPDATE SET left_at = coalesce(left_at, excluded.left_at)`);
    this.#present = connection.prepare('SELECT id FROM guilds WHERE left_at IS NULL ORDER BY id');
    this.#leftBefore = connection.prepare('SELECT id FROM guilds WHERE left_at <= ? ORDER BY id');
    this.#count = connection.prepare(`
      INSERT INTO guilds (id, asked, answered) VALUES (?, 1, ?)
      ON CONFLICT (id) DO UPDATE SET asked = asked + 1, answered = answered + excluded.answered`);
    this.#counts = connection.prepare('SELECT asked, answered FROM guilds WHERE id = ?');
    this.#forget = connection.prepare('DELETE FROM guilds WHERE id = ? AND left_at IS NOT NULL');
  }

  /** The bot is in the guild, whether it was there before or not. */
  joined(guild: string): void {
    this.#join.run(guild);
  }

  /** @param at ISO date-time; of a guild that left already, the earlier time stays. */
  left(guild: string, at: string): void {
    this.#leave.run(guild, at);
  }

  /** Ids of the guilds that have not left. */
  present(): string[] {
    return this.#present.all().map((row) => textIn(row, 'id'));
  }

  /** Ids of the guilds that left at `at` (ISO date-time) or earlier. */
  leftUntil(at: string): string[] {
    return this.#leftBefore.all(at).map((row) => textIn(row, 'id'));
  }

  countQuestion(guild: string, answered: boolean): void {
    this.#count.run(guild, answered ? 1 : 0);
  }

  /** Zeros for a guild that never asked. */
  questions(guild: string): QuestionCount {
    const row = this.#counts.get(guild);
    if (row === null) return { asked: 0, answered: 0 };
    return { asked: numberIn(row, 'asked'), answered: numberIn(row, 'answered') };
  }

  /** Deletes the row, unless the bot is back in the guild. */
  forgetLeft(guild: string): void {
    this.#forget.run(guild);
  }
}
