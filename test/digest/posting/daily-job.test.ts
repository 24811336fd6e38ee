import { describe, expect, it } from 'vitest';
import type { BuildDigest } from '../../../src/digest/build.ts';
import type { CatchUp } from '../../../src/digest/schedule.ts';
import { storedDigest } from '../../../src/digest/schedules/stored-schedule.ts';
import { nextTurn } from '../../../src/event-loop.ts';
import { ManualClock } from '../../fakes/manual-clock.ts';
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
  settled,
  startPosting,
} from './job-kit.ts';

/** Eight in Berlin on 2024-03-02. */
const DUE = '2024-03-02T07:00:00Z';

describe('a new digest', () => {
  it('starts from its creation and pours nothing older into the channel', async () => {
    const kit = openJobKit();
    await ingest(kit, 'bridge');
    await kit.start();
    kit.digests.add(HARBOUR, SETTINGS, ANNA);
    await ingest(kit, 'lake');
    await passUntil(kit.clock, DUE);
    expect(kit.poster.messages).toMatchObject([
      {
        channelId: CHANNEL,
        postedAt: '2024-03-02T07:00:00.000Z',
        body: { date: '2024-03-02', firstDate: '2024-03-02', headlines: ['News of the lake'] },
      },
    ]);
  });

  it('waits for tomorrow when its hour has passed today', async () => {
    const kit = openJobKit();
    await kit.start();
    const { nextAt } = kit.digests.add(HARBOUR, { ...SETTINGS, time: '13:00' }, ANNA);
    await ingest(kit, 'lake');
    expect(nextAt).toEqual(new Date('2024-03-02T12:00:00Z'));
    await pass(kit.clock, HOUR);
    expect(kit.poster.calls).toEqual([]);
  });

  it('that is due within the minute is posted on the second', async () => {
    const kit = openJobKit({ clock: new ManualClock('2024-03-01T11:59:30Z') });
    await kit.start();
    kit.clock.advance(10_000);
    kit.digests.add(HARBOUR, { ...SETTINGS, time: '13:00' }, ANNA);
    await ingest(kit, 'lake');
    await settled();
    kit.clock.advance(20_000);
    await settled();
    expect(kit.poster.messages).toMatchObject([{ postedAt: '2024-03-01T12:00:00.000Z' }]);
  });
});

describe('a day', () => {
  it('is posted once, and what comes after it with the next', async () => {
    const kit = openJobKit();
    await kit.start();
    const { schedule } = kit.digests.add(HARBOUR, SETTINGS, ANNA);
    await ingest(kit, 'lake');
    await passUntil(kit.clock, '2024-03-02T06:59:00Z');
    expect(kit.poster.calls).toEqual([]);
    await passUntil(kit.clock, '2024-03-02T12:00:00Z');
    await ingest(kit, 'tower');
    await passUntil(kit.clock, '2024-03-03T12:00:00Z');
    expect(kit.poster.messages.map(({ body }) => [body.date, body.headlines])).toEqual([
      ['2024-03-02', ['News of the lake']],
      ['2024-03-03', ['News of the tower']],
    ]);
    expect(kit.digests.get(HARBOUR, schedule.id)).toMatchObject({
      nextAt: new Date('2024-03-04T07:00:00Z'),
      last: {
        date: '2024-03-03',
        outcome: 'posted',
        message: { channelId: CHANNEL, messageId: '2' },
      },
      trouble: null,
    });
  });

  it('without news is done without a post, or says so', async () => {
    const kit = openJobKit();
    await kit.start();
    const quiet = kit.digests.add(HARBOUR, SETTINGS, ANNA).schedule;
    const talking = kit.digests.add(HARBOUR, { ...SETTINGS, whenEmpty: 'say' }, ANNA).schedule;
    await passUntil(kit.clock, '2024-03-02T12:00:00Z');
    expect(kit.poster.messages).toMatchObject([{ body: { digestId: talking.id, headlines: [] } }]);
    expect(kit.digests.get(HARBOUR, quiet.id)?.last).toEqual({
      date: '2024-03-02',
      outcome: 'empty',
      message: null,
    });
  });

  it('of two digests in one channel holds no article twice', async () => {
    const kit = openJobKit();
    await kit.start();
    kit.digests.add(HARBOUR, SETTINGS, ANNA);
    kit.digests.add(HARBOUR, SETTINGS, ANNA);
    kit.digests.add(HARBOUR, { ...SETTINGS, channelId: '300000000000000009' }, ANNA);
    await ingest(kit, 'lake');
    await passUntil(kit.clock, DUE);
    expect(kit.poster.messages.map(({ channelId }) => channelId)).toEqual([
      CHANNEL,
      '300000000000000009',
    ]);
  });

  it('is published once it is posted, where that is wished', async () => {
    const kit = openJobKit();
    await kit.start();
    kit.digests.add(HARBOUR, { ...SETTINGS, publish: true }, ANNA);
    await ingest(kit, 'lake');
    await passUntil(kit.clock, DUE);
    expect(kit.poster.calls).toEqual(['send 0', 'publish']);
    expect(kit.poster.messages).toMatchObject([{ published: true }]);
  });
});

