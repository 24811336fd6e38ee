import type { ArchiveDatabase } from '../archive/database/database.ts';
import type { Library } from '../archive/library.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Embedder } from '../embedding/embedder.ts';
import type { Log } from '../log.ts';
import type { RateLimit } from './rate-limit.ts';

/** What the guilds have in common. */
export interface GuildsPorts {
  readonly library: Library;
  readonly database: ArchiveDatabase;
  readonly embedder: Embedder;
  readonly clock: Clock;
  readonly log: Log;
  readonly config: Config;
}

/** What one guild works with. */
export interface GuildPorts extends GuildsPorts {
  readonly guildId: string;
  /** What the guild may see: its own scope and the shared one. */
  readonly scopes: readonly string[];
  readonly limits: GuildLimits;
}

/** Shared by all guilds, so that a user's uses count wherever they are. */
export interface GuildLimits {
  readonly questions: RateLimit;
  readonly ingests: RateLimit;
}
