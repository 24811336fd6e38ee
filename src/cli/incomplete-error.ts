/** A command did not fully succeed and has already said so: exit code 1, and nothing more to print. */
export class IncompleteError extends Error {
  override name = 'IncompleteError';
}
