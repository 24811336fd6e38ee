/** What was saved cannot be used: it is damaged, something else, or of a newer version. */
export class SavedStateError extends Error {
  override name = 'SavedStateError';
  readonly expected: string;
  readonly found: string;

  constructor(expected: string, found: string, options?: ErrorOptions) {
    super(`The saved state cannot be used: expected ${expected}, found ${found}.`, options);
    this.expected = expected;
    this.found = found;
  }
}
