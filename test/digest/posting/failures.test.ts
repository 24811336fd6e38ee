import { describe, expect, it } from 'vitest';
import type { DigestSettings } from '../../../src/digest/schedule.ts';
import { DISCORD_DOWN, NO_WRITING } from '../../fakes/memory-poster.ts';
import {
  ANNA,
  CHANNEL,
  HARBOUR,
  HOUR,
  MOUNTAIN,
  SETTINGS,
  ingest,
  openJobKit,
  pass,
  passUntil,
  settled,
  type JobKit,
} from './job-kit.ts';

const DUE = '2024-03-02T07:00:00Z';
const OTHER_CHANNEL = '300000000000000002';

/** A digest with one article, a minute before it is due. @returns its id. */
async function aboutToPost(kit: JobKit, settings: Partial<DigestSettings> = {}): Promise<string> {
  await kit.start();
  const { schedule } = kit.digests.add(HARBOUR, { ...SETTINGS, ...settings }, ANNA);
  await ingest(kit, 'lake');
  await passUntil(kit.clock, '2024-03-02T06:59:00Z');
  return schedule.id;
}

/** Times of the calls in the hours after the digest is due, as `hh:mm` in UTC. */
async function callTimes(kit: JobKit, hours: number): Promise<string[]> {
  const times: string[] = [];
  for (let minute = 0; minute < hours * 60; minute++) {
    const before = kit.poster.calls.length;
    await passUntil(kit.clock, new Date(Date.parse(DUE) + minute * 60_000).toISOString());
    const now = kit.clock.now().toISOString().slice(11, 16);
    times.push(...kit.poster.calls.slice(before).map(() => now));
  }
  return times;
}

describe('a channel that cannot be posted in', () => {
  it('is tried with growing pauses, then its digest is paused, and the guild is told', async () => {
    const kit = openJobKit();
    const id = await aboutToPost(kit);
    kit.poster.close(CHANNEL, { refused: NO_WRITING });
    const times = await callTimes(kit, 14);
    expect(times).toEqual(['07:00', '07:01', '07:06', '07:21', '08:21', '11:21', '19:21']);
    const view = kit.digests.get(HARBOUR, id);
    expect(view).toMatchObject({
      nextAt: null,
      trouble: null,
      schedule: {
        pause: { at: '2024-03-02T19:21:00.000Z', reason: 'failed', problem: NO_WRITING },
      },
    });
    expect(kit.poster.told).toEqual([view?.schedule]);
    await pass(kit.clock, 24 * HOUR);
    expect(kit.poster.calls).toHaveLength(7);
  });

  it('shows what is wrong and when it is tried again', async () => {
    const kit = openJobKit();
    const id = await aboutToPost(kit);
    kit.poster.close(CHANNEL, { refused: NO_WRITING });
    await passUntil(kit.clock, '2024-03-02T07:02:00Z');
    expect(kit.digests.get(HARBOUR, id)).toMatchObject({
      nextAt: new Date('2024-03-03T07:00:00Z'),
      last: null,
      trouble: { problem: NO_WRITING, nextTryAt: new Date('2024-03-02T07:06:00Z') },
    });
    expect(kit.digests.list(HARBOUR)).toEqual([kit.digests.get(HARBOUR, id)]);
  });

  it('that is open again in time gets the digest once, and the trouble is forgotten', async () => {
    const kit = openJobKit();
    const id = await aboutToPost(kit);
    kit.poster.close(CHANNEL, { refused: NO_WRITING });
    await passUntil(kit.clock, '2024-03-02T07:10:00Z');
    kit.poster.close(CHANNEL, null);
    await passUntil(kit.clock, '2024-03-02T12:00:00Z');
    expect(kit.poster.messages).toMatchObject([{ postedAt: '2024-03-02T07:21:00.000Z' }]);
    expect(kit.digests.get(HARBOUR, id)?.trouble).toBeNull();
  });

  it('gets everything with the next digest after a resumption', async () => {
    const kit = openJobKit();
    const id = await aboutToPost(kit);
    kit.poster.close(CHANNEL, { refused: NO_WRITING });
    await passUntil(kit.clock, '2024-03-05T12:00:00Z');
    kit.poster.close(CHANNEL, null);
    await ingest(kit, 'tower');
    expect(kit.digests.resume(HARBOUR, id)).toMatchObject({
      nextAt: new Date('2024-03-06T07:00:00Z'),
      schedule: { pause: null },
      last: { date: '2024-03-02', outcome: 'merged' },
    });
    await passUntil(kit.clock, '2024-03-06T12:00:00Z');
    expect(kit.poster.messages).toMatchObject([
      { body: { date: '2024-03-06', firstDate: '2024-03-02' } },
    ]);
    expect(kit.poster.messages[0]?.body.headlines).toHaveLength(2);
  });

  it('closed in the middle of a digest, gets the rest after a resumption', async () => {
    const kit = openJobKit();
    const id = await aboutToPost(kit);
    kit.poster.parts = 3;
    const refused = { refused: NO_WRITING };
    kit.poster.meet('send', 'lost-after', ...Array<typeof refused>(7).fill(refused));
    await passUntil(kit.clock, '2024-03-03T06:00:00Z');
    expect(kit.digests.get(HARBOUR, id)?.schedule.pause).toMatchObject({ reason: 'failed' });
    expect(kit.poster.messages.map(({ at }) => at)).toEqual([0]);
    kit.digests.resume(HARBOUR, id);
    await pass(kit.clock, 1);
    expect(kit.poster.messages.map(({ at }) => at)).toEqual([0, 1, 2]);
    expect(kit.digests.get(HARBOUR, id)?.last).toMatchObject({ date: '2024-03-02' });
  });
});

