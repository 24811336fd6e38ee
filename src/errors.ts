/**
 * A failure the person who caused it can mend. The message says what was wrong and what to do; it is shown as it is,
 * without a stack trace. Everything else that is thrown is a fault of ours and answered neutrally.
 */
export class UserError extends Error {
  override name = 'UserError';
}

/** The code of an error of the system or of SQLite, such as `ENOENT` or `SQLITE_BUSY`; '' for what has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
