import { describe, expect, test } from 'vitest';
import {
  planDigest,
  type HandledDays,
  type PlannedSchedule,
} from '../../../src/digest/calendar/plan.ts';

const NONE: HandledDays = { last: null, ahead: [] };

/** Every day at 08:00 in Berlin, in winter: due at 07:00 UTC. Tuesday is 2026-11-24. */
function daily(changes: Partial<PlannedSchedule> = {}): PlannedSchedule {
  const timing = { time: '08:00', zone: 'Europe/Berlin', days: 'every' } as const;
  return { ...timing, activeFrom: '2026-11-20T12:00:00.000Z', catchUp: 'late', ...changes };
}

/** `due 2026-11-22..2026-11-24 at 2026-11-24T07:00`, or `wait 2026-11-25 at …` */
function plan(schedule: PlannedSchedule, handled: HandledDays, now: string): string {
  const found = planDigest(schedule, handled, Date.parse(now));
  if (found.kind === 'wait') return `wait ${found.date} at ${minute(found.at)}`;
  const { kind, firstDate, date, dueAt } = found;
  return `${kind} ${firstDate === date ? '' : `${firstDate}..`}${date} at ${minute(dueAt)}`;
}

function minute(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16);
}

const done = (last: string, ...ahead: string[]): HandledDays => ({ last, ahead });

describe('a digest on time', () => {
  test('waits for its hour, is due at it, and then waits for the next day', () => {
    const schedule = daily();
    const before = done('2026-11-23');
    expect(plan(schedule, before, '2026-11-24T06:59:59.999Z')).toBe(
      'wait 2026-11-24 at 2026-11-24T07:00',
    );
    expect(plan(schedule, before, '2026-11-24T07:00:00Z')).toBe(
      'due 2026-11-24 at 2026-11-24T07:00',
    );
    expect(plan(schedule, done('2026-11-24'), '2026-11-24T07:00:01Z')).toBe(
      'wait 2026-11-25 at 2026-11-25T07:00',
    );
  });

  test('of a new schedule is not due for an hour that had passed', () => {
    const created = daily({ activeFrom: '2026-11-24T07:00:00.000Z' });
    expect(plan(created, NONE, '2026-11-24T07:00:00Z')).toBe('wait 2026-11-25 at 2026-11-25T07:00');
    const earlier = daily({ activeFrom: '2026-11-24T06:59:00.000Z' });
    expect(plan(earlier, NONE, '2026-11-24T07:00:00Z')).toBe('due 2026-11-24 at 2026-11-24T07:00');
  });

  test('that was resumed does not make up for the days of the pause', () => {
    const resumed = daily({ activeFrom: '2026-11-24T12:00:00.000Z' });
    expect(plan(resumed, done('2026-11-10'), '2026-11-25T07:00:00Z')).toBe(
      'due 2026-11-25 at 2026-11-25T07:00',
    );
  });

  test('on weekdays passes over the weekend', () => {
    const weekdays = daily({ days: 'weekdays' });
    expect(plan(weekdays, done('2026-11-20'), '2026-11-21T07:00:00Z')).toBe(
      'wait 2026-11-23 at 2026-11-23T07:00',
    );
    expect(plan(weekdays, done('2026-11-20'), '2026-11-23T07:00:00Z')).toBe(
      'due 2026-11-23 at 2026-11-23T07:00',
    );
  });

  test('on one weekday waits for a week', () => {
    expect(plan(daily({ days: 5 }), done('2026-11-20'), '2026-11-20T08:00:00Z')).toBe(
      'wait 2026-11-27 at 2026-11-27T07:00',
    );
  });

  test('comes once in the nights in which the clocks are changed', () => {
    const zone = 'America/New_York';
    const night = daily({ zone, time: '02:30', activeFrom: '2026-01-01T00:00:00Z' });
    expect(plan(night, done('2026-03-07'), '2026-03-08T06:59:59Z')).toBe(
      'wait 2026-03-08 at 2026-03-08T07:00',
    );
    expect(plan(night, done('2026-03-08'), '2026-03-08T07:30:00Z')).toBe(
      'wait 2026-03-09 at 2026-03-09T06:30',
    );
    const twice = daily({ zone, time: '01:30', activeFrom: '2026-01-01T00:00:00Z' });
    expect(plan(twice, done('2026-10-31'), '2026-11-01T05:30:00Z')).toBe(
      'due 2026-11-01 at 2026-11-01T05:30',
    );
    expect(plan(twice, done('2026-11-01'), '2026-11-01T06:30:00Z')).toBe(
      'wait 2026-11-02 at 2026-11-02T06:30',
    );
  });

  test('whose hour the clocks move into the next day is due for its own day, and once', () => {
    const nuuk = daily({ zone: 'America/Nuuk', time: '23:30', activeFrom: '2026-03-01T00:00:00Z' });
    expect(plan(nuuk, done('2026-03-27'), '2026-03-29T01:00:00Z')).toBe(
      'due 2026-03-28 at 2026-03-29T01:00',
    );
    expect(plan(nuuk, done('2026-03-28'), '2026-03-29T01:00:00Z')).toBe(
      'wait 2026-03-29 at 2026-03-30T00:30',
    );
  });

  test('passes over a day that the zone left out', () => {
    const apia = daily({ zone: 'Pacific/Apia', activeFrom: '2011-12-01T00:00:00Z' });
    expect(plan(apia, done('2011-12-29'), '2011-12-29T18:00:00Z')).toBe(
      'wait 2011-12-31 at 2011-12-30T18:00',
    );
  });
});

