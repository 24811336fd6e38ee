import type { Digest } from './digest.ts';
import type { DigestSchedule, PostProblem } from './schedule.ts';

/** Where digests are posted. */
export interface DigestPoster {
  /** The bodies of its messages as JSON, in order, at least one. */
  render(digest: Digest, run: RunFacts): readonly string[];
  /**
   * Sends one message, or finds that Discord took it already. Tries once: whoever calls tries again.
   * @throws {PostError}
   */
  send(part: PartToSend, signal?: AbortSignal): Promise<SentPart>;
  /**
   * Looks for a message whose sending has an unknown outcome; null when it is certainly not there.
   * @param since when it may have been sent first.
   * @throws {PostError} when that cannot be seen now.
   */
  find(part: PartToSend, since: Date, signal?: AbortSignal): Promise<SentPart | null>;
  /** Hands a message of an announcement channel on to its followers, if that has not happened. @throws {PostError} */
  publish(part: SentPart, signal?: AbortSignal): Promise<void>;
  /** Says in the guild, where it still can be said, that a digest was paused and why. Never throws. */
  tellPaused(schedule: DigestSchedule): Promise<void>;
}

/** What the messages of a digest need to know of its post. */
export interface RunFacts {
  /** 12 characters of base32; stands in the buttons. */
  readonly runId: string;
  readonly schedule: DigestSchedule;
}

export interface PartToSend {
  readonly runId: string;
  /** 0 for the first. */
  readonly at: number;
  /** As `render` gave it. */
  readonly body: string;
  /** At most 25 characters, the same whenever this part is sent. */
  readonly nonce: string;
  /** The schedule's channel; of a thread, forum or announcement channel, too. */
  readonly channelId: string;
  /** The parts before it, in order. */
  readonly previous: readonly SentPart[];
}

export interface SentPart {
  /** Where it stands, which for a later part may be a thread. */
  readonly channelId: string;
  readonly messageId: string;
}

/** A message was not posted, or nobody knows. */
export class PostError extends Error {
  override name = 'PostError';
  readonly problem: PostProblem;
  /** May the message have been posted nevertheless? False when Discord refused it. */
  readonly uncertain: boolean;

  constructor(problem: PostProblem, uncertain: boolean, options?: ErrorOptions) {
    super(
      `The digest could not be posted: ${problem.kind} ${problem.permissions.join(', ')}`,
      options,
    );
    this.problem = problem;
    this.uncertain = uncertain;
  }
}
