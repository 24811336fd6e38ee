/** One part of a JSON Lines file: whole lines, and the number of the first of them. */
export interface LineBlock {
  readonly bytes: Uint8Array;
  /** 1 for the first line of the file. */
  readonly firstLine: number;
}

const LINE_FEED = 0x0a;
/** Bytes of a block: some dozens of articles, a few milliseconds to parse. */
const BLOCK_BYTES = 128 * 1024;

/**
 * Cuts a stream of JSON Lines into blocks of whole lines, so that a file of any size is read in little memory and never
 * parsed in one go. A line longer than a block is a block of its own. UTF-8, since a line feed is one byte in it.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  blockBytes = BLOCK_BYTES,
): AsyncGenerator<LineBlock> {
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let firstLine = 1;
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    if (end === 0 || heldBytes + end < blockBytes) {
      held.push(chunk);
      heldBytes += chunk.length;
      continue;
    }
    const bytes = Buffer.concat([...held, chunk.subarray(0, end)]);
    yield { bytes, firstLine };
    firstLine += countLines(bytes);
    held = [chunk.subarray(end)];
    heldBytes = chunk.length - end;
  }
  if (heldBytes > 0) yield { bytes: Buffer.concat(held), firstLine };
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines++;
  return lines;
}
