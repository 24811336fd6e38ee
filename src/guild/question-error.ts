import { UserError } from '../errors.ts';

/** What is wrong with a question; the Discord side says it in the caller's language. */
export type QuestionProblem =
  | 'empty'
  | 'too-long'
  | 'bad-date'
  | 'no-such-section'
  | 'empty-range'
  /** Unknown, of another guild, or kept no longer. */
  | 'no-such-digest';

/** A question, or one of its filters, that cannot be. */
export class QuestionError extends UserError {
  override name = 'QuestionError';
  readonly reason: QuestionProblem;
  /** What was given and is wrong: the date, the section, the digest, the question. Of an empty range both dates, `after – before`. */
  readonly value: string;
  /** Sections there are, most articles first; empty for another problem. */
  readonly known: readonly string[];

  constructor(
    reason: QuestionProblem,
    message: string,
    value: string,
    known: readonly string[] = [],
  ) {
    super(message);
    this.reason = reason;
    this.value = value;
    this.known = known;
  }
}
