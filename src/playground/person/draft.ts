import { RefusedError } from './refused-error.ts';

/** Characters a person may post. */
const CONTENT_LENGTH = 2_000;

/** @throws {RefusedError} for what the message box does not send. */
export function checkDraft(content: string, files: readonly unknown[]): void {
  if (content.length > CONTENT_LENGTH) {
    throw new RefusedError(`Your message is too long: at most ${CONTENT_LENGTH} characters.`);
  }
  if (content === '' && files.length === 0) throw new RefusedError('Your message is empty.');
}
