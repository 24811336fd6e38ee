import { UserError } from '../errors.ts';

/** A failure the caller can mend, already put into the caller's language: the message is Discord markdown, ready to be sent. */
export class WordedError extends UserError {
  override name = 'WordedError';
}
