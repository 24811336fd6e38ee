/** How a long list goes through preparing and writing. */
export interface LotSteps<Item, Prepared> {
  /** Characters of an item's text, for chunks of bounded size. */
  readonly length: (item: Item) => number;
  /** Prepares a chunk: slow, without effect on the archive. Two chunks are prepared at a time. */
  readonly prepare: (chunk: readonly Item[]) => Promise<readonly Prepared[]>;
  /** Passages of a prepared item. */
  readonly passages: (prepared: Prepared) => number;
  /** Writes a lot; one lot at a time, in order, while the next one is being prepared. */
  readonly write: (lot: readonly Prepared[]) => Promise<void>;
}

/** Articles prepared together. */
const CHUNK_ARTICLES = 64;
/** Articles read or stored before other work has its turn: 10 to 20 ms with the sync to the disk. */
export const TURN_ARTICLES = 4;
/** Of a chunk's texts together, unless a single one is longer. */
const CHUNK_CHARACTERS = 500_000;
/**
 * A lot is written when it has this many passages or articles. Every lot rewrites each partition it touches, so small ones
 * would write the same files over and over; a lot this size is embedded in some seconds and has 3 MB of vectors.
 */
const LOT_PASSAGES = 2_048;
const LOT_ARTICLES = 512;

/** Rejects with the first failure, once nothing is under way any more. */
export async function processInLots<Item, Prepared>(
  items: readonly Item[],
  steps: LotSteps<Item, Prepared>,
): Promise<void> {
  let lot: Prepared[] = [];
  let passages = 0;
  let writing = Promise.resolve();
  const preparing: Promise<readonly Prepared[]>[] = [];
  const take = async (): Promise<void> => {
    for (const prepared of (await preparing.shift()) ?? []) {
      lot.push(prepared);
      passages += steps.passages(prepared);
    }
    if (passages < LOT_PASSAGES && lot.length < LOT_ARTICLES) return;
    await writing;
    writing = observed(steps.write(lot));
    lot = [];
    passages = 0;
  };
  try {
    for (const chunk of chunksOf(items, steps.length)) {
      preparing.push(observed(steps.prepare(chunk)));
      if (preparing.length === CHUNKS_AT_A_TIME) await take();
    }
    while (preparing.length > 0) await take();
    await writing;
    if (lot.length > 0) await steps.write(lot);
  } finally {
    await Promise.allSettled([...preparing, writing]);
  }
}

/** While one chunk is embedded in the worker threads, this thread cuts the next one. */
const CHUNKS_AT_A_TIME = 2;

function* chunksOf<Item>(
  items: readonly Item[],
  lengthOf: (item: Item) => number,
): Generator<readonly Item[], void, undefined> {
  let chunk: Item[] = [];
  let characters = 0;
  for (const item of items) {
    chunk.push(item);
    characters += lengthOf(item);
    if (chunk.length < CHUNK_ARTICLES && characters < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = [];
    characters = 0;
  }
  if (chunk.length > 0) yield chunk;
}

/** The same promise; that nobody waits for it yet is no unhandled rejection. */
function observed<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
