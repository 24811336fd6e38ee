import { pino } from 'pino';
import type { Log } from '../../src/log.ts';

/** A real log that keeps what it writes: warnings and errors, one message each. */
export interface RecordedLog {
  readonly log: Log;
  readonly messages: readonly string[];
}

export function recordLog(): RecordedLog {
  const messages: string[] = [];
  const write = (line: string): void => {
    const { msg } = JSON.parse(line) as { readonly msg: string };
    messages.push(msg);
  };
  return { log: pino({ level: 'warn', base: null }, { write }), messages };
}
