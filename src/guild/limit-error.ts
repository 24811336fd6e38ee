import { UserError } from '../errors.ts';

/** Which limit was reached; the Discord side says it in the caller's language. */
export type Limit =
  | 'user-questions'
  | 'guild-questions'
  | 'user-ingests'
  | 'guild-ingests'
  | 'guild-articles'
  | 'guild-bytes'
  | 'article-size';

/** A configurable limit was reached. */
export class LimitError extends UserError {
  override name = 'LimitError';
  readonly limit: Limit;
  /** Allowed: a count, bytes, or characters. */
  readonly allowed: number;
  /** Milliseconds until it is worth trying again; null when waiting does not help. */
  readonly retryAfterMs: number | null;

  constructor(limit: Limit, message: string, allowed: number, retryAfterMs: number | null) {
    super(message);
    this.limit = limit;
    this.allowed = allowed;
    this.retryAfterMs = retryAfterMs;
  }
}
