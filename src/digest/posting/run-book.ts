import type { ArchiveDatabase } from '../../archive/database/database.ts';
import type { StoredRun } from '../../archive/database/digest-run-store.ts';
import type { Clock } from '../../clock.ts';
import type { Digest } from '../digest.ts';
import { earliestToday, localDate } from '../calendar/local-days.ts';
import type { HandledDays } from '../calendar/plan.ts';
import { pauseAfter, troubleAfter, type Trouble } from './retries.ts';
import { datedRunId } from './run-id.ts';
import type { DigestSchedule, LocalDate, PostProblem } from '../schedule.ts';
import { decodeProblem, encodeProblem, encodeSections } from '../schedules/stored-schedule.ts';

/** A date that is handled, or a post by hand. */
export interface RunName {
  readonly id: string;
  /** Null for a post by hand. */
  readonly date: LocalDate | null;
  readonly firstDate: LocalDate;
}

export interface DatedRun {
  readonly date: LocalDate;
  readonly firstDate: LocalDate;
}

/** What was posted and what is being posted, as the database has it. */
export class RunBook {
  readonly #database: ArchiveDatabase;
  readonly #clock: Clock;

  constructor({ database, clock }: { readonly database: ArchiveDatabase; readonly clock: Clock }) {
    this.#database = database;
    this.#clock = clock;
  }

  /** May some of it have been posted? Then the rest has to follow. */
  hasBegun({ id }: StoredRun): boolean {
    return this.#database.digestParts.of(id).some(({ state }) => state !== 'planned');
  }

  /** Oldest first; of a date at most one. */
  openOf({ id }: Pick<DigestSchedule, 'id'>): readonly StoredRun[] {
    return this.#database.digestRuns.openOf(id);
  }

  /** Dates that are done or being done. */
  handled({ id, zone }: Pick<DigestSchedule, 'id' | 'zone'>): HandledDays {
    const now = this.#clock.now().getTime();
    const dates = this.#database.digestRuns.dates(id, earliestToday(now));
    const today = localDate(zone, now);
    return {
      last: dates.filter((date) => date <= today).at(-1) ?? null,
      ahead: dates.filter((date) => date > today),
    };
  }

  /** The first date that a post covers: merged ones before it are part of it. */
  firstDate({ id }: DigestSchedule, { date, firstDate }: DatedRun): LocalDate {
    const merged = this.#database.digestRuns.mergedFrom(id, date);
    return merged !== null && merged < firstDate ? merged : firstDate;
  }

  /** A digest with its messages: it is going to be posted, unless it is already. @param untilKey it holds articles up to this key. */
  open(
    schedule: DigestSchedule,
    name: RunName,
    {
      digest,
      untilKey,
      bodies,
    }: {
      readonly digest: Digest;
      readonly untilKey: number;
      readonly bodies: readonly string[];
    },
  ): void {
    const sections = digest.sections.map(({ section }) => section).filter((name) => name !== null);
    const entries = digest.sections.flatMap((section) => section.entries);
    const articles = [
      ...entries.map(({ article }) => article.id),
      ...entries.flatMap(({ alsoIn }) => alsoIn.map(({ id }) => id)),
    ];
    this.#database.transaction(() => {
      if (this.#database.digestRuns.get(name.id) !== null) return;
      this.#insert(schedule, name, 'open', untilKey, { sections, articles });
      this.#database.digestParts.insert(name.id, bodies);
    });
  }

  /** A date that is done without a post. @param untilKey articles up to this key are no news from now on. */
  close(
    schedule: DigestSchedule,
    { date, firstDate }: DatedRun,
    state: 'empty' | 'skipped',
    untilKey: number,
  ): void {
    const id = datedRunId(schedule.id, date);
    this.#database.transaction(() => {
      if (this.#database.digestRuns.get(id) !== null) return;
      this.#insert(schedule, { id, date, firstDate }, state, untilKey);
      this.#database.digests.raiseSeenKey(schedule.id, untilKey);
    });
  }

  /** Nothing of it was posted, and the next date is due, which holds its articles too. */
  merge(run: StoredRun): void {
    this.#database.transaction(() => {
      this.#merge(run);
    });
  }

  /**
   * After a pause: what was begun goes on at once, the next date holds the articles of what was not. Part of a transaction.
   */
  takeUp(digestId: string): void {
    for (const run of this.#database.digestRuns.openOf(digestId)) {
      if (this.hasBegun(run)) this.recover(run);
      else this.#merge(run);
    }
  }

  /** All of it is posted. */
  finish({ id, digest, untilKey }: StoredRun): void {
    this.#database.transaction(() => {
      this.#database.digestRuns.setState(id, 'posted');
      this.#database.digests.raiseSeenKey(digest, untilKey);
      this.#database.digestParts.dropBodies(id);
    });
  }

  /** The digest goes: what may stand in the channel keeps its buttons, the rest is forgotten. Part of a transaction. */
  abandon(digestId: string): void {
    const { digestRuns, digestParts } = this.#database;
    for (const run of digestRuns.openOf(digestId)) {
      if (this.hasBegun(run)) {
        digestRuns.setState(run.id, 'posted');
        digestParts.dropBodies(run.id);
      } else {
        digestRuns.delete(run.id);
      }
    }
  }

  /** @returns milliseconds until the next try; null when there is to be none. */
  fail(run: StoredRun, problem: PostProblem): number | null {
    const trouble = troubleAfter(troubleOf(run), problem);
    const pause = pauseAfter(trouble);
    const nextTryAt = new Date(this.#clock.now().getTime() + (pause ?? 0)).toISOString();
    const stored = encodeProblem(problem);
    this.#database.digestRuns.setTrouble(run.id, trouble.failures, nextTryAt, stored);
    return pause;
  }

  /** The trouble is over. */
  recover({ id }: StoredRun): void {
    this.#database.digestRuns.setTrouble(id, 0, null, null);
  }

  #merge({ id, date }: StoredRun): void {
    const { digestRuns, digestParts } = this.#database;
    if (date === null) {
      digestRuns.delete(id);
      return;
    }
    digestRuns.setState(id, 'merged');
    digestRuns.forgetArticles(id);
    digestParts.delete(id);
  }

  #insert(
    schedule: DigestSchedule,
    name: RunName,
    state: StoredRun['state'],
    untilKey: number,
    {
      sections = [],
      articles = [],
    }: { readonly sections?: readonly string[]; readonly articles?: readonly string[] } = {},
  ): void {
    const { id, guildId, channelId } = schedule;
    this.#database.digestRuns.insert(
      {
        ...name,
        digest: id,
        guild: guildId,
        channel: channelId,
        state,
        createdAt: this.#clock.now().toISOString(),
        untilKey,
        sections: encodeSections(sections),
      },
      articles,
    );
  }
}

export function troubleOf({ failures, problem }: StoredRun): Trouble | null {
  return problem === null ? null : { failures, problem: decodeProblem(problem) };
}
