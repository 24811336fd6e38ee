import type { Clock } from '../clock.ts';
import { LimitError, type Limit } from './limit-error.ts';

/** One of a limit's two sides. */
export interface Allowance {
  readonly limit: Limit;
  /** Allowed in a period; a whole number above 0. So many may also come at once. */
  readonly allowed: number;
  /** Of the error, for people. */
  readonly message: string;
}

export interface RateLimit {
  /**
   * Counts one use by this user in this guild, unless either has none left; then nothing is counted.
   * @throws {LimitError}
   */
  take(userId: string, guildId: string): void;
}

export interface RateLimitOptions {
  readonly clock: Clock;
  /** Milliseconds in which what was used comes back, evenly. */
  readonly periodMs: number;
  readonly user: Allowance;
  readonly guild: Allowance;
}

export function createRateLimit({ clock, periodMs, user, guild }: RateLimitOptions): RateLimit {
  const users = new Buckets(clock, periodMs, user.allowed);
  const guilds = new Buckets(clock, periodMs, guild.allowed);
  const check = (buckets: Buckets, key: string, { limit, allowed, message }: Allowance): void => {
    const wait = buckets.waitMs(key);
    if (wait > 0) throw new LimitError(limit, message, allowed, wait);
  };
  return {
    take: (userId, guildId) => {
      check(users, userId, user);
      check(guilds, guildId, guild);
      users.take(userId);
      guilds.take(guildId);
    },
  };
}

/**
 * Token buckets by key, each kept as the time at which it is full again. One that is full says nothing and is dropped, so
 * that only keys of the last period are held.
 */
class Buckets {
  readonly #clock: Clock;
  readonly #periodMs: number;
  /** Until one use has come back. */
  readonly #costMs: number;
  /** By key, the longest unused first: when it is full, on `clock.elapsed()`. */
  readonly #fullAt = new Map<string, number>();

  constructor(clock: Clock, periodMs: number, capacity: number) {
    this.#clock = clock;
    this.#periodMs = periodMs;
    this.#costMs = periodMs / capacity;
  }

  /** Until one may be taken; 0 when it may be now. */
  waitMs(key: string): number {
    const now = this.#clock.elapsed();
    const fullAt = this.#fullAt.get(key) ?? now;
    // Down: sums of fractions miss a whole number by a little, which must not refuse the first use.
    return Math.max(0, Math.floor(fullAt + this.#costMs - this.#periodMs - now));
  }

  take(key: string): void {
    const now = this.#clock.elapsed();
    const fullAt = Math.max(this.#fullAt.get(key) ?? now, now) + this.#costMs;
    this.#fullAt.delete(key);
    this.#fullAt.set(key, fullAt);
    this.#dropFull(now);
  }

  #dropFull(now: number): void {
    for (const [key, fullAt] of this.#fullAt) {
      if (fullAt > now) return;
      this.#fullAt.delete(key);
    }
  }
}
