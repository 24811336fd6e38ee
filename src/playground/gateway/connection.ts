import { deflateSync } from 'node:zlib';
import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import type { Alarms } from '../alarms.ts';
import type { GatewayLog } from '../traffic-log.ts';
import type { DispatchPayload, Outlet } from './session.ts';

export interface Incoming {
  readonly op: number;
  readonly d: unknown;
}

interface Options {
  readonly socket: WebSocket;
  readonly alarms: Alarms;
  readonly heartbeatIntervalMs: number;
  readonly log: GatewayLog;
  readonly receive: (payload: Incoming) => void;
  readonly beat: (sequence: number | null) => void;
  readonly closed: (code: number) => void;
}

/** After so many intervals without a heartbeat the bot is asked for one; after as many more it is given up. */
const PATIENCE = 1.25;
/** Bytes of a payload from a bot. */
const LARGEST_PAYLOAD = 4_096;
/** Payloads a bot may send in a minute. */
const PAYLOADS_PER_MINUTE = 120;
const MINUTE_MS = 60_000;

/** One socket: frames in and out, and the heart that must beat. */
export class Connection implements Outlet {
  /** Deflate every payload: what the bot asked for in IDENTIFY. */
  compress = false;
  readonly #options: Options;
  #silent = false;
  #callOff: () => void = () => undefined;
  #callOffMinute: () => void = () => undefined;
  #received = 0;

  constructor(options: Options) {
    this.#options = options;
    const { socket, heartbeatIntervalMs } = options;
    socket.on('message', (data, isBinary) => {
      this.#receive(data, isBinary);
    });
    socket.on('error', () => {
      socket.terminate();
    });
    socket.on('close', (code) => {
      this.#callOff();
      this.#callOffMinute();
      options.closed(code);
    });
    this.#write(GatewayOpcodes.Hello, {
      heartbeat_interval: heartbeatIntervalMs,
      _trace: [],
    });
    this.#expectHeartbeat();
    this.#startMinute();
  }

  send(payload: DispatchPayload): void {
    this.#options.log.out(payload.op, payload.t, this.#silent);
    this.#transmit(payload);
  }

  invalidateSession(resumable: boolean): void {
    this.#write(GatewayOpcodes.InvalidSession, resumable);
  }

  askToReconnect(): void {
    this.#write(GatewayOpcodes.Reconnect, null);
  }

  /** The socket stays open, but nothing leaves through it any more. */
  silence(): void {
    this.#silent = true;
  }

  close(code: GatewayCloseCodes, reason: string): void {
    this.#options.socket.close(code, reason);
  }

  /** Cuts the line without a word. */
  cut(): void {
    this.#options.socket.terminate();
  }

  #write(op: GatewayOpcodes, d: unknown): void {
    this.#options.log.out(op, null, this.#silent);
    this.#transmit({ op, d, s: null, t: null });
  }

  #transmit(payload: object): void {
    const { socket } = this.#options;
    if (this.#silent || socket.readyState !== socket.OPEN) return;
    const text = JSON.stringify(payload);
    socket.send(this.compress ? deflateSync(text) : text);
  }

  #receive(data: RawData, isBinary: boolean): void {
    this.#received += 1;
    if (this.#received > PAYLOADS_PER_MINUTE) {
      this.close(GatewayCloseCodes.RateLimited, 'You are being rate limited.');
      return;
    }
    const payload = isBinary ? null : parsePayload(data);
    if (payload === null) {
      this.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
      return;
    }
    this.#options.log.in(payload.op);
    if (payload.op === (GatewayOpcodes.Heartbeat as number)) this.#heartbeat(payload.d);
    else this.#options.receive(payload);
  }

  #heartbeat(sequence: unknown): void {
    this.#expectHeartbeat();
    this.#options.beat(typeof sequence === 'number' ? sequence : null);
    this.#write(GatewayOpcodes.HeartbeatAck, null);
  }

  #expectHeartbeat(): void {
    this.#afterPatience(() => {
      this.#write(GatewayOpcodes.Heartbeat, null);
      this.#afterPatience(() => {
        this.close(GatewayCloseCodes.SessionTimedOut, 'Session timed out.');
      });
    });
  }

  #afterPatience(run: () => void): void {
    const { alarms, heartbeatIntervalMs } = this.#options;
    this.#callOff();
    this.#callOff = alarms.after(heartbeatIntervalMs * PATIENCE, run);
  }

  #startMinute(): void {
    this.#received = 0;
    this.#callOffMinute = this.#options.alarms.after(MINUTE_MS, () => {
      this.#startMinute();
    });
  }
}

function parsePayload(data: RawData): Incoming | null {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as ArrayBuffer);
  if (bytes.length > LARGEST_PAYLOAD) return null;
  try {
    const parsed: unknown = JSON.parse(bytes.toString('utf8'));
    return isPayload(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function isPayload(value: unknown): value is Incoming {
  return (
    typeof value === 'object' && value !== null && 'op' in value && typeof value.op === 'number'
  );
}
