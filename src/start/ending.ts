import type { Terminal } from '../cli/terminal.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { EXIT, type ExitCode } from '../discord/exit-codes.ts';
import { StartError } from '../discord/start-error.ts';
import { UserError } from '../errors.ts';
import type { Log } from '../log.ts';
import { whenAborted } from './interruption.ts';

/** What every way of starting gets. */
export interface StartOptions {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly terminal: Terminal;
  /** Aborts when somebody wants it to end. */
  readonly interrupted: AbortSignal;
}

/** A stop that takes longer than its own limits allow ends here. Milliseconds. */
const LONGEST_STOP_MS = 15_000;

/** Sees to it that a process ends in time, whether it was asked to or cannot go on, and says why. */
export class Ending {
  /** Resolves with the exit code when closing has taken too long. */
  readonly overdue: Promise<ExitCode>;
  readonly #options: StartOptions;
  readonly #reported = new Set<unknown>();
  #resolveOverdue: (code: ExitCode) => void = () => undefined;

  constructor(options: StartOptions) {
    this.#options = options;
    this.overdue = new Promise((resolve) => (this.#resolveOverdue = resolve));
    void whenAborted(options.interrupted).then(() => this.#limit(EXIT.done));
  }

  /** It cannot go on; from now on things are being closed. */
  fail(error: unknown): void {
    void this.#limit(exitCodeOf(error));
  }

  /** Says what is wrong, of each error once. */
  report(error: unknown): void {
    if (this.#reported.has(error)) return;
    this.#reported.add(error);
    const { terminal, log } = this.#options;
    terminal.stderr.write(`${sentenceOf(error)}\n`);
    if (!(error instanceof UserError)) log.debug({ err: error }, 'the bot cannot go on');
  }

  async #limit(code: ExitCode): Promise<void> {
    await this.#options.clock.sleep(LONGEST_STOP_MS);
    this.#resolveOverdue(code);
  }
}

export function exitCodeOf(error: unknown): ExitCode {
  return error instanceof StartError ? error.exitCode : EXIT.failed;
}

export function sentenceOf(error: unknown): string {
  if (error instanceof StartError || error instanceof UserError) return error.message;
  return 'Something went wrong inside Archivist. Set LOG_LEVEL=debug to see the details.';
}
