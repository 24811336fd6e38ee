import { setMaxListeners } from 'node:events';
import type { CommitOptions, UndoReport } from './guild-archive.ts';
import type { Room } from './guild-room.ts';

type OnProgress = NonNullable<CommitOptions['onProgress']>;

interface RunningCommit {
  readonly ended: Promise<void>;
  readonly listeners: Set<OnProgress>;
}

/** What is being prepared, added and taken back right now, in all guilds. Several calls for one ingest do the work once. */
export class RunningIngests {
  readonly #commits = new Map<string, RunningCommit>();
  readonly #undoing = new Map<string, Promise<UndoReport>>();
  readonly #rooms = new Map<string, Set<Room>>();
  readonly #tracked = new Set<Promise<unknown>>();
  readonly #closing = new AbortController();

  /** Runs the work until it ends or `close` stops it. */
  async track<T>(
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    this.#closing.signal.throwIfAborted();
    const closing = this.#closing.signal;
    const stop = AbortSignal.any(signal ? [signal, closing] : [closing]);
    // Every text that is being embedded listens to it: that is no leak.
    setMaxListeners(0, stop);
    const running = work(stop);
    this.#tracked.add(running);
    try {
      return await running;
    } finally {
      this.#tracked.delete(running);
    }
  }

  /** Joins the commit of the ingest that is under way, or starts it. Only who starts it can stop it. */
  async commit(
    id: string,
    options: CommitOptions,
    start: (options: CommitOptions) => Promise<void>,
  ): Promise<void> {
    await this.#undoing.get(id)?.catch(() => undefined);
    const running = this.#commits.get(id) ?? this.#start(id, options, start);
    if (options.onProgress) running.listeners.add(options.onProgress);
    await running.ended;
  }

  /** Joins the undoing of the ingest that is under way, or starts it once nothing is added any more. */
  undo(id: string, start: () => Promise<UndoReport>): Promise<UndoReport> {
    const known = this.#undoing.get(id);
    if (known !== undefined) return known;
    const undoing = this.track(undefined, async () => {
      await this.#commits.get(id)?.ended.catch(() => undefined);
      return start();
    }).finally(() => {
      this.#undoing.delete(id);
    });
    this.#undoing.set(id, undoing);
    return undoing;
  }

  isBusy(id: string): boolean {
    return this.#commits.has(id) || this.#undoing.has(id);
  }

  /** Promised to the guild's ingests that are being added. */
  roomOf(guildId: string): Set<Room> {
    const room = this.#rooms.get(guildId) ?? new Set();
    this.#rooms.set(guildId, room);
    return room;
  }

  /** Stops what is under way, after the article in hand, and resolves when it has ended. */
  async close(): Promise<void> {
    this.#closing.abort(new Error('The archive is being closed.'));
    await Promise.allSettled(this.#tracked);
  }

  #start(
    id: string,
    { by, signal }: CommitOptions,
    start: (options: CommitOptions) => Promise<void>,
  ): RunningCommit {
    const listeners = new Set<OnProgress>();
    const onProgress: OnProgress = (done, total) => {
      for (const listener of listeners) listener(done, total);
    };
    const ended = this.track(signal, (stop) => start({ by, onProgress, signal: stop })).finally(
      () => {
        this.#commits.delete(id);
      },
    );
    const running = { ended, listeners };
    this.#commits.set(id, running);
    return running;
  }
}
