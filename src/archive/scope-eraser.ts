import { nextTurn } from '../event-loop.ts';
import type { Serial } from '../storage/serial.ts';
import type { Erasure } from './database/scope-store.ts';
import type { IndexPorts, IndexWriter } from './index-writer.ts';
import { TURN_ARTICLES } from './lots.ts';

/** Articles deleted before other changes of the archive have their turn: under a second. */
const LOT_ARTICLES = 256;

/**
 * Deletes scopes for good. The database remembers what is to be erased until nothing is left; articles leave the indexes
 * by way of the journal, partition by partition, so that no file is written more often than it must be.
 */
export class ScopeEraser {
  readonly #ports: IndexPorts;
  readonly #writer: IndexWriter;
  readonly #serial: Serial;

  /** @param serial the queue of every change of the archive. */
  constructor(ports: IndexPorts, writer: IndexWriter, serial: Serial) {
    this.#ports = ports;
    this.#writer = writer;
    this.#serial = serial;
  }

  async erase(scope: string): Promise<void> {
    const { scopes } = this.#ports.database;
    scopes.beginErasure(scope);
    await this.finish();
  }

  /** Erases what is to be erased. */
  async finish(): Promise<void> {
    const { database, generation, log } = this.#ports;
    for (const erasure of database.scopes.erasures()) {
      for (const partition of database.scopes.partitions(generation, erasure.scope)) {
        await this.#eraseLots((limit) =>
          database.scopes.placedKeys(generation, partition, erasure, limit),
        );
      }
      await this.#eraseRest(erasure);
      log.info({ scope: erasure.scope }, 'scope erased');
    }
  }

  /** Superseded and removed revisions, which no index knows, and what was placed elsewhere meanwhile. */
  async #eraseRest(erasure: Erasure): Promise<void> {
    const { scopes } = this.#ports.database;
    await this.#eraseLots((limit) => scopes.keys(erasure, limit));
    scopes.endErasure(erasure.scope);
  }

  async #eraseLots(nextKeys: (limit: number) => number[]): Promise<void> {
    let erased: number;
    do {
      erased = await this.#serial.run(async () => {
        await this.#writer.finish();
        const keys = nextKeys(LOT_ARTICLES);
        await this.#delete(keys);
        await this.#writer.finish();
        return keys.length;
      });
    } while (erased > 0);
  }

  async #delete(keys: readonly number[]): Promise<void> {
    const { database, generation } = this.#ports;
    for (let at = 0; at < keys.length; at += TURN_ARTICLES) {
      database.transaction(() => {
        for (const key of keys.slice(at, at + TURN_ARTICLES)) {
          const partition = database.placements.unplace(generation, key);
          if (partition !== null) database.journal.add(generation, { articleKey: key, partition });
          database.scopes.deleteArticle(key);
        }
      });
      await nextTurn();
    }
  }
}
