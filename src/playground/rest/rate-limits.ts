import { createHash } from 'node:crypto';
import type { Clock } from '../../clock.ts';

interface Bucket {
  readonly startedAt: number;
  used: number;
}

export interface Allowance {
  readonly headers: Readonly<Record<string, string>>;
  /** Seconds to wait; null when the request is let through. */
  readonly retryAfter: number | null;
}

/** Requests of one bucket in one window. Discord's real numbers differ by route and are told in the headers alone. */
const LIMIT = 5;
const WINDOW_MS = 5_000;
/** Commands are written more rarely than this; reading is never refused. */
const READING_LIMIT = 50;

/**
 * Counts the requests of each route and its channel, guild or webhook. Unless `enforced`, a bucket is always told to have
 * room: tests that stop the clock would otherwise wait for a window that never ends.
 */
export class RateLimits {
  readonly #clock: Clock;
  readonly #enforced: boolean;
  readonly #buckets = new Map<string, Bucket>();

  constructor(clock: Clock, enforced: boolean) {
    this.#clock = clock;
    this.#enforced = enforced;
  }

  count(method: string, pattern: string, params: Readonly<Record<string, string>>): Allowance {
    const limit = method === 'GET' ? READING_LIMIT : LIMIT;
    const major = params['channel'] ?? params['guild'] ?? params['token'] ?? '';
    const bucket = this.#bucket(`${method} ${pattern} ${major}`);
    bucket.used += 1;
    const resetAfter = Math.max(0, bucket.startedAt + WINDOW_MS - this.#clock.elapsed()) / 1_000;
    const left = Math.max(this.#enforced ? 0 : 1, limit - bucket.used);
    const resetAt = this.#clock.now().getTime() / 1_000 + resetAfter;
    const isRefused = this.#enforced && bucket.used > limit;
    return {
      retryAfter: isRefused ? resetAfter : null,
      headers: {
        'X-RateLimit-Limit': String(limit),
        'X-RateLimit-Remaining': String(left),
        'X-RateLimit-Reset': resetAt.toFixed(3),
        'X-RateLimit-Reset-After': resetAfter.toFixed(3),
        'X-RateLimit-Bucket': createHash('md5').update(`${method} ${pattern}`).digest('hex'),
        ...(isRefused ? { 'X-RateLimit-Scope': 'user' } : {}),
      },
    };
  }

  #bucket(key: string): Bucket {
    const now = this.#clock.elapsed();
    const current = this.#buckets.get(key);
    if (current !== undefined && now - current.startedAt < WINDOW_MS) return current;
    const fresh = { startedAt: now, used: 0 };
    this.#buckets.set(key, fresh);
    return fresh;
  }
}
