import { PassThrough, Writable } from 'node:stream';
import type { Terminal } from '../../src/cli/terminal.ts';

/** Keeps what is written to it. */
class TextSink extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** A terminal in memory. What the person types is written to `stdin`. */
export class MemoryTerminal implements Terminal {
  readonly stdin = new PassThrough();
  readonly stdout = new TextSink();
  readonly stderr = new TextSink();
  readonly inputIsTerminal: boolean;
  readonly outputIsTerminal: boolean;
  readonly errorIsTerminal: boolean;
  readonly columns: number;
  readonly colours: boolean;
  #interrupt: (() => void) | null = null;

  constructor({
    isTerminal = false,
    columns = 80,
    colours = false,
  }: {
    readonly isTerminal?: boolean;
    readonly columns?: number;
    readonly colours?: boolean;
  } = {}) {
    this.inputIsTerminal = isTerminal;
    this.outputIsTerminal = isTerminal;
    this.errorIsTerminal = false;
    this.columns = columns;
    this.colours = colours;
  }

  onInterrupt(listener: () => void): () => void {
    this.#interrupt = listener;
    return () => {
      this.#interrupt = null;
    };
  }

  /** Ctrl-C; answers whether anybody listened. */
  interrupt(): boolean {
    this.#interrupt?.();
    return this.#interrupt !== null;
  }
}
