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

interface Bucket {
  readonly tokens: number;
  /** `clock.elapsed()` of the latest use. */
  readonly at: number;
}

/** Token buckets by key. One that is full again says nothing, so only those of the last period are kept. */
class Buckets {
  readonly #clock: Clock;
  readonly #periodMs: number;
  readonly #capacity: number;
  /** The longest unused first. */
  readonly #buckets = new Map<string, Bucket>();

  constructor(clock: Clock, periodMs: number, capacity: number) {
    this.#clock = clock;
    this.#periodMs = periodMs;
    this.#capacity = capacity;
  }

  /** Until one may be taken; 0 when it may be now. */
  waitMs(key: string): number {
    const missing = 1 - this.#tokens(key);
    return missing <= 0 ? 0 : Math.ceil((missing * this.#periodMs) / this.#capacity);
  }

  take(key: string): void {
    const tokens = this.#tokens(key) - 1;
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens, at: this.#clock.elapsed() });
    this.#dropFull();
  }

  #tokens(key: string): number {
    const bucket = this.#buckets.get(key);
    if (bucket === undefined) return this.#capacity;
    const regained = ((this.#clock.elapsed() - bucket.at) * this.#capacity) / this.#periodMs;
    return Math.min(this.#capacity, bucket.tokens + regained);
  }

  #dropFull(): void {
    const full = this.#clock.elapsed() - this.#periodMs;
    for (const [key, { at }] of this.#buckets) {
      if (at > full) return;
      this.#buckets.delete(key);
    }
  }
}
