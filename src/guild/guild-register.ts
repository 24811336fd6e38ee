import { untilNoneLeft } from '../event-loop.ts';
import { scopesOf } from '../archive/article.ts';
import type { Calibrator } from '../answer/calibrate.ts';
import { MS_PER_DAY } from '../clock.ts';
import type { Digests } from '../digest/digests.ts';
import { answersUntil } from './guild-answers.ts';
import type { GuildsPorts } from './guild-ports.ts';
import type { KnownGaps } from './known-gaps.ts';

/** Rows deleted at a time; the event loop goes on in between. */
const DELETED_AT_ONCE = 200;

export interface GuildRegisterPorts extends GuildsPorts {
  readonly knownGaps: KnownGaps;
  readonly calibrator: Pick<Calibrator, 'forget'>;
  readonly digests: Pick<Digests, 'eraseGuild' | 'sweep'>;
}

/** Which guilds the bot is in, and the deletion of what is kept no longer. */
export class GuildRegister {
  readonly #ports: GuildRegisterPorts;

  constructor(ports: GuildRegisterPorts) {
    this.#ports = ports;
  }

  present(guildIds: readonly string[]): void {
    const { database } = this.#ports;
    database.transaction(() => {
      const now = new Set(guildIds);
      for (const guildId of database.guilds.present()) {
        if (!now.has(guildId)) this.left(guildId);
      }
      for (const guildId of now) this.joined(guildId);
    });
  }

  joined(guildId: string): void {
    this.#ports.database.guilds.joined(guildId);
  }

  left(guildId: string): void {
    const { database, clock } = this.#ports;
    database.guilds.left(guildId, clock.now().toISOString());
  }

  /** What cannot be deleted now is logged and left for the next time. */
  async sweep(): Promise<void> {
    const { database, clock, config, log, digests } = this.#ports;
    const until = answersUntil(this.#ports);
    await untilNoneLeft(() => database.answers.deleteUntil(until, DELETED_AT_ONCE));
    await digests.sweep();
    const age = config.GUILD_RETENTION_DAYS * MS_PER_DAY;
    const leftUntil = new Date(clock.now().getTime() - age).toISOString();
    for (const guildId of database.guilds.leftUntil(leftUntil)) {
      try {
        await this.#erase(guildId);
        log.info({ guildId }, 'data of a guild that left is deleted');
      } catch (error) {
        log.error({ err: error, guildId }, 'data of a guild that left could not be deleted');
      }
    }
  }

  async #erase(guildId: string): Promise<void> {
    const { database, library, knownGaps, calibrator, digests } = this.#ports;
    await digests.eraseGuild(guildId);
    await untilNoneLeft(() => database.answers.deleteOf(guildId, DELETED_AT_ONCE));
    database.gaps.deleteOf(guildId);
    knownGaps.forget(guildId);
    database.ingests.deleteOfGuild(guildId);
    await library.eraseScope(guildId);
    calibrator.forget(scopesOf(guildId));
    // Last, so that whatever fails before is tried again.
    database.guilds.forgetLeft(guildId);
  }
}
