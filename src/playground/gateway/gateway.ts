import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Clock } from '../../clock.ts';
import type { Alarms } from '../alarms.ts';
import { admit } from '../rest/admission.ts';
import { shardOf } from '../snowflake.ts';
import type { GatewayLog } from '../traffic-log.ts';
import type { Watch } from '../watch.ts';
import { guildCreatePayload } from '../world/payloads.ts';
import type { WorldState } from '../world/state.ts';
import { Connection, type Incoming } from './connection.ts';
import { readIdentify, readResume, type Resumption } from './identify.ts';
import { Session } from './session.ts';

export interface GatewayOptions {
  readonly clock: Clock;
  readonly alarms: Alarms;
  readonly world: WorldState;
  readonly watch: Watch;
  readonly log: GatewayLog;
  readonly token: string;
  readonly applicationId: string;
  /** Bits of `ApplicationFlags`. */
  readonly applicationFlags: number;
  readonly privilegedIntents: number;
  readonly heartbeatIntervalMs: number;
  /** `ws://127.0.0.1:<port>` */
  readonly url: string;
}

/** Milliseconds for which a session without a connection can be resumed. */
const SESSION_LIFE_MS = 180_000;
/** After these the bot said goodbye: the session is over. */
const GOODBYES: readonly number[] = [1000, 1001];
/** Payloads a bot may send that change nothing here. */
const IGNORED: readonly number[] = [
  GatewayOpcodes.PresenceUpdate,
  GatewayOpcodes.VoiceStateUpdate,
  GatewayOpcodes.RequestGuildMembers,
];

export class Gateway {
  readonly #options: GatewayOptions;
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #connections = new Map<Connection, Session | null>();
  readonly #sessions = new Map<string, Session>();

  constructor(options: GatewayOptions) {
    this.#options = options;
  }

