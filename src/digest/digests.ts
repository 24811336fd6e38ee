import type { Digest } from './digest.ts';
import type { DigestPoster } from './poster.ts';
import type { DigestSchedule, DigestSettings, LocalDate, PostProblem } from './schedule.ts';

/** All digests of all guilds: what is scheduled, what was posted, and the one timer that posts. */
export interface Digests {
  /**
   * Posts what is due, from now on, until `signal` aborts; resolves when what was being posted then has come to a safe
   * point. At most one runs at a time.
   */
  run(poster: DigestPoster, signal: AbortSignal): Promise<void>;
  /** Oldest first. */
  list(guildId: string): readonly DigestView[];
  get(guildId: string, id: string): DigestView | null;
  /** When the first of the guild's digests falls due after now; null when none will. Cheaper than `list`. */
  nextDue(guildId: string): Date | null;
  /** @throws {DigestError} */
  add(guildId: string, settings: DigestSettings, by: string): DigestView;
  /** What it would post now. @throws {DigestError} */
  preview(guildId: string, id: string, signal?: AbortSignal): Promise<Digest>;
  /**
   * Posts at once what is new; the day's digest comes nevertheless, with what is new after that. The same `key` again
   * posts nothing again.
   * @param key of the request: an interaction's id.
   * @throws {DigestError} `not-connected` before `run`, `not-posted` when Discord refuses.
   */
  postNow(guildId: string, id: string, key: string, signal?: AbortSignal): Promise<NowOutcome>;
  /** @throws {DigestError} */
  pause(guildId: string, id: string): DigestView;
  /** What was due meanwhile is not made up for; its articles come with the next one. @throws {DigestError} */
  resume(guildId: string, id: string): DigestView;
  /** Its posts stay, with their buttons. @throws {DigestError} */
  remove(guildId: string, id: string): DigestView;
  /** Leaves out exactly these sections from now on. @throws {DigestError} */
  mute(guildId: string, id: string, sections: readonly string[]): DigestView;
  /** A digest that was posted; null for an unknown one, one of another guild, or one that is kept no longer. */
  posted(guildId: string, runId: string): PostedDigest | null;
  /** Deletes everything of a guild. */
  eraseGuild(guildId: string): Promise<void>;
  /** Deletes what is kept no longer: posts older than answers are kept, and than a month. To be called once a day. */
  sweep(): Promise<void>;
}

export interface DigestView {
  readonly schedule: DigestSchedule;
  /** Null while it is paused. */
  readonly nextAt: Date | null;
  /** The latest day that is done, posts by hand not counted; null before the first. */
  readonly last: DigestRunView | null;
  /** A post that failed and will be tried again. */
  readonly trouble: { readonly problem: PostProblem; readonly nextTryAt: Date } | null;
}

export interface DigestRunView {
  readonly date: LocalDate;
  /** `empty`: nothing was new, and nothing was to be posted. `merged`: posted with a later day's. */
  readonly outcome: 'posted' | 'empty' | 'skipped' | 'merged';
  /** Of its first message. */
  readonly message: { readonly channelId: string; readonly messageId: string } | null;
}

export type NowOutcome =
  | { readonly outcome: 'posted'; readonly channelId: string; readonly messageId: string }
  /** Nothing is new, and the digest says nothing then. */
  | { readonly outcome: 'empty' };

export interface PostedDigest {
  readonly runId: string;
  /** Of the schedule, which may have been removed since. */
  readonly digestId: string;
  /** Of its articles, in the order shown; those that are still there. */
  readonly articleIds: readonly string[];
  /** As shown, without null. */
  readonly sections: readonly string[];
}
