import type { SingleBar } from 'cli-progress';
import type { Clock } from '../clock.ts';
import type { IngestProgress } from '../ingest/ingest.ts';
import { formatDuration } from './format.ts';
import type { Terminal } from './terminal.ts';

export interface ProgressState {
  readonly done: number;
  /** 0 where it is not known yet. */
  readonly total: number;
  /** Shown behind the numbers: `files, 120 passages/s`. */
  readonly note?: string;
}

export type ProgressEnd = 'done' | 'failed' | 'stopped';

/**
 * How far a long piece of work has come, on standard error: a bar with the time left on a terminal, elsewhere one line
 * `title … done`. The bar's package is loaded when the first bar is needed.
 */
export class Progress {
  readonly #terminal: Terminal;
  readonly #title: string;
  #bar: SingleBar | null = null;
  #state: ProgressState = { done: 0, total: 0 };
  #starting = false;
  #stopped = false;

  constructor(terminal: Terminal, title: string) {
    this.#terminal = terminal;
    this.#title = title;
    if (!terminal.errorIsTerminal) terminal.stderr.write(`${title} … `);
  }

  update(state: ProgressState): void {
    this.#state = state;
    if (this.#bar) {
      this.#bar.setTotal(state.total);
      this.#bar.update(state.done, { note: state.note ?? '' });
    } else if (this.#terminal.errorIsTerminal && !this.#starting) {
      this.#starting = true;
      void this.#startBar();
    }
  }

  /** Ends the bar or the line. Calling it again does nothing. */
  stop(end: ProgressEnd = 'done'): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#bar?.stop();
    if (!this.#terminal.errorIsTerminal) this.#terminal.stderr.write(`${end}\n`);
  }

  async #startBar(): Promise<void> {
    const { SingleBar } = (await import('cli-progress')).default;
    // Short work is over before there is a bar to show.
    if (this.#stopped) return;
    this.#bar = new SingleBar({
      format: `${this.#title} {bar} {value}/{total} {note} · ETA {eta_formatted}`,
      barCompleteChar: '█',
      barIncompleteChar: '░',
      formatTime: formatTimeLeft,
      stream: this.#terminal.stderr,
      barsize: 24,
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 50,
    });
    const { total, done, note = '' } = this.#state;
    this.#bar.start(total, done, { note });
  }
}

/** @param seconds whole ones; cli-progress says `INF` or `NULL` while there is nothing to reckon with. */
function formatTimeLeft(seconds: number): string {
  if (!Number.isFinite(seconds)) return '?';
  return seconds < 60 ? `${seconds} s` : formatDuration(seconds * 1000);
}

/** The progress of an ingest: files, passages per second, time left. */
export class IngestProgressBar {
  readonly #progress: Progress;
  readonly #clock: Clock;
  readonly #started: number;

  constructor(terminal: Terminal, clock: Clock, title: string) {
    this.#progress = new Progress(terminal, title);
    this.#clock = clock;
    this.#started = clock.elapsed();
  }

  show({ done, sources, passages }: IngestProgress): void {
    const seconds = (this.#clock.elapsed() - this.#started) / 1000;
    const rate = seconds > 0 ? ` · ${Math.round(passages / seconds)} passages/s` : '';
    this.#progress.update({ done, total: sources, note: `files${rate}` });
  }

  stop(end?: ProgressEnd): void {
    this.#progress.stop(end);
  }
}
