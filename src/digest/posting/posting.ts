import type { ArchiveDatabase } from '../../archive/database/database.ts';
import type { Clock } from '../../clock.ts';
import { createBreather, type Breather } from '../../event-loop.ts';
import type { Log } from '../../log.ts';
import type { BuildDigest } from '../build.ts';
import { BuildTroubles, type BuildTrouble } from './build-troubles.ts';
import { Delivery } from './delivery.ts';
import type { Digest } from '../digest.ts';
import type { GuildQueues } from './guild-queues.ts';
import { nextStep, type NextStep } from './next-step.ts';
import type { DigestPoster } from '../poster.ts';
import type { DatedRun, RunBook, RunName } from './run-book.ts';
import { datedRunId } from './run-id.ts';
import type { DigestSchedule } from '../schedule.ts';
import type { ScheduleBook } from '../schedules/schedule-book.ts';
import { Turnstile } from './turnstile.ts';
import { unlessAborted } from '../../unless-aborted.ts';

export interface PostingPorts {
  readonly database: ArchiveDatabase;
  readonly build: BuildDigest;
  readonly clock: Clock;
  readonly log: Log;
  readonly schedules: ScheduleBook;
  readonly runs: RunBook;
  readonly queues: GuildQueues;
}

/** Where posts go, and the end of it all. */
export interface PostingDesk {
  readonly poster: DigestPoster;
  readonly signal: AbortSignal;
}

/** Digests that are built at a time: it is computing, and more at once only make all of them late. */
const BUILT_AT_ONCE = 2;

/** Does what is to be done for a digest. Everything it knows is in the database: it can end anywhere and go on there. */
export class Posting {
  readonly delivery: Delivery;
  readonly #ports: PostingPorts;
  readonly #builds = new Turnstile(BUILT_AT_ONCE);
  readonly #troubles: BuildTroubles;
  /** Thousands may be due at once. */
  readonly #breather: Breather;

  constructor(ports: PostingPorts) {
    this.#ports = ports;
    this.delivery = new Delivery(ports);
    this.#troubles = new BuildTroubles(ports.clock);
    this.#breather = createBreather(ports.clock);
  }

  /** When a digest is to be attended to next, in milliseconds since 1970: now, if there is something to do. */
  nextMoment(schedule: DigestSchedule): number {
    const now = this.#now();
    const step = this.#nextStep(schedule, now);
    return step.kind === 'rest' ? step.until : now;
  }

  /** A post that could not be made ready and will be tried again. */
  troubleOf(id: string): BuildTrouble | null {
    return this.#troubles.of(id);
  }

  /**
   * Does everything that is to be done for a digest now. @returns when there is something to do next, in milliseconds since
   * 1970; null for a digest that is gone or paused.
   */
  async attend(id: string, desk: PostingDesk): Promise<number | null> {
    const guildId = this.#ports.schedules.get(id)?.guildId;
    if (guildId === undefined) return null;
    return this.#ports.queues.run(guildId, () => this.#work(id, desk));
  }

  async #work(id: string, desk: PostingDesk): Promise<number | null> {
    for (;;) {
      await this.#breather.breathe();
      desk.signal.throwIfAborted();
      const schedule = this.#ports.schedules.get(id);
      if (schedule?.pause !== null) return null;
      const step = this.#nextStep(schedule, this.#now());
      if (step.kind === 'rest') return step.until;
      try {
        await this.#take(step, schedule, desk);
        this.#troubles.clear(id);
      } catch (error) {
        desk.signal.throwIfAborted();
        this.#troubles.note(id);
        this.#ports.log.error({ err: error, digest: id }, 'a digest could not be made ready');
      }
    }
  }

  #nextStep(schedule: DigestSchedule, now: number): NextStep {
    const until = this.#troubles.of(schedule.id)?.nextTryAt ?? now;
    return until > now ? { kind: 'rest', until } : nextStep(schedule, this.#ports.runs, now);
  }

  async #take(
    step: Exclude<NextStep, { kind: 'rest' }>,
    schedule: DigestSchedule,
    desk: PostingDesk,
  ): Promise<void> {
    const { database, runs } = this.#ports;
    switch (step.kind) {
      case 'deliver':
        await this.delivery.deliver(step.run.id, desk.poster, desk.signal);
        return;
      case 'merge':
        runs.merge(step.run);
        return;
      case 'skip': {
        const at = new Date(step.dueAt).toISOString();
        const until = database.news.highestKeyUntil(at, schedule.seenKey);
        runs.close(schedule, step.due, 'skipped', until);
        return;
      }
      case 'post':
        await this.#post(schedule, step.due, desk);
    }
  }

  async #post(schedule: DigestSchedule, due: DatedRun, desk: PostingDesk): Promise<void> {
    const { log, schedules, runs } = this.#ports;
    const { id } = schedule;
    const name = { ...due, id: datedRunId(id, due.date) };
    const step = (step: string): void => {
      log.debug({ step, digest: id, run: name.id, date: due.date }, `digest ${step}`);
    };
    step('due');
    const made = await this.#builds.run(() => this.make(schedule, due, desk.signal));
    step('built');
    // It may have been paused or removed meanwhile.
    if (schedules.get(id)?.pause !== null) return;
    if (isEmpty(made.digest, schedule)) {
      runs.close(schedule, due, 'empty', made.untilKey);
    } else {
      this.record(schedule, name, made, desk.poster);
    }
    step('recorded');
  }

  /** Built from the archive as it is now. */
  async make(
    schedule: DigestSchedule,
    { date, firstDate }: DatedRun,
    signal: AbortSignal,
  ): Promise<MadeDigest> {
    const untilKey = this.#ports.database.news.highestKey();
    const request = { schedule, untilKey, date, firstDate, signal };
    const digest = await unlessAborted(this.#ports.build(request), signal);
    return { digest, untilKey };
  }

  record(schedule: DigestSchedule, name: RunName, made: MadeDigest, poster: DigestPoster): void {
    const bodies = poster.render(made.digest, { runId: name.id, schedule });
    this.#ports.runs.open(schedule, name, { ...made, bodies });
  }

  #now(): number {
    return this.#ports.clock.now().getTime();
  }
}

export interface MadeDigest {
  readonly digest: Digest;
  readonly untilKey: number;
}

/** Is there nothing to post? */
export function isEmpty({ articles }: Digest, { whenEmpty }: DigestSchedule): boolean {
  return articles === 0 && whenEmpty === 'skip';
}
