import { print, type Terminal } from './terminal.ts';

/**
 * One JSON value on one line of standard output. The values stay verbatim; control characters that JSON would allow raw
 * are written as escapes, so that nothing in an article can reach the terminal as a command.
 */
export function printJson(terminal: Terminal, value: unknown): Promise<void> {
  return print(terminal.stdout, `${toJson(value)}\n`);
}

export function toJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