describe('a digest whose hour has passed', () => {
  const missed = done('2026-11-21');

  test.each(['late', 'merge', 'skip'] as const)(
    'is on time until ten minutes after it (%s)',
    (catchUp) => {
      expect(plan(daily({ catchUp }), missed, '2026-11-24T07:10:00Z')).toBe(
        'due 2026-11-22..2026-11-24 at 2026-11-24T07:00',
      );
    },
  );

  test('is posted late until the local day ends, then with the next', () => {
    const late = daily();
    expect(plan(late, missed, '2026-11-24T22:59:59.999Z')).toBe(
      'due 2026-11-22..2026-11-24 at 2026-11-24T07:00',
    );
    expect(plan(late, missed, '2026-11-24T23:00:00Z')).toBe('wait 2026-11-25 at 2026-11-25T07:00');
    expect(plan(late, missed, '2026-11-25T07:00:00Z')).toBe(
      'due 2026-11-22..2026-11-25 at 2026-11-25T07:00',
    );
  });

  test('is merged into the next', () => {
    const merge = daily({ catchUp: 'merge' });
    expect(plan(merge, missed, '2026-11-24T07:10:00.001Z')).toBe(
      'wait 2026-11-25 at 2026-11-25T07:00',
    );
    expect(plan(merge, missed, '2026-11-25T07:00:00Z')).toBe(
      'due 2026-11-22..2026-11-25 at 2026-11-25T07:00',
    );
  });

  test('is skipped, and the next comes alone', () => {
    const skip = daily({ catchUp: 'skip' });
    expect(plan(skip, missed, '2026-11-24T07:10:00.001Z')).toBe(
      'skip 2026-11-22..2026-11-24 at 2026-11-24T07:00',
    );
    expect(plan(skip, done('2026-11-24'), '2026-11-24T07:10:00.001Z')).toBe(
      'wait 2026-11-25 at 2026-11-25T07:00',
    );
    expect(plan(skip, done('2026-11-24'), '2026-11-25T07:00:00Z')).toBe(
      'due 2026-11-25 at 2026-11-25T07:00',
    );
  });

  test('covers the days since it was scheduled when none was posted', () => {
    expect(plan(daily(), NONE, '2026-11-24T09:00:00Z')).toBe(
      'due 2026-11-21..2026-11-24 at 2026-11-24T07:00',
    );
  });

  test('covers years', () => {
    expect(plan(daily(), NONE, '2031-06-24T09:00:00Z')).toBe(
      'due 2026-11-21..2031-06-24 at 2031-06-24T06:00',
    );
  });

  test('is late even where the clocks moved it into the next day', () => {
    const nuuk = daily({ zone: 'America/Nuuk', time: '23:30', activeFrom: '2026-03-01T00:00:00Z' });
    expect(plan(nuuk, done('2026-03-27'), '2026-03-29T12:00:00Z')).toBe(
      'due 2026-03-28 at 2026-03-29T01:00',
    );
  });
});

describe('a clock that is set', () => {
  test('back by an hour does not repeat a digest', () => {
    expect(plan(daily(), done('2026-11-24'), '2026-11-24T06:30:00Z')).toBe(
      'wait 2026-11-25 at 2026-11-25T07:00',
    );
  });

  test('back after a jump ahead leaves out only the day that was posted then', () => {
    const ahead = done('2026-11-23', '2026-11-27');
    expect(plan(daily(), ahead, '2026-11-24T07:00:00Z')).toBe('due 2026-11-24 at 2026-11-24T07:00');
    expect(plan(daily(), done('2026-11-26', '2026-11-27'), '2026-11-26T08:00:00Z')).toBe(
      'wait 2026-11-28 at 2026-11-28T07:00',
    );
  });

  test('back after a jump ahead does not let missed days cover the one that was posted', () => {
    const ahead = done('2026-11-20', '2026-11-22');
    expect(plan(daily({ catchUp: 'merge' }), ahead, '2026-11-21T09:00:00Z')).toBe(
      'wait 2026-11-23 at 2026-11-23T07:00',
    );
    expect(plan(daily({ catchUp: 'merge' }), done('2026-11-22'), '2026-11-23T07:00:00Z')).toBe(
      'due 2026-11-23 at 2026-11-23T07:00',
    );
  });

  test('to before the schedule was made lets it wait', () => {
    expect(plan(daily(), NONE, '2026-11-01T00:00:00Z')).toBe('wait 2026-11-21 at 2026-11-21T07:00');
  });

  test('by its zone, to yesterday at midnight, does not repeat what midnight brought', () => {
    // Until 2006 the clocks of St. John's went back at 00:01, to 23:01 of the day before.
    const zone = 'America/St_Johns';
    const midnight = daily({ zone, time: '00:00', activeFrom: '2006-10-01T00:00:00Z' });
    expect(plan(midnight, done('2006-10-27', '2006-10-29'), '2006-10-29T02:45:00Z')).toBe(
      'wait 2006-10-30 at 2006-10-30T03:30',
    );
  });
});
