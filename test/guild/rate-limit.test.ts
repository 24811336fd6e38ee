import { describe, expect, it } from 'vitest';
import { LimitError } from '../../src/guild/limit-error.ts';
import { createRateLimit } from '../../src/guild/rate-limit.ts';
import { ManualClock } from '../fakes/manual-clock.ts';

const MINUTE = 60_000;

function openLimit(user: number, guild: number) {
  const clock = new ManualClock();
  const limit = createRateLimit({
    clock,
    periodMs: MINUTE,
    user: { limit: 'user-questions', allowed: user, message: 'You ask too much.' },
    guild: { limit: 'guild-questions', allowed: guild, message: 'You all ask too much.' },
  });
  const refusal = (userId: string, guildId: string): LimitError | null => {
    try {
      limit.take(userId, guildId);
      return null;
    } catch (error) {
      if (error instanceof LimitError) return error;
      throw error;
    }
  };
  return { clock, refusal };
}

describe('a rate limit', () => {
  it('never refuses the first use, whatever the clock shows and however few are allowed', () => {
    const { clock, refusal } = openLimit(1, 7);
    clock.advance(1234.567891);
    for (let at = 0; at < 200; at++) {
      expect(refusal(`user ${at}`, `guild ${at}`)).toBeNull();
      clock.advance(0.1 + at / 7);
    }
  });

  it('lets a user take all at once, and then says when the next may be taken', () => {
    const { clock, refusal } = openLimit(3, 100);
    for (let at = 0; at < 3; at++) expect(refusal('anna', 'harbour')).toBeNull();
    const refused = refusal('anna', 'harbour');
    expect(refused).toMatchObject({
      limit: 'user-questions',
      allowed: 3,
      retryAfterMs: 20_000,
      message: 'You ask too much.',
    });
    clock.advance(19_999);
    expect(refusal('anna', 'harbour')?.retryAfterMs).toBe(1);
    clock.advance(1);
    expect(refusal('anna', 'harbour')).toBeNull();
    expect(refusal('anna', 'harbour')?.retryAfterMs).toBe(20_000);
  });

  it('counts a user wherever they are, and nobody else', () => {
    const { refusal } = openLimit(1, 100);
    expect(refusal('anna', 'harbour')).toBeNull();
    expect(refusal('anna', 'mountain')?.limit).toBe('user-questions');
    expect(refusal('bert', 'mountain')).toBeNull();
  });

  it('counts a guild over all its users', () => {
    const { clock, refusal } = openLimit(100, 2);
    expect(refusal('anna', 'harbour')).toBeNull();
    expect(refusal('bert', 'harbour')).toBeNull();
    expect(refusal('cleo', 'harbour')).toMatchObject({ limit: 'guild-questions', allowed: 2 });
    expect(refusal('cleo', 'mountain')).toBeNull();
    clock.advance(MINUTE / 2);
    expect(refusal('cleo', 'harbour')).toBeNull();
  });

  it('does not count what it refuses', () => {
    const { clock, refusal } = openLimit(1, 1);
    expect(refusal('anna', 'harbour')).toBeNull();
    for (let at = 0; at < 10; at++) expect(refusal('bert', 'harbour')).not.toBeNull();
    // Bert was refused for the guild's sake and has all of his own.
    expect(refusal('bert', 'mountain')).toBeNull();
    clock.advance(MINUTE);
    expect(refusal('anna', 'harbour')).toBeNull();
  });

  it('gives no more than the allowance after a long rest', () => {
    const { clock, refusal } = openLimit(2, 100);
    clock.advance(100 * MINUTE);
    const refusals = [1, 2, 3].map(() => refusal('anna', 'harbour'));
    expect(refusals.map((refused) => refused === null)).toEqual([true, true, false]);
  });
});
