export interface PackRoom {
  /** Most files. */
  readonly files: number;
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** Bytes of all files together. */
  readonly totalBytes: number;
}

export interface PackedLines {
  readonly parts: readonly Uint8Array[];
  readonly lines: number;
}

/**
 * Lines as UTF-8 in as few files as they fit into, in order, no line divided. Null as soon as they are seen not to fit:
 * the rest is not read then.
 * @param lines each with its line feed.
 */
export async function packLines(
  lines: AsyncIterable<string>,
  { files, fileBytes, totalBytes }: PackRoom,
): Promise<PackedLines | null> {
  const parts: Uint8Array[] = [];
  let part: Uint8Array[] = [];
  let partBytes = 0;
  let total = 0;
  let count = 0;
  for await (const line of lines) {
    const bytes = Buffer.from(line);
    total += bytes.length;
    if (total > totalBytes || bytes.length > fileBytes) return null;
    if (partBytes + bytes.length > fileBytes) {
      parts.push(Buffer.concat(part));
      if (parts.length === files) return null;
      part = [];
      partBytes = 0;
    }
    part.push(bytes);
    partBytes += bytes.length;
    count += 1;
  }
  if (part.length > 0) parts.push(Buffer.concat(part));
  return { parts, lines: count };
}
