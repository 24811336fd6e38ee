import { UserError } from '../errors.ts';
import type { PostProblem } from './schedule.ts';

/** What is wrong with something asked of a digest; the Discord side says it in the caller's language. */
export type DigestRefusal =
  | 'not-found'
  /** The guild has as many as it may have. */
  | 'too-many'
  | 'no-such-section'
  | 'bad-time'
  | 'bad-zone'
  /** Empty, or longer than the model reads. */
  | 'bad-topic'
  | 'already-paused'
  | 'not-paused'
  /** The bot is not connected. */
  | 'not-connected'
  /** Discord refused the post, or failed; see `problem`. */
  | 'not-posted';

export class DigestError extends UserError {
  override name = 'DigestError';
  readonly reason: DigestRefusal;
  /** What was given, where a value is to blame. */
  readonly value: string | null;
  readonly problem: PostProblem | null;

  constructor(
    reason: DigestRefusal,
    message: string,
    {
      value = null,
      problem = null,
    }: { readonly value?: string | null; readonly problem?: PostProblem | null } = {},
  ) {
    super(message);
    this.reason = reason;
    this.value = value;
    this.problem = problem;
  }
}

/** A guild may have so many: what an autocompletion of Discord can offer. */
export const MOST_DIGESTS = 25;
