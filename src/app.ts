import type { Answer } from './answer/answer.ts';
import type { Library } from './archive/library.ts';
import type { Digests } from './digest/digests.ts';
import type { Guilds } from './guild/guilds.ts';

export interface AskOptions {
  /** Scopes the asker may see. */
  readonly scopes: readonly string[];
  /** First and last day allowed, inclusive: days since 1970-01-01 UTC (`parseDateBound`). */
  readonly firstDay?: number;
  readonly lastDay?: number;
  /** Only articles of this section; case does not matter. */
  readonly section?: string;
  /** Excerpts at most, 1 to 10. Default 3. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
}

/** Archivist without any way of talking to it: commands, the terminal and the tests all go through this. */
export interface App {
  /** @throws {UserError} for a question that is empty or too long, or a section that does not exist. */
  ask(question: string, options: AskOptions): Promise<Answer>;
  readonly library: Library;
  readonly guilds: Guilds;
  readonly digests: Digests;
  /**
   * Finds anew where "answered" begins, if the archive has changed enough to make a difference. To be called when a batch
   * of articles has been added; takes about a second, during which questions are answered as before.
   */
  calibrate(scopes: readonly string[], signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}
