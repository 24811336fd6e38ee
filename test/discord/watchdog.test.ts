import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Watchdog } from '../../src/discord/watchdog.ts';
import { silentLog } from '../../src/log.ts';
import { ManualClock } from '../fakes/manual-clock.ts';

const SECOND = 1_000;

function startWatchdog() {
  const clock = new ManualClock();
  const reconnected: { readonly shard: number; readonly at: number }[] = [];
  const watchdog = new Watchdog({
    clock,
    log: silentLog,
    reconnect: (shard) => reconnected.push({ shard, at: clock.elapsed() }),
  });
  const stop = new AbortController();
  const ended = watchdog.run(stop.signal);
  const pass = async (seconds: number, each: () => void = () => undefined): Promise<void> => {
    for (let second = 0; second < seconds; second++) {
      each();
      clock.advance(SECOND);
      await setImmediate();
    }
  };
  return { watchdog, reconnected, pass, stop, ended, clock };
}

test('a shard without a sign of life for three minutes is connected anew, once in three minutes', async () => {
  const { watchdog, reconnected, pass } = startWatchdog();
  watchdog.sign(0);
  watchdog.sign(1);
  await pass(600, () => {
    watchdog.sign(1);
  });
  expect(reconnected).toEqual([180, 360, 540].map((at) => ({ shard: 0, at: at * SECOND })));
});

test('a heartbeat a minute is life enough', async () => {
  const { watchdog, reconnected, pass } = startWatchdog();
  for (let minute = 0; minute < 10; minute++) {
    watchdog.sign(0);
    await pass(60);
  }
  expect(reconnected).toEqual([]);
});

test('it ends when told to', async () => {
  const { stop, ended, clock } = startWatchdog();
  await setImmediate();
  stop.abort();
  await ended;
  expect(clock.sleeping).toBe(0);
});
