/** What the person's client does not send. The message is a sentence for the person. */
export class RefusedError extends Error {
  override name = 'RefusedError';
}
