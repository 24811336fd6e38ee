import type { Readable, Writable } from 'node:stream';
import { isatty } from 'node:tty';
import { styleText } from 'node:util';

/** What a command can see of the terminal it runs in; nothing else of this program reads or writes one. */
export interface Terminal {
  readonly stdin: Readable;
  /** Answers and reports. */
  readonly stdout: Writable;
  /** Progress, remarks and errors. */
  readonly stderr: Writable;
  readonly inputIsTerminal: boolean;
  readonly outputIsTerminal: boolean;
  /** Progress bars are drawn only where this is true. */
  readonly errorIsTerminal: boolean;
  /** Width of `stdout` in cells; 80 where it is no terminal. */
  readonly columns: number;
  /** May `stdout` be coloured? */
  readonly colours: boolean;
  /** Calls `listener` on the next Ctrl-C instead of ending the process; a second Ctrl-C ends it. Answers how to undo. */
  onInterrupt(listener: () => void): () => void;
}

/** Whoever read our output has gone (`| head`). Nothing is wrong; there is only nobody left to print for. */
export class OutputClosedError extends Error {
  override name = 'OutputClosedError';
}

/**
 * Writes `text`, and waits until the reader has taken it.
 * @throws {OutputClosedError} when there is no reader any more.
 */
export function print(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error) reject(isClosed(error) ? new OutputClosedError() : error);
      else resolve();
    });
  });
}

function isClosed(error: Error): boolean {
  return 'code' in error && CLOSED.includes(String(error.code));
}

const CLOSED = ['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED'];
const DEFAULT_COLUMNS = 80;

/** The terminal this process was started in. */
export function systemTerminal(): Terminal {
  const { stdin, stdout, stderr } = process;
  // `print` hears of it through its callback; without a listener the event would end the process with a trace.
  stdout.on('error', () => undefined);
  stderr.on('error', () => undefined);
  return {
    stdin,
    stdout,
    stderr,
    inputIsTerminal: isatty(0),
    outputIsTerminal: isatty(1),
    errorIsTerminal: isatty(2),
    get columns() {
      return isatty(1) ? stdout.columns || DEFAULT_COLUMNS : DEFAULT_COLUMNS;
    },
    // Node styles nothing where the stream is no terminal or NO_COLOR or TERM=dumb says so, and FORCE_COLOR overrules.
    colours: styleText('bold', '.', { stream: stdout }) !== '.',
    onInterrupt: (listener) => {
      process.once('SIGINT', listener);
      return () => process.off('SIGINT', listener);
    },
  };
}
