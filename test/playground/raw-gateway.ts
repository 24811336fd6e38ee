import { GatewayOpcodes } from 'discord.js';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { LocalDiscord } from '../../src/playground/local-discord.ts';
import { Watch } from '../../src/playground/watch.ts';

export interface GatewayPayload {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: Readonly<Record<string, unknown>> | null;
}

/** A bot made of a bare socket. */
export class RawGateway {
  readonly received: GatewayPayload[] = [];
  readonly #socket: WebSocket;
  readonly #watch = new Watch();
  #closeCode: number | null = null;

  constructor(discord: LocalDiscord, query = 'v=10&encoding=json') {
    const url = discord.apiUrl.replace('http', 'ws').replace('/api', '');
    this.#socket = new WebSocket(`${url}/?${query}`);
    this.#socket.on('message', (data: Buffer) => {
      this.received.push(JSON.parse(data.toString()) as GatewayPayload);
      this.#watch.changed();
    });
    this.#socket.on('close', (code) => {
      this.#closeCode = code;
      this.#watch.changed();
    });
    onTestFinished(() => {
      this.#socket.terminate();
    });
  }

  /** Names of the events received, in order. */
  get events(): (string | null)[] {
    return this.received.filter(({ op }) => op === 0).map(({ t }) => t);
  }

  /** The first payload with this opcode, or of this event. */
  async next(what: number | string): Promise<GatewayPayload> {
    return await this.#watch.until(() =>
      this.received.find(({ op, t }) => (typeof what === 'string' ? t : op) === what),
    );
  }

  async count(what: number | string, times: number): Promise<void> {
    await this.#watch.until(() => {
      const found = this.received.filter(
        ({ op, t }) => (typeof what === 'string' ? t : op) === what,
      );
      return found.length >= times ? true : undefined;
    });
  }

  async closed(): Promise<number> {
    return await this.#watch.until(() => this.#closeCode ?? undefined);
  }

  send(op: number, d: unknown): void {
    this.#socket.send(JSON.stringify({ op, d }));
  }

  sendText(text: string): void {
    this.#socket.send(text);
  }

  cut(): void {
    this.#socket.terminate();
  }

  close(code: number): void {
    this.#socket.close(code);
  }

  async identify(discord: LocalDiscord, options: object = {}): Promise<void> {
    await this.next(GatewayOpcodes.Hello);
    this.send(GatewayOpcodes.Identify, {
      token: discord.token,
      intents: 1,
      properties: { os: 'linux', browser: 'test', device: 'test' },
      ...options,
    });
  }

  async resume(token: string, sessionId: unknown, seq: number): Promise<void> {
    await this.next(GatewayOpcodes.Hello);
    this.send(GatewayOpcodes.Resume, { token, session_id: sessionId, seq });
  }
}