describe('a day whose hour passed while the bot was down', () => {
  async function backAt(moment: string, catchUp: CatchUp) {
    const kit = openJobKit();
    const stop = await kit.start();
    const { schedule } = kit.digests.add(HARBOUR, { ...SETTINGS, catchUp }, ANNA);
    await ingest(kit, 'lake');
    await stop();
    kit.clock.advance(Date.parse(moment) - kit.clock.now().getTime());
    await kit.start();
    await passUntil(kit.clock, '2024-03-05T06:00:00Z');
    await ingest(kit, 'tower');
    await passUntil(kit.clock, '2024-03-05T08:00:00Z');
    const posts = kit.poster.messages.map(({ postedAt, body }) => ({ postedAt, ...body }));
    return { posts, view: kit.digests.get(HARBOUR, schedule.id) };
  }

  it.each(['late', 'merge', 'skip'] as const)(
    'is posted as ever when it is a matter of minutes (%s)',
    async (catchUp) => {
      const { posts } = await backAt('2024-03-02T07:09:00Z', catchUp);
      expect(posts).toMatchObject([
        { postedAt: '2024-03-02T07:09:00.000Z', date: '2024-03-02' },
        { postedAt: '2024-03-05T07:00:00.000Z', date: '2024-03-05' },
      ]);
    },
  );

  it('is posted late on the same local day', async () => {
    // Five minutes to midnight in Berlin.
    const { posts } = await backAt('2024-03-02T22:55:00Z', 'late');
    expect(posts).toMatchObject([
      { postedAt: '2024-03-02T22:55:00.000Z', date: '2024-03-02' },
      { date: '2024-03-05' },
    ]);
  });

  it('is part of the next one after the local day has ended', async () => {
    const { posts } = await backAt('2024-03-03T23:05:00Z', 'late');
    expect(posts).toMatchObject([
      {
        postedAt: '2024-03-04T07:00:00.000Z',
        date: '2024-03-04',
        firstDate: '2024-03-02',
        headlines: ['News of the lake'],
      },
      { date: '2024-03-05', firstDate: '2024-03-05', headlines: ['News of the tower'] },
    ]);
  });

  it('is always part of the next one where that is wished', async () => {
    const { posts } = await backAt('2024-03-02T07:11:00Z', 'merge');
    expect(posts).toMatchObject([
      { postedAt: '2024-03-03T07:00:00.000Z', date: '2024-03-03', firstDate: '2024-03-02' },
      { date: '2024-03-05' },
    ]);
  });

  it('is left out with its articles where that is wished', async () => {
    const { posts, view } = await backAt('2024-03-04T12:00:00Z', 'skip');
    expect(posts).toMatchObject([
      { date: '2024-03-05', firstDate: '2024-03-05', headlines: ['News of the tower'] },
    ]);
    expect(view?.last).toMatchObject({ date: '2024-03-05', outcome: 'posted' });
  });

  it('shows when the next one comes', () => {
    const kit = openJobKit();
    for (const catchUp of ['late', 'merge', 'skip'] as const) {
      kit.digests.add(HARBOUR, { ...SETTINGS, catchUp }, ANNA);
    }
    kit.clock.advance(30 * HOUR);
    // What is late is due already.
    expect(kit.digests.list(HARBOUR).map(({ nextAt }) => nextAt?.toISOString())).toEqual([
      '2024-03-02T07:00:00.000Z',
      '2024-03-03T07:00:00.000Z',
      '2024-03-03T07:00:00.000Z',
    ]);
  });

  it('takes only those articles along that had come until then', async () => {
    const kit = openJobKit();
    const { schedule } = kit.digests.add(HARBOUR, { ...SETTINGS, catchUp: 'skip' }, ANNA);
    await ingest(kit, 'lake');
    kit.clock.advance(30 * HOUR);
    await ingest(kit, 'tower');
    await kit.start();
    expect(kit.digests.get(HARBOUR, schedule.id)?.last).toMatchObject({ outcome: 'skipped' });
    await passUntil(kit.clock, '2024-03-03T08:00:00Z');
    expect(kit.poster.messages).toMatchObject([{ body: { headlines: ['News of the tower'] } }]);
  });
});

