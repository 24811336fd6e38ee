import type { Row } from './report.ts';

/** What every bench gets. */
export interface BenchContext {
  /** Holds models, indexes and archives from one run to the next. */
  readonly cacheFolder: string;
  /** Passages of the large archive: 100,000, with `--quick` 10,000. */
  readonly passages: number;
  /** Fewer rounds and questions. */
  readonly quick: boolean;
  /** The growth table goes on to 1,000,000 passages. */
  readonly full: boolean;
  /** Tells the person who waits what is being done. */
  readonly note: (message: string) => void;
}

export type Bench = (context: BenchContext) => Promise<Row[]>;

/** `100,000`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en');
}
