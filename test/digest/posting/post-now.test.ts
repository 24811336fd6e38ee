import { describe, expect, it } from 'vitest';
import { DigestError } from '../../../src/digest/digest-error.ts';
import { DISCORD_DOWN, NO_WRITING } from '../../fakes/memory-poster.ts';
import {
  ANNA,
  CHANNEL,
  HARBOUR,
  HOUR,
  MINUTE,
  MOUNTAIN,
  SETTINGS,
  ingest,
  openJobKit,
  pass,
  passUntil,
  type JobKit,
} from './job-kit.ts';

/** A digest with one article, at noon of the day before it is due. @returns its id. */
async function withNews(kit: JobKit): Promise<string> {
  await kit.start();
  const { schedule } = kit.digests.add(HARBOUR, SETTINGS, ANNA);
  await ingest(kit, 'lake');
  return schedule.id;
}

function reasonOf(error: unknown): unknown {
  return error instanceof DigestError ? [error.reason, error.problem] : error;
}

describe('a digest posted by hand', () => {
  it('holds what is new, and the daily one what is new after that', async () => {
    const kit = openJobKit();
    const id = await withNews(kit);
    await expect(kit.digests.postNow(HARBOUR, id, 'one')).resolves.toEqual({
      ...{ outcome: 'posted', channelId: CHANNEL, messageId: '1' },
    });
    expect(kit.digests.get(HARBOUR, id)?.last).toBeNull();
    await ingest(kit, 'tower');
    await passUntil(kit.clock, '2024-03-02T08:00:00Z');
    expect(kit.poster.messages.map(({ body }) => [body.date, body.headlines])).toEqual([
      ['2024-03-01', ['News of the lake']],
      ['2024-03-02', ['News of the tower']],
    ]);
  });

  it('does not count as the day it is posted on', async () => {
    const kit = openJobKit();
    const id = await withNews(kit);
    await passUntil(kit.clock, '2024-03-02T05:00:00Z');
    await kit.digests.postNow(HARBOUR, id, 'one');
    await ingest(kit, 'tower');
    await passUntil(kit.clock, '2024-03-02T08:00:00Z');
    expect(kit.poster.messages.map(({ body }) => body.date)).toEqual(['2024-03-02', '2024-03-02']);
    expect(kit.digests.get(HARBOUR, id)?.last).toMatchObject({ date: '2024-03-02' });
  });

  it('is posted once for a request, however often it comes', async () => {
    const kit = openJobKit();
    const id = await withNews(kit);
    const outcomes = await Promise.all(
      ['one', 'one'].map((key) => kit.digests.postNow(HARBOUR, id, key)),
    );
    await ingest(kit, 'tower');
    outcomes.push(await kit.digests.postNow(HARBOUR, id, 'one'));
    expect(new Set(outcomes.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(kit.poster.messages).toHaveLength(1);
  });

  it('is empty when there is nothing new, and then posts nothing', async () => {
    const kit = openJobKit();
    const id = await withNews(kit);
    await kit.digests.postNow(HARBOUR, id, 'one');
    await expect(kit.digests.postNow(HARBOUR, id, 'two')).resolves.toEqual({ outcome: 'empty' });
    expect(kit.poster.messages).toHaveLength(1);
  });

  it('is not repeated by another digest of the channel', async () => {
    const kit = openJobKit();
    const id = await withNews(kit);
    const other = kit.digests.add(HARBOUR, SETTINGS, ANNA).schedule;
    await ingest(kit, 'tower');
    await kit.digests.postNow(HARBOUR, id, 'one');
    await expect(kit.digests.postNow(HARBOUR, other.id, 'two')).resolves.toEqual({
      outcome: 'empty',
    });
  });

  it('is posted though the digest is paused', async () => {
    const kit = openJobKit();
    const id = await withNews(kit);
    kit.digests.pause(HARBOUR, id);
    await expect(kit.digests.postNow(HARBOUR, id, 'one')).resolves.toMatchObject({
      outcome: 'posted',
    });
    expect(kit.digests.get(HARBOUR, id)?.schedule.pause).toMatchObject({ reason: 'asked' });
  });

  it('that Discord refuses is forgotten, and whoever asked is told', async () => {
    const kit = openJobKit();
    const id = await withNews(kit);
    kit.poster.meet('send', { refused: NO_WRITING });
    const failure = await kit.digests.postNow(HARBOUR, id, 'one').catch(reasonOf);
    expect(failure).toEqual(['not-posted', NO_WRITING]);
    await pass(kit.clock, HOUR);
    expect(kit.poster.calls).toEqual(['send 0']);
    await kit.digests.postNow(HARBOUR, id, 'two');
    expect(kit.poster.messages).toMatchObject([{ body: { headlines: ['News of the lake'] } }]);
  });

  it('of which nobody knows whether it arrived is finished later, or when it is asked again', async () => {
    for (const again of [true, false]) {
      const kit = openJobKit();
      const id = await withNews(kit);
      kit.poster.parts = 2;
      kit.poster.meet('send', 'lost-after');
      const failure = await kit.digests.postNow(HARBOUR, id, 'one').catch(reasonOf);
      expect(failure).toEqual(['not-posted', DISCORD_DOWN]);
      if (again) await kit.digests.postNow(HARBOUR, id, 'two');
      else await pass(kit.clock, MINUTE);
      expect(kit.poster.calls).toEqual(['send 0', 'find 0', 'send 1']);
      expect(kit.poster.messages.map(({ at }) => at)).toEqual([0, 1]);
    }
  });

  it('that the end of the process kept from the channel is forgotten after its day', async () => {
    const kit = openJobKit();
    const stop = await kit.start();
    const { id } = kit.digests.add(HARBOUR, SETTINGS, ANNA).schedule;
    await ingest(kit, 'lake');
    kit.poster.meet('send', 'hangs-before');
    const asked = kit.digests.postNow(HARBOUR, id, 'one').catch(reasonOf);
    await pass(kit.clock, MINUTE);
    await stop();
    await asked;
    kit.clock.advance(Date.parse('2024-03-02T00:00:00Z') - kit.clock.now().getTime());
    await kit.start();
    expect(kit.poster.calls).toEqual(['send 0', 'find 0']);
    await passUntil(kit.clock, '2024-03-02T08:00:00Z');
    expect(kit.poster.messages).toMatchObject([{ body: { date: '2024-03-02' } }]);
  });

  it('tries at once what is stuck', async () => {
    const kit = openJobKit();
    const id = await withNews(kit);
    kit.poster.close(CHANNEL, { refused: NO_WRITING });
    await passUntil(kit.clock, '2024-03-02T09:00:00Z');
    kit.poster.close(CHANNEL, null);
    await expect(kit.digests.postNow(HARBOUR, id, 'one')).resolves.toMatchObject({
      outcome: 'posted',
    });
    expect(kit.digests.get(HARBOUR, id)).toMatchObject({
      last: { date: '2024-03-02', outcome: 'posted' },
      trouble: null,
    });
    await passUntil(kit.clock, '2024-03-03T08:00:00Z');
    expect(kit.poster.messages).toHaveLength(1);
  });

  it('of a paused digest holds what was stuck and everything since', async () => {
    const kit = openJobKit();
    const id = await withNews(kit);
    kit.poster.close(CHANNEL, { refused: NO_WRITING });
    await passUntil(kit.clock, '2024-03-03T08:00:00Z');
    expect(kit.digests.get(HARBOUR, id)?.schedule.pause).not.toBeNull();
    kit.poster.close(CHANNEL, null);
    await ingest(kit, 'tower');
    await kit.digests.postNow(HARBOUR, id, 'one');
    expect(kit.poster.messages).toMatchObject([{ body: { date: '2024-03-03' } }]);
    expect(kit.poster.messages[0]?.body.headlines).toHaveLength(2);
    kit.digests.resume(HARBOUR, id);
    await passUntil(kit.clock, '2024-03-04T08:00:00Z');
    expect(kit.poster.messages).toHaveLength(1);
  });

  it('needs a connection', async () => {
    const kit = openJobKit();
    const stop = await kit.start();
    const { schedule } = kit.digests.add(HARBOUR, SETTINGS, ANNA);
    await ingest(kit, 'lake');
    kit.poster.close(CHANNEL, 'hangs-before');
    const asked = kit.digests.postNow(HARBOUR, schedule.id, 'one').catch(reasonOf);
    await pass(kit.clock, MINUTE);
    await stop();
    expect(await asked).toEqual(['not-connected', null]);
    const later = kit.digests.postNow(HARBOUR, schedule.id, 'two').catch(reasonOf);
    expect(await later).toEqual(['not-connected', null]);
  });

  it('is not made for whoever does not wait for it', async () => {
    const kit = openJobKit();
    const id = await withNews(kit);
    const asked = kit.digests.postNow(HARBOUR, id, 'one', AbortSignal.abort(new Error('late')));
    await expect(asked).rejects.toThrow('late');
    expect(kit.poster.calls).toEqual([]);
  });

  it('is not found in another guild', async () => {
    const kit = openJobKit();
    const id = await withNews(kit);
    const failure = await kit.digests.postNow(MOUNTAIN, id, 'one').catch(reasonOf);
    expect(failure).toEqual(['not-found', null]);
    expect(kit.poster.calls).toEqual([]);
  });
});
