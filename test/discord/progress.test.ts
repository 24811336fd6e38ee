import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Pace } from '../../src/discord/progress.ts';
import { ManualClock } from '../fakes/manual-clock.ts';
import { Gate } from './trial-feature.ts';

interface Sent {
  readonly state: number;
  readonly at: number;
}

function startPace(send?: (state: number) => Promise<void>) {
  const clock = new ManualClock();
  const sent: Sent[] = [];
  const pace = new Pace<number>({
    clock,
    intervalMs: 2_000,
    send: async (state) => {
      sent.push({ state, at: clock.elapsed() });
      await send?.(state);
    },
  });
  return { clock, sent, pace };
}

test('the first state is sent at once, then the latest one every two seconds', async () => {
  const { clock, sent, pace } = startPace();
  for (let state = 0; state < 50; state++) {
    pace.show(state);
    await setImmediate();
    clock.advance(100);
    await setImmediate();
  }
  expect(sent).toEqual([
    { state: 0, at: 0 },
    { state: 19, at: 2_000 },
    { state: 39, at: 4_000 },
  ]);
});

test('the last state is sent even when nothing comes after it', async () => {
  const { clock, sent, pace } = startPace();
  pace.show(1);
  await setImmediate();
  pace.show(2);
  clock.advance(2_000);
  await setImmediate();
  expect(sent).toEqual([
    { state: 1, at: 0 },
    { state: 2, at: 2_000 },
  ]);
});

test('a state that comes later than the interval is sent at once', async () => {
  const { clock, sent, pace } = startPace();
  pace.show(1);
  await setImmediate();
  clock.advance(7_000);
  pace.show(2);
  await setImmediate();
  expect(sent.at(-1)).toEqual({ state: 2, at: 7_000 });
});

test('nothing is sent while something is being sent, and nothing after the stop', async () => {
  const gate = new Gate();
  const { clock, sent, pace } = startPace(() => gate.opened);
  pace.show(1);
  await setImmediate();
  clock.advance(5_000);
  pace.show(2);
  await setImmediate();
  expect(sent).toHaveLength(1);
  let stopped = false;
  const stop = pace.stop().then(() => {
    stopped = true;
  });
  await setImmediate();
  expect(stopped).toBe(false);
  gate.open();
  await stop;
  pace.show(3);
  await setImmediate();
  expect(sent).toEqual([{ state: 1, at: 0 }]);
});

test('a stop does not wait for the interval', async () => {
  const { clock, sent, pace } = startPace();
  pace.show(1);
  await setImmediate();
  pace.show(2);
  await pace.stop();
  expect(sent).toHaveLength(1);
  expect(clock.sleeping).toBe(0);
});
