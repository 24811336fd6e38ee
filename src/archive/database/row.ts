/** A result row by column name, as the database gave it. */
export type Row = Readonly<Record<string, unknown>>;

export function numberIn(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw unexpected(column, 'a number', value);
  return value;
}

export function textIn(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw unexpected(column, 'text', value);
  return value;
}

export function numberOrNullIn(row: Row, column: string): number | null {
  return row[column] === null ? null : numberIn(row, column);
}

export function textOrNullIn(row: Row, column: string): string | null {
  return row[column] === null ? null : textIn(row, column);
}

function unexpected(column: string, expected: string, value: unknown): Error {
  return new Error(`Expected ${expected} in column ${column}, found ${typeof value}.`);
}
