import type { StoredRun } from '../../archive/database/digest-run-store.ts';
import { DigestError } from '../digest-error.ts';
import type { NowOutcome } from '../digests.ts';
import { localDate } from '../calendar/local-days.ts';
import { isEmpty, type Posting, type PostingDesk, type PostingPorts } from './posting.ts';
import { askedRunId } from './run-id.ts';
import type { DigestSchedule, PostProblem } from '../schedule.ts';

export interface PostRequest {
  readonly guildId: string;
  /** Of the digest. */
  readonly id: string;
  readonly key: string;
  /** Until the messages go out. */
  readonly signal?: AbortSignal | undefined;
}

/** Posts by hand: what the day's digest would hold, or the rest of what is stuck. */
export class PostNow {
  readonly #ports: PostingPorts;
  readonly #posting: Posting;

  constructor(ports: PostingPorts, posting: Posting) {
    this.#ports = ports;
    this.#posting = posting;
  }

  /** @throws {DigestError} */
  async post(request: PostRequest, desk: PostingDesk): Promise<NowOutcome> {
    const { queues } = this.#ports;
    try {
      return await queues.run(request.guildId, () => this.#post(request, desk));
    } catch (error) {
      if (desk.signal.aborted) throw notConnected();
      throw error;
    }
  }

  async #post({ guildId, id, key, signal }: PostRequest, desk: PostingDesk): Promise<NowOutcome> {
    desk.signal.throwIfAborted();
    signal?.throwIfAborted();
    const schedule = this.#ports.schedules.require(guildId, id);
    const runId = askedRunId(id, key);
    const known = this.#ports.database.digestRuns.get(runId) ?? this.#unfinished(schedule);
    if (known !== null) return this.#deliver(known.id, desk);
    const date = localDate(schedule.zone, this.#ports.clock.now().getTime());
    const until = signal ? AbortSignal.any([signal, desk.signal]) : desk.signal;
    const made = await this.#posting.make(schedule, { date, firstDate: date }, until);
    // It may have been removed meanwhile.
    this.#ports.schedules.require(guildId, id);
    if (isEmpty(made.digest, schedule)) return { outcome: 'empty' };
    this.#posting.record(schedule, { id: runId, date: null, firstDate: date }, made, desk.poster);
    return this.#deliver(runId, desk);
  }

  /** What is stuck comes first. Of a paused digest only the rest of what is in the channel: the remainder is made anew. */
  #unfinished(schedule: DigestSchedule): StoredRun | null {
    const { runs } = this.#ports;
    for (const run of runs.openOf(schedule)) {
      if (schedule.pause === null || runs.hasBegun(run)) return run;
      runs.merge(run);
    }
    return null;
  }

  async #deliver(runId: string, { poster, signal }: PostingDesk): Promise<NowOutcome> {
    const { delivery } = this.#posting;
    for (;;) {
      const delivered = await delivery.deliver(runId, poster, signal, { evenPaused: true });
      if (delivered.outcome === 'failed') throw this.#failure(runId, delivered.problem);
      if (delivered.outcome !== 'again') return this.#posted(runId);
    }
  }

  #posted(runId: string): NowOutcome {
    const message = this.#ports.database.digestParts.of(runId)[0]?.message;
    if (!message) throw new DigestError('not-found', 'This digest was removed meanwhile.');
    return { outcome: 'posted', ...message };
  }

  /** What was not posted at all is forgotten: whoever asked is told, and can ask again. */
  #failure(runId: string, problem: PostProblem): DigestError {
    const { database, runs } = this.#ports;
    const run = database.digestRuns.get(runId);
    if (run?.date === null && !runs.hasBegun(run)) database.digestRuns.delete(runId);
    return new DigestError('not-posted', `It could not be posted: ${problem.kind}.`, { problem });
  }
}

export function notConnected(): DigestError {
  return new DigestError('not-connected', 'The bot is not connected to Discord.');
}
