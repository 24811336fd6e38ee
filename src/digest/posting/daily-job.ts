import { setMaxListeners } from 'node:events';
import type { ArchiveDatabase } from '../../archive/database/database.ts';
import type { Clock } from '../../clock.ts';
import { createBreather } from '../../event-loop.ts';
import type { Log } from '../../log.ts';
import { Agenda } from './agenda.ts';
import type { DigestPoster } from '../poster.ts';
import type { Posting, PostingDesk } from './posting.ts';
import type { ScheduleBook } from '../schedules/schedule-book.ts';
import { scheduleOf } from '../schedules/stored-schedule.ts';
import { WallClock } from './wall-clock.ts';

export interface DailyJobPorts {
  readonly database: ArchiveDatabase;
  readonly clock: Clock;
  readonly log: Log;
  readonly schedules: ScheduleBook;
  readonly posting: Posting;
}

/** Schedules read at a time; the event loop goes on in between. */
const PLANNED_AT_ONCE = 100;
/** Within so many milliseconds a wall clock that was set is noticed. */
const LONGEST_SLEEP = 60_000;
/** Milliseconds until a schedule that cannot even be read is looked at again. */
const UNREADABLE_PAUSE = 3_600_000;

/** One timer for all digests of all guilds. */
export class DailyJob {
  readonly #ports: DailyJobPorts;
  readonly #agenda = new Agenda();
  /** Digests that are attended to. */
  readonly #attended = new Map<string, Promise<void>>();
  /** Of them, those that are to be looked at again right after. */
  readonly #again = new Set<string>();
  #desk: PostingDesk | null = null;
  #alarm = new AbortController();

  constructor(ports: DailyJobPorts) {
    this.#ports = ports;
  }

  /** Null while it does not run. */
  get desk(): PostingDesk | null {
    return this.#desk;
  }

  async run(poster: DigestPoster, signal: AbortSignal): Promise<void> {
    if (this.#desk !== null) throw new Error('The digests are being posted already.');
    const ending = new AbortController();
    // Everybody who posts listens.
    setMaxListeners(0, ending.signal);
    const end = (): void => {
      ending.abort(signal.reason);
      this.#alarm.abort();
    };
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    this.#agenda.clear();
    this.#again.clear();
    this.#desk = { poster, signal: ending.signal };
    try {
      await this.#goOn(this.#desk);
    } finally {
      ending.abort();
      signal.removeEventListener('abort', end);
      await Promise.all(this.#attended.values());
      this.#desk = null;
    }
  }

  /** There may be something new to do for a digest. */
  look(id: string): void {
    if (this.#desk !== null) this.#set(id, this.#now());
  }

  async #goOn(desk: PostingDesk): Promise<void> {
    const { clock } = this.#ports;
    const wall = new WallClock(clock);
    await this.#planAll(desk);
    while (!desk.signal.aborted) {
      await this.#begin(desk);
      await this.#sleep(desk);
      if (wall.wasSet()) await this.#planAll(desk);
    }
  }

  async #planAll(desk: PostingDesk): Promise<void> {
    const { database, clock, log, schedules, posting } = this.#ports;
    const breather = createBreather(clock);
    let key = 0;
    for (;;) {
      const page = database.digests.activeAfter(key, PLANNED_AT_ONCE);
      const last = page.at(-1);
      if (last === undefined) return;
      key = last.key;
      for (const stored of page) {
        if (desk.signal.aborted) return;
        try {
          const schedule = schedules.withPlausibleStart(scheduleOf(stored));
          this.#agenda.set(stored.id, posting.nextMoment(schedule));
        } catch (error) {
          log.error({ err: error, digest: stored.id }, 'a digest could not be planned');
          this.#agenda.set(stored.id, this.#now() + UNREADABLE_PAUSE);
        }
        await breather.breathe();
      }
      await this.#begin(desk);
    }
  }

  /** Begins everything that is due. */
  async #begin(desk: PostingDesk): Promise<void> {
    const breather = createBreather(this.#ports.clock);
    while (!desk.signal.aborted) {
      const id = this.#agenda.take(this.#now());
      if (id === null) return;
      if (this.#attended.has(id)) this.#again.add(id);
      else this.#attended.set(id, this.#attend(id, desk));
      await breather.breathe();
    }
  }

  /** Never rejects. */
  async #attend(id: string, desk: PostingDesk): Promise<void> {
    try {
      const next = await this.#ports.posting.attend(id, desk);
      if (desk.signal.aborted) return;
      if (this.#again.delete(id)) this.#set(id, this.#now());
      else if (next !== null) this.#set(id, next);
    } catch (error) {
      if (desk.signal.aborted) return;
      this.#ports.log.error({ err: error, digest: id }, 'a digest could not be attended to');
      this.#set(id, this.#now() + UNREADABLE_PAUSE);
    } finally {
      this.#attended.delete(id);
    }
  }

  #set(id: string, at: number): void {
    this.#agenda.set(id, at);
    this.#alarm.abort();
  }

  /** Until the next moment, at most a minute, or until there is something new. */
  async #sleep({ signal }: PostingDesk): Promise<void> {
    if (signal.aborted) return;
    const wait = (this.#agenda.next() ?? Infinity) - this.#now();
    const alarm = new AbortController();
    this.#alarm = alarm;
    try {
      await this.#ports.clock.sleep(Math.max(0, Math.min(LONGEST_SLEEP, wait)), alarm.signal);
    } catch (error) {
      if (!alarm.signal.aborted) throw error;
    }
  }

  #now(): number {
    return this.#ports.clock.now().getTime();
  }
}
