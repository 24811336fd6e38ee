import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log.ts';
import type { PartToSend, SentPart } from '../../../src/digest/poster.ts';
import { archivePath, temporaryFolder } from '../../archive/archive-kit.ts';
import { ManualClock } from '../../fakes/manual-clock.ts';
import { MemoryPoster } from '../../fakes/memory-poster.ts';
import {
  ANNA,
  HARBOUR,
  HOUR,
  MINUTE,
  SETTINGS,
  ingest,
  openJobKit,
  pass,
  passUntil,
  type JobKit,
} from './job-kit.ts';

const DUE = '2024-03-02T07:00:00Z';
/** Longer than Discord knows a nonce, shorter than the day. */
const LATER = 3 * HOUR;

/** What a process leaves that ends at a moment: its files, and what Discord has. */
interface Remains {
  readonly moment: string;
  readonly path: string;
  readonly discord: MemoryPoster;
}

/** Shows the moments before and after every effect. */
class WatchedPoster extends MemoryPoster {
  watch: (moment: string) => void = () => undefined;

  override async send(part: PartToSend): Promise<SentPart> {
    this.watch(`before sending ${part.at}`);
    const sent = await super.send(part);
    this.watch(`after sending ${part.at}`);
    return sent;
  }

  override async publish(part: SentPart): Promise<void> {
    this.watch('before publishing');
    await super.publish(part);
    this.watch('after publishing');
  }
}

/** Posts a digest of two messages; the files are copied at every step, as the end of the process would leave them. */
async function remainsOfEveryStep(post: (kit: JobKit, digestId: string) => Promise<unknown>) {
  const remains: Remains[] = [];
  const path = archivePath();
  const clock = new ManualClock();
  const poster = new WatchedPoster(clock);
  poster.parts = 2;
  poster.watch = (moment) => {
    const copy = join(temporaryFolder(), 'archive.db');
    for (const suffix of ['', '-wal']) {
      if (existsSync(path + suffix)) copyFileSync(path + suffix, copy + suffix);
    }
    remains.push({ moment, path: copy, discord: poster.copy(clock) });
  };
  const log = createLog('debug', {
    destination: {
      write: (line) => {
        const { step } = JSON.parse(line) as { readonly step?: string };
        if (step !== undefined) poster.watch(step);
      },
    },
  });
  const kit = openJobKit({ path, clock, poster, ports: { log } });
  await kit.start();
  const { schedule } = kit.digests.add(HARBOUR, { ...SETTINGS, publish: true }, ANNA);
  await ingest(kit, 'lake');
  await post(kit, schedule.id);
  expect(poster.messages).toHaveLength(2);
  return { remains, startedAt: clock.now() };
}

/** Goes on where a process ended. */
async function goOn({ path, discord }: Remains, at: Date, afterMs: number) {
  const clock = new ManualClock(at.toISOString());
  const poster = discord.copy(clock);
  poster.parts = 2;
  const kit = openJobKit({ path, clock, poster });
  clock.advance(afterMs);
  await kit.start();
  await pass(clock, 10 * MINUTE);
  return kit;
}

const ALL = [0, 1].map((at) => ({ at, body: { headlines: ['News of the lake'] } }));

describe.each([
  ['at once', 0],
  ['hours later', LATER],
])('a process that ended at any step, and begins again %s,', (_, afterMs) => {
  it('has posted every message of the day once', async () => {
    const { remains, startedAt } = await remainsOfEveryStep((kit) => passUntil(kit.clock, DUE));
    expect(remains.map(({ moment }) => moment)).toEqual([
      ...['due', 'built', 'recorded'],
      ...[0, 1].flatMap((at) => ['sending', `before sending ${at}`, `after sending ${at}`, 'sent']),
      ...[
        'publishing',
        ...Array<string[]>(2).fill(['before publishing', 'after publishing']).flat(),
      ],
      'posted',
    ]);
    for (const each of remains) {
      const { poster, digests, database } = await goOn(each, startedAt, afterMs);
      expect(poster.messages, each.moment).toMatchObject(ALL);
      expect(
        poster.messages.every(({ published }) => published),
        each.moment,
      ).toBe(true);
      const [view] = digests.list(HARBOUR);
      expect(view?.last, each.moment).toMatchObject({ date: '2024-03-02', outcome: 'posted' });
      expect(view?.schedule.seenKey, each.moment).toBe(database.news.highestKey());
    }
  }, 20_000);

  it('has posted every message that was asked for by hand once', async () => {
    const { remains, startedAt } = await remainsOfEveryStep((kit, id) =>
      kit.digests.postNow(HARBOUR, id, 'request'),
    );
    for (const each of remains) {
      const { poster, digests } = await goOn(each, startedAt, afterMs);
      const [view] = digests.list(HARBOUR);
      await digests.postNow(HARBOUR, view?.schedule.id ?? '', 'request');
      expect(poster.messages, each.moment).toMatchObject(ALL);
    }
  }, 20_000);
});

