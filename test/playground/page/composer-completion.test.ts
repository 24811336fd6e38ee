import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  complete,
  PAUSE_MS,
  type Completion,
} from '../../../src/playground/page/composer/completion.ts';
import type { ActionResult } from '../../../src/playground/page-protocol.ts';

const CHOICES = [{ name: 'WORLD', value: 'w' }];

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function start(answer: Promise<ActionResult>) {
  const shown: Completion[] = [];
  const ask = vi.fn(() => answer);
  const stop = complete(ask, (completion) => {
    shown.push(completion);
  });
  return { shown, ask, stop };
}

describe('completion while typing', () => {
  it('asks after a pause, and shows that it loads meanwhile', async () => {
    const { shown, ask } = start(Promise.resolve({ outcome: 'choices', choices: CHOICES }));
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
    expect(ask).not.toHaveBeenCalled();
    expect(shown).toEqual([{ state: 'loading' }]);
    await vi.advanceTimersByTimeAsync(1);
    expect(shown).toEqual([{ state: 'loading' }, { state: 'ready', choices: CHOICES }]);
  });

  it('does not ask when typing goes on before the pause is over', async () => {
    const { ask, stop } = start(Promise.resolve({ outcome: 'choices', choices: CHOICES }));
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
    stop();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(ask).not.toHaveBeenCalled();
  });

  it('drops an answer that comes after typing went on', async () => {
    let answer: (result: ActionResult) => void = () => undefined;
    const { shown, stop } = start(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    stop();
    answer({ outcome: 'choices', choices: CHOICES });
    await vi.advanceTimersByTimeAsync(0);
    expect(shown).toEqual([{ state: 'loading' }]);
  });

  it.each<ActionResult>([
    { outcome: 'failed', reason: 'Loading options failed.' },
    { outcome: 'refused', reason: 'There is no option x.' },
  ])('says that it failed when the bot did not answer: $outcome', async (result) => {
    const { shown } = start(Promise.resolve(result));
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(shown.at(-1)).toEqual({ state: 'failed' });
  });
});
