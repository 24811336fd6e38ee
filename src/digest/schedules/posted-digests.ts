import type { ArchiveDatabase } from '../../archive/database/database.ts';
import { MS_PER_DAY, type Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import { untilNoneLeft } from '../../event-loop.ts';
import { earliestToday } from '../calendar/local-days.ts';
import type { PostedDigest } from '../digests.ts';
import type { RunBook } from '../posting/run-book.ts';
import { decodeSections } from './stored-schedule.ts';

export interface PostedPorts {
  readonly database: ArchiveDatabase;
  readonly clock: Clock;
  readonly config: Pick<Config, 'ANSWER_RETENTION_DAYS'>;
  readonly runs: RunBook;
}

/** What was posted is remembered so many days, even where answers are not: no article comes twice within a month. */
const LEAST_DAYS_KEPT = 35;
/** Rows deleted at a time; the event loop goes on in between. */
const DELETED_AT_ONCE = 100;

export function postedDigest(
  guildId: string,
  runId: string,
  { database, runs, ...ports }: PostedPorts,
): PostedDigest | null {
  const run = database.digestRuns.get(runId);
  if (run?.guild !== guildId || run.createdAt <= keptUntil(ports)) return null;
  const isThere = run.state === 'posted' || (run.state === 'open' && runs.hasBegun(run));
  if (!isThere) return null;
  return {
    runId,
    digestId: run.digest,
    articleIds: [...new Set(database.digestRuns.articleIds(runId))],
    sections: decodeSections(run.sections),
  };
}

/** Deletes what is kept no longer. */
export async function sweepPosted({ database, ...ports }: PostedPorts): Promise<void> {
  const date = earliestToday(ports.clock.now().getTime());
  const until = keptUntil(ports);
  await untilNoneLeft(() => database.digestRuns.deleteUntil(until, date, DELETED_AT_ONCE));
}

/** Deletes everything of a guild; its digests at once. */
export async function erasePosted(guildId: string, { database }: PostedPorts): Promise<void> {
  database.digests.deleteOf(guildId);
  await untilNoneLeft(() => database.digestRuns.deleteOf(guildId, DELETED_AT_ONCE));
}

function keptUntil({ clock, config }: Pick<PostedPorts, 'clock' | 'config'>): string {
  const days = Math.max(config.ANSWER_RETENTION_DAYS, LEAST_DAYS_KEPT);
  return new Date(clock.now().getTime() - days * MS_PER_DAY).toISOString();
}
