import type { ArchiveDatabase } from '../../archive/database/database.ts';
import type { StoredPart } from '../../archive/database/digest-part-store.ts';
import type { StoredRun } from '../../archive/database/digest-run-store.ts';
import type { Clock } from '../../clock.ts';
import { nextTurn } from '../../event-loop.ts';
import type { Log } from '../../log.ts';
import { PostError, type DigestPoster, type PartToSend, type SentPart } from '../poster.ts';
import { DISCORD_TROUBLE } from './retries.ts';
import type { RunBook } from './run-book.ts';
import { nonceOf } from './run-id.ts';
import type { PostProblem } from '../schedule.ts';
import type { ScheduleBook } from '../schedules/schedule-book.ts';
import { unlessAborted } from '../../unless-aborted.ts';

export interface DeliveryPorts {
  readonly database: ArchiveDatabase;
  readonly clock: Clock;
  readonly log: Log;
  readonly schedules: ScheduleBook;
  readonly runs: RunBook;
}

/**
 * `again`: what was uncertain is known now. `stopped`: it is paused, removed or done. `failed`: it is tried again later, or
 * was given up.
 */
export type Delivered =
  | { readonly outcome: 'posted' | 'again' | 'stopped' }
  | { readonly outcome: 'failed'; readonly problem: PostProblem };

/** Brings the messages of a run to the channel, each of them once, from where it stopped. */
export class Delivery {
  readonly #ports: DeliveryPorts;

  constructor(ports: DeliveryPorts) {
    this.#ports = ports;
  }

  /**
   * Goes on until all is posted or something is in the way. Whenever it ends, by `signal` too, the database knows what
   * was posted and what may have been.
   * @param evenPaused since somebody asks for it.
   */
  async deliver(
    runId: string,
    poster: DigestPoster,
    signal: AbortSignal,
    { evenPaused = false }: { readonly evenPaused?: boolean } = {},
  ): Promise<Delivered> {
    for (;;) {
      // Discord answers many at once; each writes to the disk in a turn of its own.
      await nextTurn();
      signal.throwIfAborted();
      const run = this.#openRun(runId, evenPaused);
      if (run === null) return { outcome: 'stopped' };
      const parts = this.#ports.database.digestParts.of(runId);
      const part = parts.find(({ state }) => state !== 'sent');
      try {
        if (part === undefined) {
          await this.#finish(run, parts, poster, signal);
          return { outcome: 'posted' };
        }
        const toSend = partToSend(run, part, parts);
        if (part.state === 'planned') {
          await this.#send(run, toSend, poster, signal);
        } else if (!(await this.#lookFor(run, part, toSend, poster, signal))) {
          return { outcome: 'again' };
        }
      } catch (error) {
        signal.throwIfAborted();
        return this.#fail(run, part ?? null, error, poster, signal);
      }
    }
  }

  /** Null when it is not to be gone on with. */
  #openRun(runId: string, evenPaused: boolean): StoredRun | null {
    const { database, schedules } = this.#ports;
    const run = database.digestRuns.get(runId);
    if (run?.state !== 'open') return null;
    const schedule = schedules.get(run.digest);
    if (schedule === null) return null;
    return schedule.pause === null || evenPaused ? run : null;
  }

  async #send(
    run: StoredRun,
    part: PartToSend,
    poster: DigestPoster,
    signal: AbortSignal,
  ): Promise<void> {
    const { database, clock } = this.#ports;
    database.digestParts.setSending(run.id, part.at, clock.now().toISOString());
    this.#step('sending', run, part.at);
    const sent = await unlessAborted(poster.send(part, signal), signal);
    await nextTurn();
    this.#setSent(run, part.at, sent);
  }

  /** @returns false when it is certainly not there, so that it can be sent. */
  async #lookFor(
    run: StoredRun,
    { at, sendingAt }: StoredPart,
    part: PartToSend,
    poster: DigestPoster,
    signal: AbortSignal,
  ): Promise<boolean> {
    const since = new Date(sendingAt ?? run.createdAt);
    const found = await unlessAborted(poster.find(part, since, signal), signal);
    if (found === null) this.#ports.database.digestParts.setPlanned(run.id, at);
    else this.#setSent(run, at, found);
    return found !== null;
  }

  #setSent(run: StoredRun, at: number, sent: SentPart): void {
    const { database, runs } = this.#ports;
    database.transaction(() => {
      database.digestParts.setSent(run.id, at, sent);
      runs.recover(run);
    });
    this.#step('sent', run, at);
  }

  async #finish(
    run: StoredRun,
    parts: readonly StoredPart[],
    poster: DigestPoster,
    signal: AbortSignal,
  ): Promise<void> {
    const { schedules, runs, log } = this.#ports;
    if (schedules.get(run.digest)?.publish === true) {
      this.#step('publishing', run);
      // A thread's messages cannot be published.
      const published = messagesOf(parts).filter(({ channelId }) => channelId === run.channel);
      for (const message of published) {
        await unlessAborted(poster.publish(message, signal), signal);
      }
    }
    runs.finish(run);
    this.#step('posted', run);
    const { guild, digest, date } = run;
    log.info({ guild, digest, run: run.id, date, messages: parts.length }, 'digest posted');
  }

  /** @param part that could not be posted; null when it was the publishing. */
  async #fail(
    run: StoredRun,
    part: StoredPart | null,
    error: unknown,
    poster: DigestPoster,
    signal: AbortSignal,
  ): Promise<Delivered> {
    const { database, schedules, runs, log } = this.#ports;
    const { problem, uncertain } = failureOf(error);
    const { guild, digest } = run;
    const giveUp = database.transaction(() => {
      if (part?.state === 'planned' && !uncertain) database.digestParts.setPlanned(run.id, part.at);
      const mayRetry = runs.fail(run, problem) !== null;
      if (!mayRetry && schedules.get(digest)?.pause === null) {
        schedules.pauseFailed(digest, problem);
        return true;
      }
      return false;
    });
    const level = error instanceof PostError ? 'warn' : 'error';
    log[level]({ err: error, guild, digest, run: run.id, problem }, 'digest not posted');
    if (giveUp) await this.#tellPaused(digest, poster, signal);
    return { outcome: 'failed', problem };
  }

  async #tellPaused(digest: string, poster: DigestPoster, signal: AbortSignal): Promise<void> {
    const schedule = this.#ports.schedules.get(digest);
    if (schedule === null) return;
    const { guildId, pause } = schedule;
    this.#ports.log.warn({ guild: guildId, digest, problem: pause?.problem }, 'digest paused');
    await unlessAborted(poster.tellPaused(schedule), signal);
  }

  #step(step: string, { digest, id, date }: StoredRun, part?: number): void {
    this.#ports.log.debug({ step, digest, run: id, date, part }, `digest ${step}`);
  }
}

function partToSend(
  { id, channel }: StoredRun,
  { at, body }: StoredPart,
  parts: readonly StoredPart[],
): PartToSend {
  if (body === null) throw new Error(`Part ${at} of the digest run ${id} has no body.`);
  return {
    runId: id,
    at,
    body,
    nonce: nonceOf(id, at),
    channelId: channel,
    previous: messagesOf(parts.filter((other) => other.at < at)),
  };
}

function messagesOf(parts: readonly StoredPart[]): SentPart[] {
  return parts.map(({ message }) => message).filter((message) => message !== null);
}

/** What is no PostError nobody has foreseen: the message may be there. */
function failureOf(error: unknown): Pick<PostError, 'problem' | 'uncertain'> {
  return error instanceof PostError ? error : { problem: DISCORD_TROUBLE, uncertain: true };
}
