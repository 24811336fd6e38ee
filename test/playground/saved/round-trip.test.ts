import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readState } from '../../../src/playground/saved/state-lines.ts';
import { takeSnapshot } from '../../../src/playground/saved/take-snapshot.ts';
import { guildCreatePayload } from '../../../src/playground/world/payloads.ts';
import { build, carryOut, ORIGIN, post, smallWorld, steps, written } from './worlds.ts';

const OTHER = 'http://127.0.0.1:5000';

describe('a world that was saved', () => {
  it('is the same again: saved once more, it gives the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const before = build();
        carryOut(before, list);
        await Promise.resolve();
        const bytes = await written(before);
        const state = readState(bytes);
        const after = build({ ...state, files: takeSnapshot(before).files });
        expect((await written(after)).equals(bytes)).toBe(true);
      }),
    );
  });

  it('gives the bot the same guilds as before', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const before = build();
        carryOut(before, list);
        await Promise.resolve();
        const after = build(takeSnapshot(before));
        const told = ({ state }: typeof after) =>
          [...state.guilds.values()].map((guild) => [
            guild.announced,
            guildCreatePayload(state, guild),
          ]);
        expect(told(after)).toEqual(told(before));
      }),
    );
  });

  it('goes on with larger ids, also when the clock is behind', () => {
    const before = build();
    const { guildId } = smallWorld(before);
    for (let made = 0; made < 5; made += 1) before.ids.next();
    const last = before.ids.next();
    const after = build(takeSnapshot(before));
    expect(BigInt(after.ids.next())).toBeGreaterThan(BigInt(last));
    expect(BigInt(after.world.addGuild({ name: 'Second' }).id)).toBeGreaterThan(BigInt(guildId));
  });

  it('is not changed by what happens after it was taken', async () => {
    const parts = build();
    const place = smallWorld(parts);
    const stored = post(parts, place, { content: 'first' });
    const snapshot = takeSnapshot(parts);
    const before = JSON.stringify(snapshot);
    parts.messages.edit(stored, { content: 'second' });
    parts.world.overwrite(place.channelId, { id: place.guildId, kind: 'role' }, { deny: 1n });
    parts.world.addMember(place.guildId, { name: 'Bob' });
    parts.notes.set('a', 'b');
    await Promise.resolve();
    expect(JSON.stringify(snapshot)).toBe(before);
  });
});

describe('addresses of files', () => {
  it('are right under another port, wherever a message names them', () => {
    const before = build();
    const place = smallWorld(before);
    const first = post(before, place, { file: Buffer.from('text') });
    const url = first.files[0]?.url ?? '';
    before.messages.create({
      channel: before.state.channel(place.channelId),
      author: before.state.bot,
      fields: { content: `see ${url} and ${url}`, embeds: [{ image: { url } }] },
      origin: { referenced_message: first.message },
    });
    const after = build(takeSnapshot(before), OTHER);
    const messages = after.messages.publicOf(place.channelId);
    const text = JSON.stringify(messages);
    expect(text.split(OTHER)).toHaveLength(10);
    expect(text).not.toContain(ORIGIN);
    const path = new URL(messages[0]?.files[0]?.url ?? '').pathname;
    expect(after.attachments.find(path)?.data.toString()).toBe('text');
  });

  it('are all that changes: what people write of other addresses stays', () => {
    const before = build();
    const content = `${ORIGIN}/api and ${ORIGIN} and attachments/1`;
    const place = smallWorld(before);
    post(before, place, { content });
    const after = build(takeSnapshot(before), OTHER);
    expect(after.messages.publicOf(place.channelId)[0]?.message.content).toBe(content);
  });
});