describe('trouble of Discord itself', () => {
  it('is waited for, however long it takes, and never pauses a digest', async () => {
    const kit = openJobKit();
    // On Saturdays.
    const id = await aboutToPost(kit, { days: 6 });
    kit.poster.close(CHANNEL, 'lost-before');
    await passUntil(kit.clock, '2024-03-05T12:00:00Z');
    expect(kit.digests.get(HARBOUR, id)).toMatchObject({
      schedule: { pause: null },
      trouble: { problem: DISCORD_DOWN },
    });
    kit.poster.close(CHANNEL, null);
    await pass(kit.clock, 8 * HOUR);
    expect(kit.poster.messages).toMatchObject([{ body: { date: '2024-03-02' } }]);
    expect(kit.poster.told).toEqual([]);
  });

  it('that lasts a day merges it into the next', async () => {
    const kit = openJobKit();
    await aboutToPost(kit);
    kit.poster.close(CHANNEL, { refused: DISCORD_DOWN });
    await passUntil(kit.clock, '2024-03-03T06:30:00Z');
    kit.poster.close(CHANNEL, null);
    await passUntil(kit.clock, '2024-03-03T12:00:00Z');
    expect(kit.poster.messages).toMatchObject([
      {
        postedAt: '2024-03-03T07:00:00.000Z',
        body: {
          date: '2024-03-03',
          firstDate: '2024-03-02',
          headlines: ['News of the lake'],
        },
      },
    ]);
  });

  it('counts anew when it is over and something else is wrong', async () => {
    const kit = openJobKit();
    const id = await aboutToPost(kit, { days: 6 });
    kit.poster.close(CHANNEL, { refused: DISCORD_DOWN });
    await passUntil(kit.clock, '2024-03-05T12:00:00Z');
    kit.poster.close(CHANNEL, { refused: NO_WRITING });
    await pass(kit.clock, 8 * HOUR);
    expect(kit.digests.get(HARBOUR, id)).toMatchObject({
      schedule: { pause: null },
      trouble: { problem: NO_WRITING },
    });
  });

  it('while publishing repeats the publishing alone', async () => {
    const kit = openJobKit();
    const id = await aboutToPost(kit, { publish: true });
    kit.poster.meet('publish', 'lost-before', 'lost-after');
    await passUntil(kit.clock, '2024-03-02T08:00:00Z');
    expect(kit.poster.calls).toEqual(['send 0', 'publish', 'publish', 'publish']);
    expect(kit.digests.get(HARBOUR, id)?.last).toMatchObject({ outcome: 'posted' });
  });
});

