import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MS_PER_DAY } from '../../../src/clock.ts';
import { addDays, dueAt, localDate } from '../../../src/digest/calendar/local-days.ts';
import {
  planDigest,
  type DigestPlan,
  type PlannedSchedule,
} from '../../../src/digest/calendar/plan.ts';
import type { DigestDays, LocalDate, Timing } from '../../../src/digest/schedule.ts';

const TWO_YEARS = 2 * 365 * MS_PER_DAY;
const START = Date.UTC(2025, 0, 1);
const HOUR = 3_600_000;

const ZONES = [
  ...['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Nuuk'],
  ...['Africa/Cairo', 'Pacific/Apia', 'Asia/Kathmandu', 'Africa/Casablanca', 'UTC'],
];

const anyTiming: fc.Arbitrary<Timing> = fc.record({
  zone: fc.constantFrom(...ZONES),
  // Hours in which clocks are changed, and any other.
  time: fc.oneof(
    fc.constantFrom('00:00', '00:30', '01:30', '02:15', '02:30', '23:30', '08:00'),
    fc
      .integer({ min: 0, max: 1439 })
      .map((at) => new Date(at * 60_000).toISOString().slice(11, 16)),
  ),
  days: fc.constantFrom<DigestDays>('every', 'every', 'weekdays', 1, 4, 6, 7),
});

const anySchedule: fc.Arbitrary<PlannedSchedule> = fc
  .tuple(
    anyTiming,
    fc.constantFrom('late' as const, 'merge' as const, 'skip' as const),
    fc.integer({ min: 0, max: 30 * 24 }),
  )
  .map(([timing, catchUp, hours]) => ({
    ...timing,
    catchUp,
    activeFrom: new Date(START + hours * HOUR).toISOString(),
  }));

/** How long nobody looks: until it is due for 0; else so many minutes, an outage. */
const anyPauses = fc.array(
  fc.oneof(
    { weight: 20, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 15 }) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 6 * 24 * 60 }) },
  ),
  { minLength: 50, maxLength: 50 },
);

test('over two years every day on which a digest is due is done once, in order', () => {
  fc.assert(
    fc.property(anySchedule, anyPauses, (schedule, pauses) => {
      const walk = new Walk(schedule);
      for (let at = 0; walk.now < START + TWO_YEARS; at++)
        walk.step(pauses[at % pauses.length] ?? 0);
      walk.goOnToDigest();
      expect(walk.covered).toEqual(walk.expected());
      if (schedule.catchUp !== 'skip') expect(walk.skipped).toBe(0);
    }),
    { numRuns: 30 },
  );
}, 30_000);

test('when the clock is never late, every digest is posted at its moment and covers one day', () => {
  fc.assert(
    fc.property(anySchedule, (schedule) => {
      const walk = new Walk(schedule);
      while (walk.now < START + TWO_YEARS) walk.step(0);
      walk.goOnToDigest();
      expect(walk.moments).toEqual(walk.expected().map((date) => dueAt(schedule, date)));
    }),
    { numRuns: 15 },
  );
}, 30_000);

test('a clock that is set at will repeats no day', () => {
  const anyShifts = fc.array(fc.integer({ min: -20 * 24, max: 30 * 24 }), { maxLength: 60 });
  fc.assert(
    fc.property(anySchedule, anyShifts, (schedule, shifts) => {
      const walk = new Walk(schedule);
      for (const hours of shifts) {
        walk.now = Math.max(START, walk.now + hours * HOUR);
        for (let at = 0; at < 5; at++) walk.step(0);
      }
      expect(new Set(walk.done).size).toBe(walk.done.length);
    }),
    { numRuns: 60 },
  );
}, 30_000);

/** A schedule in the hands of somebody who does what the plan says. */
class Walk {
  now = START;
  /** Days with a digest or a skip of their own, as they came. */
  readonly done: LocalDate[] = [];
  /** All days that were due, those included that came with a later one. */
  readonly covered: LocalDate[] = [];
  /** When they were posted, by the clock. */
  readonly moments: number[] = [];
  skipped = 0;
  readonly #schedule: PlannedSchedule;

  constructor(schedule: PlannedSchedule) {
    this.#schedule = schedule;
  }

  step(minutes: number): void {
    const plan = this.#plan();
    if (plan.kind !== 'wait') {
      this.#do(plan);
      return;
    }
    expect(plan.at).toBeGreaterThan(this.now);
    this.now = minutes === 0 ? plan.at : this.now + minutes * 60_000;
  }

  /** Until the next digest is posted, with which everything is done that was due. */
  goOnToDigest(): void {
    const before = this.moments.length;
    while (this.moments.length === before) this.step(0);
  }

  /** Every day that was due until now. */
  expected(): LocalDate[] {
    return daysDue(this.#schedule, Date.parse(this.#schedule.activeFrom), this.now);
  }

  #plan(): DigestPlan {
    const today = localDate(this.#schedule.zone, this.now);
    const past = this.done.filter((date) => date <= today).sort();
    const ahead = this.done.filter((date) => date > today);
    return planDigest(this.#schedule, { last: past.at(-1) ?? null, ahead }, this.now);
  }

  #do({ kind, firstDate, date, dueAt: due }: Exclude<DigestPlan, { readonly kind: 'wait' }>): void {
    expect(due).toBe(dueAt(this.#schedule, date));
    this.done.push(date);
    for (let day = firstDate; day <= date; day = addDays(day, 1)) {
      if (dueAt(this.#schedule, day) !== null) this.covered.push(day);
    }
    if (kind === 'skip') this.skipped++;
    else this.moments.push(this.now);
  }
}

function daysDue(timing: Timing, after: number, until: number): LocalDate[] {
  const found: LocalDate[] = [];
  const end = addDays(localDate(timing.zone, until), 2);
  for (let date = addDays(localDate(timing.zone, after), -2); date < end; date = addDays(date, 1)) {
    const due = dueAt(timing, date);
    if (due !== null && due > after && due <= until) found.push(date);
  }
  return found;
}