describe('the wall clock', () => {
  it('set back after a post, repeats nothing and skips nothing', async () => {
    const kit = openJobKit();
    await kit.start();
    kit.digests.add(HARBOUR, SETTINGS, ANNA);
    await ingest(kit, 'lake');
    await passUntil(kit.clock, '2024-03-02T07:30:00Z');
    kit.clock.shift(-2 * HOUR);
    await ingest(kit, 'tower');
    await passUntil(kit.clock, '2024-03-02T12:00:00Z');
    expect(kit.poster.messages).toHaveLength(1);
    await passUntil(kit.clock, '2024-03-03T07:00:00Z');
    expect(kit.poster.messages.map(({ body }) => body.date)).toEqual(['2024-03-02', '2024-03-03']);
  });

  it('set forward past the hour, posts what is due within a minute', async () => {
    const kit = openJobKit();
    await kit.start();
    kit.digests.add(HARBOUR, SETTINGS, ANNA);
    await ingest(kit, 'lake');
    await pass(kit.clock, HOUR);
    kit.clock.shift(20 * HOUR);
    await pass(kit.clock, MINUTE);
    expect(kit.poster.messages).toMatchObject([
      { postedAt: '2024-03-02T09:01:00.000Z', body: { date: '2024-03-02' } },
    ]);
  });

  it('that was a month ahead, leaves the days in between to be posted', async () => {
    const kit = openJobKit();
    await kit.start();
    kit.digests.add(HARBOUR, { ...SETTINGS, whenEmpty: 'say' }, ANNA);
    kit.clock.shift(30 * 24 * HOUR);
    await pass(kit.clock, MINUTE);
    kit.clock.shift(-30 * 24 * HOUR);
    await passUntil(kit.clock, '2024-03-04T12:00:00Z');
    expect(kit.poster.messages.map(({ body }) => body.date)).toEqual([
      '2024-03-31',
      '2024-03-02',
      '2024-03-03',
      '2024-03-04',
    ]);
  });

  it('that was ahead when a digest was created, keeps it from nothing', async () => {
    const kit = openJobKit();
    kit.clock.shift(30 * 24 * HOUR);
    const stop = await kit.start();
    kit.digests.add(HARBOUR, { ...SETTINGS, whenEmpty: 'say' }, ANNA);
    await stop();
    kit.clock.shift(-30 * 24 * HOUR);
    await kit.start();
    await passUntil(kit.clock, DUE);
    expect(kit.poster.messages).toMatchObject([{ body: { date: '2024-03-02' } }]);
  });
});

