import type { StoredFile } from '../messages/attachment-store.ts';
import type { StoredMessage } from '../messages/message-store.ts';
import type { SavedFile, SavedMessage } from './snapshot.ts';

/** Of each channel, the latest messages that are kept, private ones among them. */
export const MOST_MESSAGES = 500;
/** Bytes of all files that are kept. */
export const MOST_FILE_BYTES = 50 * 1_048_576;

/** In the order of `all`, which is that of time. */
export function keptMessages(all: readonly StoredMessage[]): SavedMessage[] {
  const counts = new Map<string, number>();
  const kept: SavedMessage[] = [];
  for (const { channelId, ephemeralFor, message, files, deleted } of all.toReversed()) {
    const count = counts.get(channelId) ?? 0;
    if (deleted || count >= MOST_MESSAGES) continue;
    counts.set(channelId, count + 1);
    kept.push({ channelId, ephemeralFor, message, files });
  }
  return kept.reverse();
}

/**
 * The files these messages show, in the order of `all`, which is that of time. Where there is no room for all of them, the
 * newest are kept.
 */
export function keptFiles(
  all: Iterable<readonly [path: string, file: StoredFile]>,
  messages: readonly SavedMessage[],
): SavedFile[] {
  const shown = new Set(messages.flatMap(({ files }) => files.map(({ id }) => id)));
  const kept: SavedFile[] = [];
  let bytes = 0;
  for (const [path, { attachment, data }] of [...all].reverse()) {
    if (!shown.has(attachment.id) || bytes + data.length > MOST_FILE_BYTES) continue;
    bytes += data.length;
    kept.push({ path, attachment, data });
  }
  return kept.reverse();
}