  listen(server: Server): void {
    server.on('upgrade', (request, socket, head) => {
      const url = admit(request);
      if (!(url instanceof URL)) {
        socket.once('error', () => socket.destroy());
        socket.end(`HTTP/1.1 ${url.status} Refused\r\nConnection: close\r\n\r\n${url.reason}`);
        return;
      }
      this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
        this.#accept(webSocket, url.searchParams);
      });
    });
  }

  dispatch(guildId: string, event: string, data: unknown): void {
    for (const session of this.#sessions.values()) {
      const [shard, count] = session.shard;
      if (shardOf(guildId, count) === shard) session.dispatch(event, data);
    }
  }

  /** All shards are connected. */
  ready(): Promise<void> {
    return this.#options.watch
      .until(() => (this.#allConnected() ? null : undefined))
      .then(() => {
        return;
      });
  }

  /** Is the bot there with all its shards? */
  get isConnected(): boolean {
    return this.#allConnected();
  }

  dropAll(forget: boolean): void {
    if (forget) this.#sessions.clear();
    for (const connection of this.#connections.keys()) connection.cut();
  }

  askToReconnect(): void {
    for (const connection of this.#connections.keys()) connection.askToReconnect();
  }

  invalidateSessions(resumable: boolean): void {
    for (const [connection, session] of this.#connections) {
      if (session === null) continue;
      this.#release(connection);
      if (!resumable) this.#sessions.delete(session.id);
      connection.invalidateSession(resumable);
    }
  }

  silence(): void {
    for (const connection of this.#connections.keys()) connection.silence();
  }

  close(): void {
    for (const connection of this.#connections.keys()) connection.cut();
    this.#sockets.close();
  }

  #allConnected(): boolean {
    const connected = [...this.#sessions.values()].filter((session) => session.connected);
    const count = connected[0]?.shard[1];
    const numbers = new Set(connected.map(({ shard }) => shard[0]));
    return count !== undefined && numbers.size === count;
  }

  #accept(socket: WebSocket, query: URLSearchParams): void {
    if (query.get('v') !== '10') {
      socket.close(GatewayCloseCodes.InvalidAPIVersion, 'Invalid API version.');
      return;
    }
    if (query.get('encoding') !== 'json') {
      socket.close(GatewayCloseCodes.DecodeError, 'Only JSON is spoken here.');
      return;
    }
    const { alarms, heartbeatIntervalMs, log } = this.#options;
    const connection: Connection = new Connection({
      socket,
      alarms,
      heartbeatIntervalMs,
      log,
      receive: (payload) => {
        this.#receive(connection, payload);
      },
      beat: (sequence) => {
        this.#connections.get(connection)?.received(sequence);
      },
      closed: (code) => {
        const session = this.#release(connection);
        this.#connections.delete(connection);
        if (session !== null && isOver(code)) this.#sessions.delete(session.id);
      },
    });
    this.#connections.set(connection, null);
  }

  #receive(connection: Connection, { op, d }: Incoming): void {
    const session = this.#connections.get(connection) ?? null;
    if (op === (GatewayOpcodes.Identify as number)) this.#identify(connection, session, d);
    else if (op === (GatewayOpcodes.Resume as number)) this.#resume(connection, session, d);
    else if (session === null) {
      connection.close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
    } else if (!IGNORED.includes(op)) {
      connection.close(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
    }
  }

  #identify(connection: Connection, current: Session | null, data: unknown): void {
    if (current !== null) {
      connection.close(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
      return;
    }
    const identity = readIdentify(data, this.#options);
    if ('code' in identity) {
      connection.close(identity.code, identity.reason);
      return;
    }
    const { world } = this.#options;
    const session = new Session({ id: randomUUID(), botId: world.bot.id, ...identity });
    this.#sessions.set(session.id, session);
    this.#join(connection, session);
    const guilds = [...world.guilds.values()].filter(
      ({ id, announced }) => announced && shardOf(id, session.shard[1]) === session.shard[0],
    );
    session.dispatch('READY', this.#readyPayload(session, guilds));
    for (const guild of guilds) {
      session.dispatch('GUILD_CREATE', guildCreatePayload(world, guild));
    }
    this.#options.watch.changed();
  }

  #readyPayload(session: Session, guilds: readonly { readonly id: string }[]): object {
    const { world, url, applicationId, applicationFlags } = this.#options;
    return {
      v: 10,
      user: { ...world.bot, bot: true, verified: true, mfa_enabled: true, email: null, flags: 0 },
      user_settings: {},
      session_type: 'normal',
      session_id: session.id,
      resume_gateway_url: url,
      shard: session.shard,
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      application: { id: applicationId, flags: applicationFlags },
      relationships: [],
      private_channels: [],
      presences: [],
      guild_join_requests: [],
      geo_ordered_rtc_regions: [],
      _trace: [],
    };
  }

  #resume(connection: Connection, current: Session | null, data: unknown): void {
    const resumption = readResume(data);
    if (current !== null || resumption === null) {
      const code = GatewayCloseCodes[current === null ? 'DecodeError' : 'AlreadyAuthenticated'];
      connection.close(code, 'Cannot resume.');
    } else if (resumption.token !== this.#options.token) {
      connection.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    } else {
      this.#continue(connection, resumption);
    }
  }

  #continue(connection: Connection, { sessionId, sequence }: Resumption): void {
    const session = this.#sessions.get(sessionId);
    if (session === undefined || this.#isExpired(session)) {
      connection.invalidateSession(false);
      return;
    }
    if (!session.hasSent(sequence)) {
      connection.close(GatewayCloseCodes.InvalidSeq, 'Invalid seq.');
      return;
    }
    for (const [other, held] of this.#connections) {
      if (held !== session) continue;
      this.#connections.set(other, null);
      other.cut();
    }
    this.#join(connection, session);
    session.replay(sequence);
    this.#options.watch.changed();
  }

  #isExpired({ disconnectedAt }: Session): boolean {
    return (
      disconnectedAt !== null && this.#options.clock.elapsed() - disconnectedAt > SESSION_LIFE_MS
    );
  }

  #join(connection: Connection, session: Session): void {
    this.#connections.set(connection, session);
    connection.compress = session.compress;
    session.attach(connection);
  }

  /** The session goes on without a connection. */
  #release(connection: Connection): Session | null {
    const session = this.#connections.get(connection) ?? null;
    this.#connections.set(connection, null);
    if (session?.isAttachedTo(connection) === true) {
      session.detach(this.#options.clock.elapsed());
    }
    return session;
  }
}

function isOver(code: number): boolean {
  return GOODBYES.includes(code) || code === (GatewayCloseCodes.SessionTimedOut as number);
}
