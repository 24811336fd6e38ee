import type { Connection, Statement } from './connection.ts';
import { numberIn } from './row.ts';

/** Which articles share MinHash bands; see `near-duplicates.ts`. */
export class BandStore {
  readonly #add: Statement;
  readonly #latest: Statement;

  constructor(connection: Connection) {
    this.#add = connection.prepare('INSERT OR IGNORE INTO bands (band, article_key) VALUES (?, ?)');
    this.#latest = connection.prepare(
      'SELECT article_key FROM bands WHERE band = ? ORDER BY article_key DESC LIMIT ?',
    );
  }

  add(articleKey: number, bands: readonly number[]): void {
    for (const band of bands) this.#add.run(band, articleKey);
  }

  /** Keys of any state that share a band, with how many they share; of each band only the latest `perBand` count. */
  sharing(bands: readonly number[], perBand: number): Map<number, number> {
    const shared = new Map<number, number>();
    for (const band of bands) {
      for (const row of this.#latest.all(band, perBand)) {
        const key = numberIn(row, 'article_key');
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
    }
    return shared;
  }
}
