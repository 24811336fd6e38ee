import { GatewayIntentBits } from 'discord-api-types/v10';
import { intentFor, withoutContent } from './intents.ts';

export interface DispatchPayload {
  readonly op: 0;
  readonly t: string;
  readonly s: number;
  readonly d: unknown;
}

/** What a session sends through. */
export interface Outlet {
  send(payload: DispatchPayload): void;
}

export interface SessionOptions {
  readonly id: string;
  /** `[number, count]` */
  readonly shard: readonly [number, number];
  readonly intents: number;
  readonly botId: string;
  /** Payloads are deflated. */
  readonly compress: boolean;
}

/** Events kept for a bot that is away. Discord keeps a few minutes' worth. */
const KEPT_EVENTS = 10_000;

/** One shard's stream of events. It outlives connections: what a broken one did not get is sent after RESUME. */
export class Session {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly intents: number;
  readonly compress: boolean;
  /** Milliseconds of the clock at which the connection broke; null while there is one. */
  disconnectedAt: number | null = null;
  readonly #botId: string;
  #sequence = 0;
  #kept: DispatchPayload[] = [];
  #outlet: Outlet | null = null;

  constructor({ id, shard, intents, botId, compress }: SessionOptions) {
    this.id = id;
    this.shard = shard;
    this.intents = intents;
    this.compress = compress;
    this.#botId = botId;
  }

  get connected(): boolean {
    return this.#outlet !== null;
  }

  attach(outlet: Outlet): void {
    this.#outlet = outlet;
    this.disconnectedAt = null;
  }

  isAttachedTo(outlet: Outlet): boolean {
    return this.#outlet === outlet;
  }

  detach(now: number): void {
    this.#outlet = null;
    this.disconnectedAt = now;
  }

  /** Sends and keeps the event, when the intents cover it. */
  dispatch(event: string, data: unknown): void {
    const intent = intentFor(event);
    if ((this.intents & intent) !== intent) return;
    this.#sequence += 1;
    const payload = { op: 0, t: event, s: this.#sequence, d: this.#seen(event, data) } as const;
    this.#kept.push(payload);
    if (this.#kept.length > KEPT_EVENTS) this.#kept.shift();
    this.#outlet?.send(payload);
  }

  /** The bot has everything up to `sequence`. */
  received(sequence: number | null): void {
    if (sequence !== null) this.#kept = this.#kept.filter(({ s }) => s > sequence);
  }

  /** Could the bot have seen this number? */
  hasSent(sequence: number): boolean {
    return sequence <= this.#sequence;
  }

  /** Sends what came after `sequence`, then RESUMED. */
  replay(sequence: number): void {
    for (const payload of this.#kept.filter(({ s }) => s > sequence)) this.#outlet?.send(payload);
    this.#sequence += 1;
    this.#outlet?.send({ op: 0, t: 'RESUMED', s: this.#sequence, d: { _trace: [] } });
  }

  #seen(event: string, data: unknown): unknown {
    const isMessage = event === 'MESSAGE_CREATE' || event === 'MESSAGE_UPDATE';
    const seesContent = (this.intents & GatewayIntentBits.MessageContent) !== 0;
    if (!isMessage || seesContent) return data;
    return withoutContent(data as object, this.#botId);
  }
}
