import { getEventListeners } from 'node:events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { JumpingClock } from '../../src/playground/jumping-clock.ts';
import { ManualClock } from '../fakes/manual-clock.ts';

const START = '2024-03-01T12:00:00.000Z';
const HOUR = 3_600_000;

function startClock() {
  const base = new ManualClock(START);
  return { base, clock: new JumpingClock(base) };
}

function hoursLater(hours: number): Date {
  return new Date(Date.parse(START) + hours * HOUR);
}

/** What has happened to a sleep so far. */
function watch(sleep: Promise<void>) {
  const seen = { state: 'asleep', error: null as unknown };
  sleep.then(
    () => {
      seen.state = 'awake';
    },
    (error: unknown) => {
      seen.state = 'stopped';
      seen.error = error;
    },
  );
  return seen;
}

/** Everything that was already under way has happened. */
async function settle(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

describe('the wall time of a jumping clock', () => {
  it('goes with its base until it is set forward, and on from there', () => {
    const { base, clock } = startClock();
    base.advance(1_000);
    expect(clock.now()).toEqual(base.now());
    clock.advanceTo(hoursLater(48));
    expect(clock.now()).toEqual(hoursLater(48));
    base.advance(HOUR);
    expect(clock.now()).toEqual(hoursLater(49));
    expect(clock.aheadMs).toBe(48 * HOUR - 1_000);
  });

  it.each([
    ['its own time', START],
    ['an earlier one', '2024-02-29T12:00:00.000Z'],
    ['no time at all', 'yesterday'],
  ])('does not move when it is set to %s', async (_, at) => {
    const { clock } = startClock();
    const sleep = watch(clock.sleep(1));
    clock.advanceTo(new Date(at));
    await settle();
    expect(clock.now()).toEqual(hoursLater(0));
    expect(sleep.state).toBe('asleep');
  });

  it('never goes back, whatever it is set to', () => {
    const steps = fc.array(fc.record({ pass: fc.nat(HOUR), to: fc.integer({ min: -9, max: 99 }) }));
    fc.assert(
      fc.property(steps, (list) => {
        const { base, clock } = startClock();
        for (const { pass, to } of list) {
          base.advance(pass);
          const before = clock.now().getTime();
          clock.advanceTo(hoursLater(to));
          const wanted = hoursLater(to).getTime();
          expect(clock.now().getTime()).toBe(Math.max(before, wanted));
        }
      }),
    );
  });
});

describe('a sleeper of a jumping clock', () => {
  it('wakes at once when the time is set to the end of its sleep or beyond', async () => {
    const { clock } = startClock();
    const sleeps = [1, 2, 3].map((hours) => watch(clock.sleep(hours * HOUR)));
    clock.advanceTo(hoursLater(2));
    await settle();
    expect(sleeps.map(({ state }) => state)).toEqual(['awake', 'awake', 'asleep']);
  });

  it('sleeps that much less when the time is set to within its sleep, jump after jump', async () => {
    const { base, clock } = startClock();
    const sleep = watch(clock.sleep(10 * HOUR));
    clock.advanceTo(hoursLater(4));
    await settle();
    base.advance(HOUR);
    clock.advanceTo(hoursLater(7));
    await settle();
    base.advance(3 * HOUR - 1);
    await settle();
    expect(sleep.state).toBe('asleep');
    base.advance(1);
    await settle();
    expect(sleep.state).toBe('awake');
  });

  it('wakes at the same time of day, however time went by', async () => {
    const step = fc.record({ pass: fc.nat(50), jump: fc.nat(50) });
    const steps = fc.array(step, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 300 }), steps, async (ms, list) => {
        const { base, clock } = startClock();
        const sleep = watch(clock.sleep(ms));
        let gone = 0;
        for (const { pass, jump } of list) {
          base.advance(pass);
          await settle();
          clock.advanceTo(new Date(clock.now().getTime() + jump));
          await settle();
          gone += pass + jump;
          expect(sleep.state).toBe(gone >= ms ? 'awake' : 'asleep');
        }
      }),
    );
  });

  it('may sleep again right away, and is not woken by the jump that is over', async () => {
    const { base, clock } = startClock();
    const hours: number[] = [];
    const rounds = (async () => {
      for (let round = 0; round < 3; round += 1) {
        await clock.sleep(HOUR);
        hours.push((clock.now().getTime() - Date.parse(START)) / HOUR);
      }
    })();
    clock.advanceTo(hoursLater(24));
    await settle();
    expect(hours).toEqual([24]);
    base.advance(HOUR);
    await settle();
    clock.advanceTo(hoursLater(26));
    await rounds;
    expect(hours).toEqual([24, 25, 26]);
  });

  it('is stopped by its signal alone, before, during and after a jump', async () => {
    const { clock } = startClock();
    const stop = new AbortController();
    const sleep = watch(clock.sleep(10 * HOUR, stop.signal));
    const other = watch(clock.sleep(10 * HOUR));
    clock.advanceTo(hoursLater(1));
    await settle();
    stop.abort();
    await settle();
    expect(sleep).toMatchObject({ state: 'stopped', error: { name: 'AbortError' } });
    expect(other.state).toBe('asleep');
    const late = watch(clock.sleep(0, stop.signal));
    await settle();
    expect(late).toMatchObject({ state: 'stopped', error: { name: 'AbortError' } });
  });

  it('that is stopped in the moment of a jump is stopped', async () => {
    const { clock } = startClock();
    const stop = new AbortController();
    const sleep = watch(clock.sleep(HOUR, stop.signal));
    clock.advanceTo(hoursLater(2));
    stop.abort();
    await settle();
    expect(sleep.state).toBe('stopped');
  });

  it('leaves nothing behind on a signal that lives on, nor with the base', async () => {
    const { base, clock } = startClock();
    const life = new AbortController();
    for (let round = 1; round <= 100; round += 1) {
      const sleep = clock.sleep(2 * HOUR, life.signal);
      clock.advanceTo(hoursLater(3 * round - 1));
      base.advance(HOUR);
      await sleep;
    }
    expect(getEventListeners(life.signal, 'abort')).toHaveLength(0);
    expect(base.sleeping).toBe(0);
    expect(clock.aheadMs).toBe(200 * HOUR);
  });

  it('wakes on the clock of the system too', async () => {
    const clock = new JumpingClock(systemClock);
    const sleep = clock.sleep(HOUR);
    clock.advanceTo(new Date(clock.now().getTime() + HOUR));
    await expect(sleep).resolves.toBeUndefined();
  });
});

describe('what a jump leaves alone', () => {
  it('is the time that has really passed', () => {
    const { base, clock } = startClock();
    base.advance(5);
    clock.advanceTo(hoursLater(48));
    expect([clock.elapsed(), clock.steady.elapsed()]).toEqual([5, 5]);
  });

  it('is whoever sleeps on the steady clock, which tells the same time of day', async () => {
    const { base, clock } = startClock();
    const stop = new AbortController();
    const deadline = watch(clock.steady.sleep(3_000));
    const stopped = watch(clock.steady.sleep(3_000, stop.signal));
    clock.advanceTo(hoursLater(48));
    stop.abort();
    await settle();
    expect(clock.steady.now()).toEqual(hoursLater(48));
    expect([deadline.state, stopped.state]).toEqual(['asleep', 'stopped']);
    base.advance(3_000);
    await settle();
    expect(deadline.state).toBe('awake');
  });
});
