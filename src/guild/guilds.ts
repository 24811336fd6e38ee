import type { GuildArchive } from './guild-archive.ts';

/** All guilds of the bot. */
export interface Guilds {
  /** @param guildId a Discord snowflake. */
  of(guildId: string): GuildArchive;
  /**
   * The guilds the bot is in now, as Discord lists them after connecting: those that are missing have been left meanwhile,
   * those that are there keep their data.
   */
  present(guildIds: readonly string[]): void;
  joined(guildId: string): void;
  /** Starts the time after which the guild's data is deleted (`GUILD_RETENTION_DAYS`). */
  left(guildId: string): void;
  /** Deletes what is kept no longer: data of guilds that left, old answers, expired drafts. To be called once a day. */
  sweep(): Promise<void>;
}
