import type { ArchiveDatabase } from '../archive/database/database.ts';
import type { Library } from '../archive/library.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Embedder } from '../embedding/embedder.ts';
import type { Log } from '../log.ts';
import type { BuildDigest } from './build.ts';
import { DailyJob } from './posting/daily-job.ts';
import type { Digest } from './digest.ts';
import type { Digests, DigestView, NowOutcome } from './digests.ts';
import type { DigestSchedule } from './schedule.ts';
import { GuildQueues } from './posting/guild-queues.ts';
import { localDate } from './calendar/local-days.ts';
import { nextDueAt } from './calendar/plan.ts';
import { notConnected, PostNow } from './posting/post-now.ts';
import { erasePosted, postedDigest, sweepPosted } from './schedules/posted-digests.ts';
import { Posting } from './posting/posting.ts';
import { RunBook } from './posting/run-book.ts';
import { ScheduleBook } from './schedules/schedule-book.ts';
import { viewOf } from './schedules/views.ts';

export interface DigestsPorts {
  readonly database: ArchiveDatabase;
  readonly library: Library;
  /** For the length of topics. */
  readonly embedder: Embedder;
  readonly build: BuildDigest;
  readonly clock: Clock;
  readonly log: Log;
  readonly config: Config;
}

export function openDigests(ports: DigestsPorts): Digests {
  const { database, clock, build } = ports;
  const schedules = new ScheduleBook(ports);
  const runs = new RunBook(ports);
  const own = { ...ports, schedules, runs, queues: new GuildQueues() };
  const posting = new Posting(own);
  const postNow = new PostNow(own, posting);
  const job = new DailyJob({ ...own, posting });
  const asView = (schedule: DigestSchedule): DigestView => viewOf(schedule, { ...own, posting });
  const view = (guildId: string, id: string): DigestView => asView(schedules.require(guildId, id));

  const preview = async (guildId: string, id: string, signal?: AbortSignal): Promise<Digest> => {
    const schedule = schedules.require(guildId, id);
    const date = localDate(schedule.zone, clock.now().getTime());
    const untilKey = database.news.highestKey();
    return build({ schedule, untilKey, date, firstDate: date, ...(signal ? { signal } : {}) });
  };

  const askedNow = async (
    guildId: string,
    id: string,
    key: string,
    signal?: AbortSignal,
  ): Promise<NowOutcome> => {
    schedules.require(guildId, id);
    if (job.desk === null) throw notConnected();
    try {
      return await postNow.post({ guildId, id, key, signal }, job.desk);
    } finally {
      // What was begun and failed is tried again.
      job.look(id);
    }
  };

  return {
    run: (poster, signal) => job.run(poster, signal),
    list: (guildId) => schedules.list(guildId).map(asView),
    get: (guildId, id) => {
      const schedule = schedules.find(guildId, id);
      return schedule && asView(schedule);
    },
    nextDue: (guildId) => {
      const now = clock.now().getTime();
      const moments = schedules
        .list(guildId)
        .filter(({ pause }) => pause === null)
        .map((schedule) => nextDueAt(schedule, now));
      return moments.length === 0 ? null : new Date(Math.min(...moments));
    },
    add: (guildId, settings, by) => {
      const { id } = schedules.add(guildId, settings, by);
      job.look(id);
      return view(guildId, id);
    },
    preview,
    postNow: askedNow,
    pause: (guildId, id) => {
      schedules.pause(guildId, id);
      return view(guildId, id);
    },
    resume: (guildId, id) => {
      const schedule = schedules.require(guildId, id);
      database.transaction(() => {
        schedules.resume(schedule);
        runs.takeUp(id);
      });
      job.look(id);
      return view(guildId, id);
    },
    remove: (guildId, id) => {
      const removed = view(guildId, id);
      database.transaction(() => {
        runs.abandon(id);
        database.digests.delete(id);
      });
      return removed;
    },
    mute: (guildId, id, sections) => {
      schedules.mute(guildId, id, sections);
      return view(guildId, id);
    },
    posted: (guildId, runId) => postedDigest(guildId, runId, own),
    eraseGuild: (guildId) => erasePosted(guildId, own),
    sweep: () => sweepPosted(own),
  };
}
