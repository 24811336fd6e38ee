import { UserError } from '../errors.ts';

/** What is wrong with something done to an article or an ingest; the Discord side says it in the caller's language. */
export type ArticleProblem =
  /** No such article here. */
  | 'not-found'
  /** It is shared by all, and no guild's to change. */
  | 'not-yours'
  | 'already-removed'
  | 'not-removed'
  /** The pending ingest is unknown, cancelled or expired. */
  | 'no-pending'
  | 'no-receipt'
  // Fields that make no article:
  | 'no-headline'
  | 'no-text'
  | 'bad-date'
  | 'bad-link'
  | 'bad-field';

export class ArticleError extends UserError {
  override name = 'ArticleError';
  readonly reason: ArticleProblem;

  constructor(reason: ArticleProblem, message: string) {
    super(message);
    this.reason = reason;
  }
}
