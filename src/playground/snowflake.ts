import type { Clock } from '../clock.ts';

/** First second of 2015, where Discord's ids begin to count. */
const EPOCH_MS = 1_420_070_400_000;
/** Ids of guilds begin this many milliseconds before the start, more than there will ever be guilds. */
const GUILD_LEAD_MS = 720_720;

/** How far the ids have come. */
export interface IdCount {
  readonly last: string;
  readonly firstGuildMs: number;
  readonly guilds: number;
}

/** Ids as Discord's: 42 bits of milliseconds, 22 bits that tell apart what is of the same millisecond. */
export class Snowflakes {
  readonly #clock: Clock;
  readonly #firstGuildMs: number;
  #last = 0n;
  #guilds = 0;

  /** @param from where an earlier run ended: what follows is larger, whatever the clock says. */
  constructor(clock: Clock, from?: IdCount) {
    this.#clock = clock;
    const start = clock.now().getTime() - EPOCH_MS - GUILD_LEAD_MS;
    this.#firstGuildMs = from?.firstGuildMs ?? start - (start % GUILD_LEAD_MS);
    this.#last = BigInt(from?.last ?? 0);
    this.#guilds = from?.guilds ?? 0;
  }

  get count(): IdCount {
    return {
      last: String(this.#last),
      firstGuildMs: this.#firstGuildMs,
      guilds: this.#guilds,
    };
  }

  /** Larger than every id before. */
  next(): string {
    const earliest = BigInt(this.#clock.now().getTime() - EPOCH_MS) << 22n;
    this.#last = earliest > this.#last ? earliest : this.#last + 1n;
    return String(this.#last);
  }

  /** One guild after the other falls to shard 0, 1, 2 … of any number of shards up to 16. */
  nextGuild(): string {
    const ms = this.#firstGuildMs + this.#guilds;
    this.#guilds += 1;
    return String(BigInt(ms) << 22n);
  }
}

export function shardOf(guildId: string, shards: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(shards));
}