describe('10,000 digests', () => {
  /** On which time goes by with every glance. */
  class BusyClock extends ManualClock {
    override elapsed(): number {
      this.advance(1);
      return super.elapsed();
    }
  }

  it('cost one timer, and are planned bit by bit', async () => {
    const clock = new BusyClock();
    const kit = openJobKit({ clock });
    const { schedule } = kit.digests.add(HARBOUR, SETTINGS, ANNA);
    kit.database.transaction(() => {
      for (let n = 1; n < 10_000; n++) {
        const guildId = String(BigInt(MOUNTAIN) + BigInt(n >> 4));
        const time = `08:${String(n % 60).padStart(2, '0')}`;
        const own = { id: `digest ${n}`, guildId, channelId: `channel ${n}` };
        kit.database.digests.insert(storedDigest({ ...schedule, ...own, time }));
      }
    });
    const ending = new AbortController();
    const running = kit.digests.run(kit.poster, ending.signal);
    let turns = 0;
    for (; clock.sleeping === 0; turns++) await nextTurn();
    expect(turns).toBeGreaterThan(50);
    expect(clock.sleeping).toBe(1);
    await ingest(kit, 'lake');
    clock.advance(Date.parse('2024-03-02T07:01:00Z') - clock.now().getTime());
    for (turns = 0; kit.poster.messages.length < 334; turns++) await nextTurn();
    expect(turns).toBeGreaterThan(20);
    await settled();
    expect(kit.poster.messages).toHaveLength(334);
    expect(clock.sleeping).toBe(1);
    ending.abort();
    await running;
    expect(clock.sleeping).toBe(0);
  }, 20_000);
});

describe('posting', () => {
  it('is done by one at a time, and can begin again', async () => {
    const kit = openJobKit();
    const stop = await kit.start();
    await expect(kit.digests.run(kit.poster, new AbortController().signal)).rejects.toThrow(
      /already/,
    );
    await stop();
    const { schedule } = kit.digests.add(HARBOUR, SETTINGS, ANNA);
    await ingest(kit, 'lake');
    kit.clock.advance(20 * HOUR);
    await kit.start();
    expect(kit.poster.messages).toMatchObject([{ body: { digestId: schedule.id } }]);
  });

  it('ends at once when it was to end before it began', async () => {
    const kit = openJobKit();
    await kit.digests.run(kit.poster, AbortSignal.abort());
    expect(kit.clock.sleeping).toBe(0);
  });

  it('goes on after a digest that could not be made, and tries that one again', async () => {
    let failures = 2;
    const kit = openJobKit({
      ports: {
        build: (request) =>
          request.schedule.guildId === MOUNTAIN && failures-- > 0
            ? Promise.reject(new Error('out of memory'))
            : list(request),
      },
    });
    const list: BuildDigest = ({ date, firstDate }) =>
      Promise.resolve({
        ...{ date, firstDate, articles: 0, corrected: 0, omitted: 0, sections: [] },
      });
    await kit.start();
    const talking = { ...SETTINGS, whenEmpty: 'say' } as const;
    const broken = kit.digests.add(MOUNTAIN, talking, ANNA).schedule;
    kit.digests.add(HARBOUR, talking, ANNA);
    await passUntil(kit.clock, DUE);
    expect(kit.poster.messages).toHaveLength(1);
    expect(kit.digests.get(MOUNTAIN, broken.id)?.trouble).toEqual({
      problem: { kind: 'discord', permissions: [] },
      nextTryAt: new Date('2024-03-02T07:01:00Z'),
    });
    await passUntil(kit.clock, '2024-03-02T07:05:00Z');
    expect(kit.poster.messages).toHaveLength(1);
    await passUntil(kit.clock, '2024-03-02T07:06:00Z');
    expect(kit.poster.messages).toMatchObject([{}, { body: { digestId: broken.id } }]);
    expect(kit.digests.get(MOUNTAIN, broken.id)?.trouble).toBeNull();
  });

  it('goes on beside a digest that cannot be read', async () => {
    const kit = openJobKit();
    const { schedule } = kit.digests.add(HARBOUR, SETTINGS, ANNA);
    const damaged = { ...storedDigest(schedule), id: 'damaged', guild: MOUNTAIN, settings: '{}' };
    kit.database.digests.insert(damaged);
    await kit.start();
    await ingest(kit, 'lake');
    await passUntil(kit.clock, DUE);
    expect(kit.poster.messages).toMatchObject([{ body: { digestId: schedule.id } }]);
  });

  it('by two at once over one database posts once', async () => {
    const kit = openJobKit();
    const other = openJobKit(kit);
    await kit.start();
    await startPosting(other.digests, kit.poster);
    kit.digests.add(HARBOUR, SETTINGS, ANNA);
    await ingest(kit, 'lake');
    await passUntil(kit.clock, '2024-03-03T12:00:00Z');
    expect(kit.poster.messages).toHaveLength(1);
  });
});
