/**
 * Which guilds the bot is in, from what the gateway says in every READY. discord.js only ever adds to its own list when a
 * session begins anew, so it would not notice a guild that was left meanwhile.
 */
export class Membership {
  readonly #guildsOfShard = new Map<number, ReadonlySet<string>>();

  /** A shard's session has begun with these guilds, unavailable ones included. */
  began(shardId: number, guildIds: readonly string[]): void {
    this.#guildsOfShard.set(shardId, new Set(guildIds));
  }

  /** All guilds, once every one of `shards` shards has begun; null before that. */
  all(shards: number): string[] | null {
    if (this.#guildsOfShard.size < shards) return null;
    return [...this.#guildsOfShard.values()].flatMap((guilds) => [...guilds]);
  }
}
