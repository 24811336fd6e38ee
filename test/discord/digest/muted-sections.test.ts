import { describe, expect, it } from 'vitest';
import { choicesOf, mutedAfter } from '../../../src/discord/digest/mute.ts';

const keyOf = (section: string): string =>
  choicesOf({ mutedSections: [] }, [section])[0]?.key ?? '';

describe('the sections to choose from', () => {
  it('are each there once, the muted ones chosen', () => {
    const choices = choicesOf({ mutedSections: ['sport'] }, ['World', 'Sport', 'world', 'sport']);
    expect(choices.map(({ section, muted }) => [section, muted])).toEqual([
      ['World', false],
      ['Sport', true],
    ]);
  });

  it('have short keys, however long they are', () => {
    const long = 'x'.repeat(3_000);
    const [one, other] = choicesOf({ mutedSections: [] }, [long, `${long}y`]);
    expect(one?.key).toMatch(/^[0-9a-f]{12}$/);
    expect(one?.key).not.toBe(other?.key);
  });
});

describe('what is muted after a choice', () => {
  const offered = choicesOf({ mutedSections: ['Sport'] }, ['World', 'Sport']);

  it('is what was chosen, and what was not offered stays', () => {
    expect(mutedAfter(['Sport', 'Law'], offered, [keyOf('World')])).toEqual(['Law', 'World']);
    expect(mutedAfter(['Sport', 'Law'], offered, [])).toEqual(['Law']);
  });

  it('is not changed by keys that were made up', () => {
    const madeUp = ['', 'World', keyOf('Secrets'), 'x'.repeat(100)];
    expect(mutedAfter(['Law'], offered, madeUp)).toEqual(['Law']);
  });
});