describe('the digests of a guild', () => {
  it('are not delayed by another guild in which nothing ends', async () => {
    const kit = openJobKit();
    await aboutToPost(kit);
    kit.digests.add(MOUNTAIN, { ...SETTINGS, channelId: OTHER_CHANNEL }, ANNA);
    await ingest(kit, 'tower', { scope: MOUNTAIN });
    kit.poster.close(CHANNEL, 'hangs-before');
    await passUntil(kit.clock, DUE);
    expect(kit.poster.messages).toMatchObject([
      { channelId: OTHER_CHANNEL, body: { headlines: ['News of the tower'] } },
    ]);
  });

  it('wait for each other', async () => {
    const kit = openJobKit();
    await aboutToPost(kit);
    kit.digests.add(HARBOUR, { ...SETTINGS, channelId: OTHER_CHANNEL }, ANNA);
    await ingest(kit, 'tower');
    await settled();
    kit.poster.close(CHANNEL, 'hangs-before');
    await passUntil(kit.clock, '2024-03-02T08:00:00Z');
    expect(kit.poster.calls).toEqual(['send 0']);
  });
});

describe('a process that is to end', () => {
  it('ends at once while Discord does not answer, and loses nothing', async () => {
    const kit = openJobKit();
    const stop = await kit.start();
    kit.digests.add(HARBOUR, SETTINGS, ANNA);
    kit.digests.add(HARBOUR, { ...SETTINGS, channelId: OTHER_CHANNEL }, ANNA);
    await ingest(kit, 'lake');
    kit.poster.close(CHANNEL, 'hangs-after');
    await passUntil(kit.clock, DUE);
    await stop();
    expect(kit.clock.sleeping).toBe(0);
    kit.poster.close(CHANNEL, null);
    await kit.start();
    expect(kit.poster.messages.map(({ channelId }) => channelId)).toEqual([CHANNEL, OTHER_CHANNEL]);
  });
});

describe('a digest that is being posted', () => {
  it('and is removed, stops there; what stands in the channel keeps its buttons', async () => {
    const kit = openJobKit();
    const id = await aboutToPost(kit);
    kit.poster.parts = 2;
    const sending = holdSend(kit);
    await passUntil(kit.clock, DUE);
    expect(kit.digests.remove(HARBOUR, id).schedule.id).toBe(id);
    sending.release();
    await pass(kit.clock, HOUR);
    expect(kit.poster.calls).toEqual(['send 0']);
    expect(kit.digests.list(HARBOUR)).toEqual([]);
    const [message] = kit.poster.messages;
    expect(kit.digests.posted(HARBOUR, message?.runId ?? '')).toMatchObject({
      digestId: id,
      sections: ['World'],
    });
  });

  it('and is paused, stops there and goes on after a resumption', async () => {
    const kit = openJobKit();
    const id = await aboutToPost(kit);
    kit.poster.parts = 2;
    const sending = holdSend(kit);
    await passUntil(kit.clock, DUE);
    kit.digests.pause(HARBOUR, id);
    sending.release();
    await pass(kit.clock, HOUR);
    expect(kit.poster.messages.map(({ at }) => at)).toEqual([0]);
    kit.digests.resume(HARBOUR, id);
    await pass(kit.clock, 1);
    expect(kit.poster.messages.map(({ at }) => at)).toEqual([0, 1]);
  });

  it('is made an end of with everything of its guild', async () => {
    const kit = openJobKit();
    await aboutToPost(kit);
    kit.poster.parts = 2;
    const sending = holdSend(kit);
    await passUntil(kit.clock, DUE);
    await kit.digests.eraseGuild(HARBOUR);
    sending.release();
    await pass(kit.clock, HOUR);
    expect(kit.poster.calls).toEqual(['send 0']);
    expect(kit.digests.posted(HARBOUR, kit.poster.messages[0]?.runId ?? '')).toBeNull();
  });
});

/** The next message arrives only when it is released. */
function holdSend({ poster }: JobKit): { release: () => void } {
  const hold = { release: (): void => undefined };
  const held = new Promise<void>((resolve) => (hold.release = resolve));
  poster.meet('send', { heldUntil: held });
  return hold;
}
