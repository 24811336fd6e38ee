import type { ArchiveDatabase } from '../../archive/database/database.ts';
import { randomId } from '../../archive/random-id.ts';
import type { Clock } from '../../clock.ts';
import { checkSettings, type SettingsPorts } from './check-settings.ts';
import { DigestError, MOST_DIGESTS } from '../digest-error.ts';
import type { DigestSchedule, DigestSettings, PostProblem } from '../schedule.ts';
import { encodePause, encodeSections, scheduleOf, storedDigest } from './stored-schedule.ts';

export interface ScheduleBookPorts extends SettingsPorts {
  readonly database: ArchiveDatabase;
  readonly clock: Clock;
}

/** What the guilds scheduled. */
export class ScheduleBook {
  readonly #ports: ScheduleBookPorts;

  constructor(ports: ScheduleBookPorts) {
    this.#ports = ports;
  }

  list(guildId: string): DigestSchedule[] {
    return this.#ports.database.digests.of(guildId).map(scheduleOf);
  }

  /** Of whatever guild. */
  get(id: string): DigestSchedule | null {
    const stored = this.#ports.database.digests.get(id);
    return stored === null ? null : scheduleOf(stored);
  }

  /** Null for one of another guild. */
  find(guildId: string, id: string): DigestSchedule | null {
    const schedule = this.get(id);
    return schedule?.guildId === guildId ? schedule : null;
  }

  /** @throws {DigestError} when the guild has no such digest. */
  require(guildId: string, id: string): DigestSchedule {
    const schedule = this.find(guildId, id);
    if (schedule === null) throw new DigestError('not-found', 'There is no such digest here.');
    return schedule;
  }

  /** What is in the archive already is no news to it. @throws {DigestError} */
  add(guildId: string, settings: DigestSettings, by: string): DigestSchedule {
    const { database } = this.#ports;
    const checked = checkSettings(settings, guildId, this.#ports);
    if (database.digests.count(guildId) >= MOST_DIGESTS) {
      throw new DigestError('too-many', `There are ${MOST_DIGESTS} digests already.`);
    }
    const now = this.#now();
    const schedule: DigestSchedule = {
      ...checked,
      id: randomId(),
      guildId,
      createdBy: by,
      createdAt: now,
      activeFrom: now,
      seenKey: database.news.highestKey(),
      mutedSections: [],
      pause: null,
    };
    database.digests.insert(storedDigest(schedule));
    return schedule;
  }

  /** @throws {DigestError} */
  pause(guildId: string, id: string): void {
    if (this.require(guildId, id).pause !== null) {
      throw new DigestError('already-paused', 'This digest is paused already.');
    }
    this.#pause(id, 'asked', null);
  }

  /** Somebody in the guild has to mend something. */
  pauseFailed(id: string, problem: PostProblem): void {
    this.#pause(id, 'failed', problem);
  }

  /** Part of a transaction. @throws {DigestError} */
  resume({ id, pause, catchUp }: DigestSchedule): void {
    const { database } = this.#ports;
    if (pause === null) throw new DigestError('not-paused', 'This digest is not paused.');
    database.digests.activate(id, this.#now());
    if (catchUp === 'skip') database.digests.raiseSeenKey(id, database.news.highestKey());
  }

  /** @throws {DigestError} */
  mute(guildId: string, id: string, sections: readonly string[]): void {
    this.require(guildId, id);
    const muted = new Map(
      sections.map((section) => [section.trim().toLowerCase(), section.trim()]),
    );
    this.#ports.database.digests.setMutedSections(id, encodeSections([...muted.values()]));
  }

  /** A clock that was ahead when it was created, or resumed, keeps it from nothing. */
  withPlausibleStart(schedule: DigestSchedule): DigestSchedule {
    const activeFrom = this.#now();
    if (schedule.activeFrom <= activeFrom) return schedule;
    this.#ports.database.digests.activate(schedule.id, activeFrom);
    return { ...schedule, activeFrom };
  }

  #pause(id: string, reason: 'asked' | 'failed', problem: PostProblem | null): void {
    this.#ports.database.digests.pause(id, encodePause({ at: this.#now(), reason, problem }));
  }

  #now(): string {
    return this.#ports.clock.now().toISOString();
  }
}
