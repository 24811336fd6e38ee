export interface GatedWorkerData {
  /** `Int32Array[2]`: 1 when texts may be embedded, and how many texts crashed a worker so far. */
  readonly shared: Int32Array;
  readonly cannotStart?: boolean;
}

/** First tokens that make something go wrong. */
export const FAILS = 1000;
export const CRASHES = 1001;
export const CRASHES_ONCE = 1002;
