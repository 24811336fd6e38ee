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

/** A vector stored as the bytes of its numbers (`bytesOfVector`). */
export function vectorIn(row: Row, column: string): Float32Array {
  const value = row[column];
  if (!(value instanceof ArrayBuffer)) throw unexpected(column, 'bytes', value);
  return new Float32Array(value);
}

export function bytesOfVector({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function unexpected(column: string, expected: string, value: unknown): Error {
  return new Error(`Expected ${expected} in column ${column}, found ${typeof value}.`);
}
