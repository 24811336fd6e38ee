import { describe, expect, it, vi } from 'vitest';
import { Alarms } from '../../../src/playground/alarms.ts';
import { Saver } from '../../../src/playground/saved/saver.ts';
import { Watch } from '../../../src/playground/watch.ts';
import { ManualClock } from '../../fakes/manual-clock.ts';

function start() {
  const clock = new ManualClock();
  const watch = new Watch();
  const alarms = new Alarms(clock);
  const ends: ((error?: Error) => void)[] = [];
  const save = vi.fn(
    () =>
      new Promise<void>((resolve, reject) => {
        ends.push((error) => {
          if (error === undefined) resolve();
          else reject(error);
        });
      }),
  );
  const saver = new Saver({ watch, alarms, save });
  const pass = async (ms: number): Promise<void> => {
    clock.advance(ms);
    await settle();
  };
  const finish = async (error?: Error): Promise<void> => {
    ends.shift()?.(error);
    await settle();
  };
  return { watch, alarms, saver, save, pass, finish, clock };
}

async function settle(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

describe('the saver', () => {
  it('saves half a second after a change, once for all there were by then', async () => {
    const { watch, save, pass, finish } = start();
    watch.changed();
    await pass(499);
    watch.changed();
    expect(save).not.toHaveBeenCalled();
    await pass(1);
    expect(save).toHaveBeenCalledOnce();
    await finish();
    await pass(60_000);
    expect(save).toHaveBeenCalledOnce();
  });

  it('saves again what changed meanwhile, and never twice at a time', async () => {
    const { watch, save, pass, finish } = start();
    watch.changed();
    await pass(500);
    watch.changed();
    await pass(60_000);
    expect(save).toHaveBeenCalledOnce();
    await finish();
    await pass(500);
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('tries again after a while when it failed', async () => {
    const { watch, save, pass, finish } = start();
    watch.changed();
    await pass(500);
    await finish(new Error('disk full'));
    await pass(4_999);
    expect(save).toHaveBeenCalledOnce();
    await pass(1);
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('waits at its end for what is being saved, saves the last state, and then no more', async () => {
    const { watch, saver, save, pass, finish, clock } = start();
    watch.changed();
    await pass(500);
    watch.changed();
    let isClosed = false;
    const closing = saver.close().then(() => {
      isClosed = true;
    });
    await finish();
    expect(save).toHaveBeenCalledTimes(2);
    expect(isClosed).toBe(false);
    await finish();
    await closing;
    watch.changed();
    await pass(60_000);
    expect(save).toHaveBeenCalledTimes(2);
    expect(clock.sleeping).toBe(0);
  });

  it('does not begin to save in the moment of its end', async () => {
    const { watch, saver, save, clock, finish } = start();
    watch.changed();
    clock.advance(500);
    const closing = saver.close();
    await settle();
    expect(save).toHaveBeenCalledOnce();
    await finish();
    await closing;
    expect(save).toHaveBeenCalledOnce();
  });

  it('says at its end when the last state could not be saved', async () => {
    const { saver, finish } = start();
    const closing = saver.close();
    const failed = expect(closing).rejects.toThrow('disk full');
    await settle();
    await finish(new Error('disk full'));
    await failed;
  });
});
