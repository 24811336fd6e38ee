import type { Welcome } from './page-protocol.ts';

/** What turns the local Discord into something a person can look at. */
export interface PageOptions {
  /** Ids of the members the page may act as; asked for again and again, since they are made after the start. */
  readonly people: () => readonly string[];
  /** The guild shown. */
  readonly guild: () => string | null;
  readonly welcome: Welcome;
  readonly time: TimeControl;
}

/** Lets a person move the clock. */
export interface TimeControl {
  /** Milliseconds by which the clock is ahead of the machine's. */
  readonly aheadMs: () => number;
  /** The next moment worth going to. */
  readonly next: () => { readonly label: string; readonly at: Date } | null;
  readonly advanceTo: (at: Date) => void;
}
