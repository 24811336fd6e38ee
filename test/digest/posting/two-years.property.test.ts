import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { MS_PER_DAY } from '../../../src/clock.ts';
import { datedRunId } from '../../../src/digest/posting/run-id.ts';
import type { Weekday } from '../../../src/digest/schedule.ts';
import { Wall } from './plain-days.ts';
import { TwoYears, type Incident, type Story, type Walked } from './two-years.ts';

vi.setConfig({ testTimeout: 120_000 });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Here time goes by in steps of up to two minutes. */
const PUNCTUAL_MS = 2 * MINUTE;
/** Later than this is not on time. */
const GRACE_MS = 10 * MINUTE;

const ZONES = [
  // Clocks change at one, two or three in the night, or at midnight; forwards by an hour, or by half of one.
  ...[
    'Europe/Berlin',
    'America/New_York',
    'America/Santiago',
    'Asia/Beirut',
    'Australia/Lord_Howe',
  ],
  // On the evening before, back for Ramadan, by two hours, or from winter to summer to permanent winter.
  ...['America/Nuuk', 'Africa/Casablanca', 'Antarctica/Troll', 'Asia/Gaza', 'America/Caracas'],
  // Left out 30 December 2011; three quarters of an hour off; none at all.
  ...['Pacific/Apia', 'Pacific/Chatham', 'Asia/Kathmandu', 'UTC'],
];
/** Most of them in the hours in which clocks change. */
const TIMES = [
  '00:00',
  '00:30',
  '01:15',
  '02:00',
  '02:30',
  '03:00',
  '08:00',
  '12:05',
  '23:30',
  '23:59',
];
const STARTS = ['2011-03-01T05:00:00Z', '2015-02-01T12:00:00Z', '2022-08-20T21:30:00Z'];
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const schedule = fc.record({
  time: fc.constantFrom(...TIMES),
  zone: fc.constantFrom(...ZONES),
  days: fc.oneof(
    fc.constant('every' as const),
    fc.constant('weekdays' as const),
    fc.constantFrom(...WEEKDAYS),
  ),
  catchUp: fc.constantFrom('late' as const, 'merge' as const, 'skip' as const),
  whenEmpty: fc.constantFrom('skip' as const, 'say' as const),
  publish: fc.boolean(),
});

/** From a minute to three weeks. */
const duration = fc.oneof(
  fc.integer({ min: MINUTE, max: 30 * MINUTE }),
  fc.integer({ min: 30 * MINUTE, max: 30 * HOUR }),
  fc.integer({ min: MS_PER_DAY, max: 21 * MS_PER_DAY }),
);
const jump = fc.tuple(duration, fc.constantFrom(1, -1)).map(([ms, sign]) => ms * sign);
const afterMs = fc.integer({ min: 0, max: 25 * MS_PER_DAY });

function incidents(...kinds: readonly Incident['kind'][]): fc.Arbitrary<Incident[]> {
  const incident = fc
    .constantFrom(...kinds)
    .chain((kind) =>
      fc.record({ afterMs, kind: fc.constant(kind), ms: kind === 'shift' ? jump : duration }),
    );
  return fc.array(incident, { minLength: 20, maxLength: 40, size: 'max' });
}

function story(of: fc.Arbitrary<Incident[]>, troubles: number): fc.Arbitrary<Story> {
  return fc.record({
    start: fc.constantFrom(...STARTS),
    schedules: fc.array(schedule, { minLength: 2, maxLength: 2 }),
    incidents: of,
    seed: fc.nat(),
    troubles: fc.constant(troubles),
  });
}

async function walk(told: Story): Promise<TwoYears> {
  const years = new TwoYears(told);
  await years.walk();
  expect(years.complaints).toEqual([]);
  return years;
}

/** What is on record for a schedule: its dates, and the days that each stands for. */
function recordsOf({ database }: TwoYears, { id }: Walked) {
  return database.digestRuns.dates(id, '').map((date) => {
    const run = database.digestRuns.get(datedRunId(id, date));
    if (run === null) throw new Error(`The run of ${date} has another id.`);
    return { date, firstDate: run.firstDate, state: run.state, createdAt: run.createdAt };
  });
}

function expectEveryDayOnRecord(years: TwoYears, walked: Walked): void {
  const records = recordsOf(years, walked);
  expect(records.filter(({ state }) => state === 'open')).toEqual([]);
  const due = walked.due.filter(({ dueMs }) => dueMs > years.startMs && dueMs <= years.endMs);
  const missing = due.filter(
    ({ date }) => !records.some((record) => record.firstDate <= date && date <= record.date),
  );
  expect(missing).toEqual([]);
  const dates = new Set(walked.due.map(({ date }) => date));
  expect(records.filter(({ date }) => !dates.has(date))).toEqual([]);
}

