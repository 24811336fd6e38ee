import { UNDATED, type PartitionRows } from './partition-rows.ts';

/** Which rows of a partition to append, and the number its partition goes by in memory. */
export interface RowRange {
  readonly first: number;
  readonly count: number;
  readonly partition: number;
}

/**
 * Passages of one scope, packed for search: each vector as float32 and as int8, in whole buffers of their own, because
 * the vector search reads a typed array's buffer from its first byte whatever the array's byteOffset says.
 * Rows have no order; a removed row's place is taken by the last one.
 */
export class RowBlock {
  readonly scope: string;
  readonly #dimensions: number;
  readonly #maxRows: number;
  #capacity = 0;
  #count = 0;
  #limit = 0;
  #firstDay = Infinity;
  #lastDay = -Infinity;
  #undated = false;
  vectors = new Float32Array(0);
  quantised = new Int8Array(0);
  passageIds = new Float64Array(0);
  articleKeys = new Float64Array(0);
  days = new Int32Array(0);
  partitions = new Int32Array(0);

  constructor(scope: string, dimensions: number, maxRows: number) {
    this.scope = scope;
    this.#dimensions = dimensions;
    this.#maxRows = maxRows;
  }

  get count(): number {
    return this.#count;
  }

  /** Rows that still fit. */
  get room(): number {
    return this.#maxRows - this.#count;
  }

  /** What an int8 value of 1 stands for: `vectors[i] ≈ quantised[i] × step`. */
  get step(): number {
    return this.#limit / 127;
  }

  /** Days of the dated rows lie within these; both are infinite while there are none. Removals do not narrow them. */
  get daySpan(): { readonly first: number; readonly last: number; readonly undated: boolean } {
    return { first: this.#firstDay, last: this.#lastDay, undated: this.#undated };
  }

  /** Appends a range of at most `room` rows. */
  append(rows: PartitionRows, { first, count, partition }: RowRange): void {
    this.#reserve(this.#count + count);
    const at = this.#count;
    const end = first + count;
    const width = this.#dimensions;
    this.passageIds.set(rows.passageIds.subarray(first, end), at);
    this.articleKeys.set(rows.articleKeys.subarray(first, end), at);
    this.days.set(rows.days.subarray(first, end), at);
    this.partitions.fill(partition, at, at + count);
    this.vectors.set(rows.vectors.subarray(first * width, end * width), at * width);
    this.#count += count;
    for (const day of rows.days.subarray(first, end)) this.#widenDays(day);
    this.#quantiseFrom(at);
  }

  /** Moves the last row to the place of this one. */
  removeAt(row: number): void {
    const last = --this.#count;
    const width = this.#dimensions;
    for (const column of [this.passageIds, this.articleKeys, this.days, this.partitions]) {
      column.copyWithin(row, last, last + 1);
    }
    for (const column of [this.vectors, this.quantised]) {
      column.copyWithin(row * width, last * width, (last + 1) * width);
    }
  }

  #widenDays(day: number): void {
    if (day === UNDATED) {
      this.#undated = true;
    } else {
      this.#firstDay = Math.min(this.#firstDay, day);
      this.#lastDay = Math.max(this.#lastDay, day);
    }
  }

  /** Makes room for so many rows: by doubling while the block is small, then all at once. */
  #reserve(rows: number): void {
    if (rows <= this.#capacity) return;
    // Pages never touched cost no memory; copies left for the garbage collector do.
    const wanted =
      rows > LARGEST_SMALL ? this.#maxRows : Math.max(SMALLEST, this.#capacity * 2, rows);
    const capacity = Math.min(wanted, this.#maxRows);
    this.#capacity = capacity;
    this.vectors = grown(this.vectors, new Float32Array(capacity * this.#dimensions));
    this.quantised = grown(this.quantised, new Int8Array(capacity * this.#dimensions));
    this.passageIds = grown(this.passageIds, new Float64Array(capacity));
    this.articleKeys = grown(this.articleKeys, new Float64Array(capacity));
    this.days = grown(this.days, new Int32Array(capacity));
    this.partitions = grown(this.partitions, new Int32Array(capacity));
  }

  /**
   * Makes the int8 copy of the rows from `row` on. The full range stands for the largest value in the block, not for 1:
   * values of a 384-dimensional vector rarely pass 0.3, and the errors shrink with the step.
   */
  #quantiseFrom(row: number): void {
    const end = this.#count * this.#dimensions;
    let start = row * this.#dimensions;
    const largest = largestMagnitude(this.vectors, start, end);
    if (largest > this.#limit) {
      this.#limit = Math.max(largest, this.#limit * LIMIT_GROWTH);
      start = 0;
    }
    quantise(this.vectors, this.quantised, this.step, start, end);
  }
}

/** Capacities in rows: a block begins with the first, and goes from the second straight to its full size. */
const SMALLEST = 64;
const LARGEST_SMALL = 1_024;

/** A larger value than ever makes the block's int8 copy anew; growing in steps keeps that to a few times. */
const LIMIT_GROWTH = 1.25;

function grown<T extends Float32Array | Float64Array | Int8Array | Int32Array>(
  old: T,
  empty: T,
): T {
  empty.set(old);
  return empty;
}

/** Fills `to[start … end)` with the nearest multiples of `step`. */
function quantise(
  from: Float32Array,
  to: Int8Array,
  step: number,
  start: number,
  end: number,
): void {
  const scale = 1 / step;
  // Truncating a number made positive rounds it, in a third of the time of Math.round.
  for (let i = start; i < end; i++) to[i] = (((from[i] ?? 0) * scale + 128.5) | 0) - 128;
}

/** The largest absolute value in `values[start … end)`. */
export function largestMagnitude(values: Float32Array, start: number, end: number): number {
  let largest = 0;
  for (let i = start; i < end; i++) {
    const magnitude = Math.abs(values[i] ?? 0);
    if (magnitude > largest) largest = magnitude;
  }
  return largest;
}
