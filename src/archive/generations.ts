import { nextTurn } from '../event-loop.ts';
import type { ArchiveDatabase } from './database/database.ts';
import { TURN_ARTICLES } from './lots.ts';

/** Deletes the passages, places and journal entries of every other generation, in small transactions. */
export async function dropOtherGenerations(
  database: ArchiveDatabase,
  keep: readonly number[],
): Promise<void> {
  for (const generation of database.placements.generations()) {
    if (keep.includes(generation)) continue;
    let keys = database.placements.someKeysOf(generation, TURN_ARTICLES);
    while (keys.length > 0) {
      database.transaction(() => {
        for (const key of keys) {
          database.passages.delete(generation, key);
          database.placements.unplace(generation, key);
        }
      });
      await nextTurn();
      keys = database.placements.someKeysOf(generation, TURN_ARTICLES);
    }
  }
  database.transaction(() => {
    database.journal.clearExcept(keep);
  });
}