function expectNoDayTwice(years: TwoYears, walked: Walked): void {
  // Those that were merged are in the one that came after them.
  const records = recordsOf(years, walked).filter(({ state }) => state !== 'merged');
  for (const [at, { firstDate }] of records.entries()) {
    expect(firstDate > (records[at - 1]?.date ?? '')).toBe(true);
  }
}

function expectOneMessageEach({ discord, database }: TwoYears, { id, draft }: Walked): void {
  const messages = discord.messages.filter(({ scheduleId }) => scheduleId === id);
  const names = messages.map(({ runId, at }) => `${runId} ${at}`);
  expect(new Set(names).size).toBe(names.length);
  expect(messages.map(({ runId }) => runId)).toEqual(
    messages.map(({ date }) => datedRunId(id, date)),
  );
  const unposted = messages.filter(
    ({ runId }) => database.digestRuns.get(runId)?.state !== 'posted',
  );
  expect(unposted).toEqual([]);
  const firsts = messages.filter(({ at }) => at === 0);
  expect(firsts.filter(({ published }) => published !== (draft.publish ? 1 : 0))).toEqual([]);
}

function expectEveryArticleOnce(years: TwoYears, walked: Walked): void {
  const shown = years.discord.messages
    .filter(({ scheduleId }) => scheduleId === walked.id)
    .flatMap(({ articleIds }) => articleIds);
  expect(new Set(shown).size).toBe(shown.length);
  const posted = new Set(shown);
  const last = years.database.digests.get(walked.id)?.seenKey ?? 0;
  const missing = [...years.articles.keys()].slice(0, last).filter((id) => !posted.has(id));
  const skipped = recordsOf(years, walked).filter(({ state }) => state === 'skipped');
  const dueMsOf = new Map(walked.due.map(({ date, dueMs }) => [date, dueMs]));
  const lastSkippedMs = Math.max(0, ...skipped.map(({ date }) => dueMsOf.get(date) ?? 0));
  // Those that had come until a day that was left out are left out with it.
  expect(missing.filter((id) => (years.articles.get(id) ?? 0) > lastSkippedMs)).toEqual([]);
  if (walked.draft.catchUp !== 'skip') expect(skipped).toEqual([]);
}

function expectInTime({ built }: TwoYears, { id, draft, due }: Walked): void {
  const wall = new Wall(draft.zone);
  const dueMsOf = new Map(due.map(({ date, dueMs }) => [date, dueMs]));
  const wrong = built.filter(({ scheduleId, date, atMs }) => {
    if (scheduleId !== id) return false;
    const dueMs = dueMsOf.get(date) ?? Infinity;
    const onTime = atMs >= dueMs && atMs <= dueMs + GRACE_MS;
    const late = draft.catchUp === 'late' && atMs >= dueMs && wall.date(atMs) === wall.date(dueMs);
    return !onTime && !late;
  });
  expect(wrong).toEqual([]);
}

function expectWhole(years: TwoYears): void {
  for (const walked of years.walked) {
    expectEveryDayOnRecord(years, walked);
    expectOneMessageEach(years, walked);
    expectEveryArticleOnce(years, walked);
    expectInTime(years, walked);
  }
}

describe('over two years', () => {
  it('a digest is posted at its hour every day, when nothing goes wrong', async () => {
    const property = fc.asyncProperty(story(fc.constant([]), 0), async (told) => {
      const years = await walk(told);
      expectWhole(years);
      for (const walked of years.walked) {
        expectNoDayTwice(years, walked);
        const late = recordsOf(years, walked).filter(({ date, firstDate, createdAt }) => {
          const dueMs = walked.due.find((day) => day.date === date)?.dueMs ?? 0;
          return date !== firstDate || Date.parse(createdAt) > dueMs + PUNCTUAL_MS;
        });
        expect(late).toEqual([]);
      }
    });
    await fc.assert(property, { seed: 20_261_124, numRuns: 1, endOnFailure: true });
  });

  it('no day is missing and none comes twice, through restarts, outages and lost answers', async () => {
    const property = fc.asyncProperty(
      story(incidents('stop', 'kill', 'outage'), 8),
      async (told) => {
        const years = await walk(told);
        expectWhole(years);
        for (const walked of years.walked) expectNoDayTwice(years, walked);
      },
    );
    await fc.assert(property, { seed: 20_261_125, numRuns: 2, endOnFailure: true });
  });

  it('and none when the clock is set forwards and back as well', async () => {
    const property = fc.asyncProperty(
      story(incidents('stop', 'kill', 'shift', 'shift'), 8),
      async (told) => {
        expectWhole(await walk(told));
      },
    );
    await fc.assert(property, { seed: 20_261_126, numRuns: 2, endOnFailure: true });
  });
});
