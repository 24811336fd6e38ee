import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';

/** A shard that gives no sign of life for this long is connected anew. Milliseconds. */
const SILENCE_MS = 3 * 60_000;
const CHECK_MS = 15_000;

export interface WatchdogPorts {
  readonly clock: Clock;
  readonly log: Log;
  readonly reconnect: (shardId: number) => void;
}

/**
 * Notices shards that seem connected and are not. A quiet guild dispatches nothing for hours, so silence of events alone means
 * nothing: Discord's acknowledgement of a heartbeat, about every 41 s, is as good a sign of life. Only when neither came
 * for 3 minutes is the shard connected anew. discord.js does that itself at the second heartbeat without an
 * acknowledgement; this is for what it does not see, such as heartbeats that are no longer sent, or a session that is
 * resumed and never is.
 */
export class Watchdog {
  readonly #ports: WatchdogPorts;
  readonly #lastSigns = new Map<number, number>();

  constructor(ports: WatchdogPorts) {
    this.#ports = ports;
  }

  /** The shard has just been created or has given a sign of life. */
  sign(shardId: number): void {
    this.#lastSigns.set(shardId, this.#ports.clock.elapsed());
  }

  /** Watches until `signal` aborts. */
  async run(signal: AbortSignal): Promise<void> {
    try {
      for (;;) {
        await this.#ports.clock.sleep(CHECK_MS, signal);
        this.#check();
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  #check(): void {
    const { clock, log, reconnect } = this.#ports;
    for (const [shard, last] of this.#lastSigns) {
      const silentMs = clock.elapsed() - last;
      if (silentMs < SILENCE_MS) continue;
      log.warn(
        { shard, silentMs: Math.round(silentMs) },
        'a shard gives no sign of life; connecting it anew',
      );
      this.sign(shard);
      reconnect(shard);
    }
  }
}
