import { describe, expect, it } from 'vitest';
import {
  keptFiles,
  keptMessages,
  MOST_FILE_BYTES,
  MOST_MESSAGES,
} from '../../../src/playground/saved/kept.ts';
import { takeSnapshot } from '../../../src/playground/saved/take-snapshot.ts';
import { build, post, smallWorld } from './worlds.ts';

describe('what is kept', () => {
  it('are the latest messages of each channel, private ones among them, in order', () => {
    const parts = build();
    const place = smallWorld(parts);
    const quiet = { ...place, channelId: parts.world.addChannel(place.guildId, { name: 'b' }).id };
    const rare = post(parts, quiet).message.id;
    const ids = Array.from({ length: MOST_MESSAGES + 3 }, (_, at) => {
      return post(parts, place, { privately: at % 2 === 0 }).message.id;
    });
    const kept = keptMessages(parts.messages.all()).map(({ message }) => message.id);
    expect(kept).toEqual([rare, ...ids.slice(3)]);
  });

  it('are no deleted messages, nor files that no message shows', () => {
    const parts = build();
    const place = smallWorld(parts);
    const gone = post(parts, place, { file: Buffer.from('gone') });
    const edited = post(parts, place, { file: Buffer.from('taken off') });
    const shown = post(parts, place, { file: Buffer.from('shown'), privately: true });
    parts.messages.delete(gone);
    parts.messages.edit(edited, { attachments: [] });
    const { messages, files } = takeSnapshot(parts);
    expect(messages.map(({ message }) => message.id)).toEqual([
      edited.message.id,
      shown.message.id,
    ]);
    expect(files.map(({ data }) => String(data))).toEqual(['shown']);
  });

  it('are the newest files there is room for, to the byte', () => {
    const parts = build();
    const place = smallWorld(parts);
    const fifth = MOST_FILE_BYTES / 5;
    const sizes = [7, fifth + 1, fifth, fifth, fifth, fifth, fifth - 8, 1];
    for (const size of sizes) post(parts, place, { file: Buffer.alloc(size) });
    const messages = keptMessages(parts.messages.all());
    const files = keptFiles(parts.attachments.all(), messages);
    expect(files.map(({ data }) => data.length)).toEqual([7, ...sizes.slice(2)]);
    const paths = files.map(({ path }) => path);
    const after = build({ ...takeSnapshot(parts), files });
    expect([...after.attachments.all()].map(([path]) => path)).toEqual(paths);
  });
});
