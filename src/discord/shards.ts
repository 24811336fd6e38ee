import {
  SimpleShardingStrategy,
  WebSocketShard,
  WebSocketShardDestroyRecovery,
  WebSocketShardEvents,
  WebSocketShardStatus,
  type WebSocketManager,
} from '@discordjs/ws';

/**
 * The shards of discord.js, in this process, with what it keeps to itself: their signs of life, and connecting one of them
 * anew.
 */
export class WatchedShards extends SimpleShardingStrategy {
  readonly #onSign: (shardId: number) => void;

  constructor(manager: WebSocketManager, onSign: (shardId: number) => void) {
    super(manager);
    this.#onSign = onSign;
  }

  override async spawn(shardIds: number[]): Promise<void> {
    await super.spawn(shardIds);
    for (const shard of this.#all()) {
      const { id } = shard;
      this.#onSign(id);
      shard.on(WebSocketShardEvents.Dispatch, () => {
        this.#onSign(id);
      });
      shard.on(WebSocketShardEvents.HeartbeatComplete, () => {
        // Heartbeats are acknowledged before a session is resumed, too; that must not take for ever.
        if (shard.status !== WebSocketShardStatus.Resuming) this.#onSign(id);
      });
    }
  }

  /** Resumes the session of a shard on a new connection; where resuming is what hangs, begins a new session. */
  async reconnect(shardId: number): Promise<void> {
    const shard = this.#all().find(({ id }) => id === shardId);
    await shard?.destroy({
      reason: 'No sign of life',
      recover:
        shard.status === WebSocketShardStatus.Resuming
          ? WebSocketShardDestroyRecovery.Reconnect
          : WebSocketShardDestroyRecovery.Resume,
    });
  }

  /** The base class declares its map without a type. */
  #all(): WebSocketShard[] {
    const shards: unknown = this['shards'];
    if (!(shards instanceof Map)) throw new TypeError('Expected the shards of @discordjs/ws.');
    return [...shards.values()].filter((shard) => shard instanceof WebSocketShard);
  }
}