describe('a message whose sending has an unknown outcome', () => {
  it('is looked for before it is sent again', async () => {
    const kit = openJobKit();
    const stop = await kit.start();
    kit.digests.add(HARBOUR, SETTINGS, ANNA);
    await ingest(kit, 'lake');
    kit.poster.meet('send', 'hangs-after');
    await passUntil(kit.clock, DUE);
    await stop();
    kit.clock.advance(LATER);
    await kit.start();
    expect(kit.poster.calls).toEqual(['send 0', 'find 0']);
    expect(kit.poster.messages).toHaveLength(1);
  });

  it('is sent when it is certainly not there', async () => {
    const kit = openJobKit();
    const stop = await kit.start();
    kit.digests.add(HARBOUR, SETTINGS, ANNA);
    await ingest(kit, 'lake');
    kit.poster.meet('send', 'hangs-before');
    await passUntil(kit.clock, DUE);
    await stop();
    await kit.start();
    expect(kit.poster.calls).toEqual(['send 0', 'find 0', 'send 0']);
    expect(kit.poster.messages).toHaveLength(1);
  });

  it('is not sent as long as nobody can look', async () => {
    const kit = openJobKit();
    await kit.start();
    kit.digests.add(HARBOUR, SETTINGS, ANNA);
    await ingest(kit, 'lake');
    kit.poster.meet('send', 'lost-after');
    kit.poster.meet('find', 'lost-before', 'lost-before');
    await passUntil(kit.clock, '2024-03-02T09:00:00Z');
    expect(kit.poster.calls).toEqual(['send 0', 'find 0', 'find 0', 'find 0']);
    expect(kit.poster.messages).toHaveLength(1);
  });
});

describe('a digest that was made ready and never tried', () => {
  it('is made anew with the next one after its local day has ended', async () => {
    const { remains } = await remainsOfEveryStep((kit) => passUntil(kit.clock, DUE));
    const recorded = remains.find(({ moment }) => moment === 'recorded');
    if (!recorded) throw new Error('It was not recorded.');
    const kit = await goOn(recorded, new Date('2024-03-03T01:00:00Z'), 0);
    expect(kit.poster.messages).toEqual([]);
    expect(kit.digests.list(HARBOUR)).toMatchObject([
      { last: { date: '2024-03-02', outcome: 'merged', message: null } },
    ]);
    await passUntil(kit.clock, '2024-03-03T07:00:00Z');
    expect(kit.poster.messages).toMatchObject(
      [0, 1].map((at) => ({
        at,
        body: { date: '2024-03-03', firstDate: '2024-03-02', headlines: ['News of the lake'] },
      })),
    );
  });

  it('is finished, however late, when a part of it stands in the channel', async () => {
    const { remains } = await remainsOfEveryStep((kit) => passUntil(kit.clock, DUE));
    const begun = remains.find(({ moment }) => moment === 'after sending 0');
    if (!begun) throw new Error('It was not sent.');
    const kit = await goOn(begun, new Date('2024-03-05T09:00:00Z'), 0);
    expect(kit.poster.messages).toMatchObject(ALL);
    await passUntil(kit.clock, '2024-03-06T07:00:00Z');
    expect(kit.digests.list(HARBOUR)).toMatchObject([
      { last: { date: '2024-03-06', outcome: 'empty' } },
    ]);
  });
});
