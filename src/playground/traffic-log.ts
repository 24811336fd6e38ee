import type { InteractionRecord, RecordedRequest, Traffic } from './local-discord.ts';

export interface GatewayLog {
  in(op: number): void;
  /** @param silent it did not go out, since the connection was silenced. */
  out(op: number, event: string | null, silent: boolean): void;
}

/** Being too fast is no violation: bots are told to wait and try again. */
const TOO_MANY = 429;

/** Everything that went over the wire, in order. */
export class TrafficLog implements Traffic, GatewayLog {
  readonly requests: RecordedRequest[] = [];
  readonly violations: RecordedRequest[] = [];
  readonly gateway: { direction: 'in' | 'out'; op: number; event: string | null }[] = [];
  readonly #interactions: () => readonly InteractionRecord[];

  constructor(interactions: () => readonly InteractionRecord[]) {
    this.#interactions = interactions;
  }

  get interactions(): readonly InteractionRecord[] {
    return this.#interactions();
  }

  in(op: number): void {
    this.gateway.push({ direction: 'in', op, event: null });
  }

  out(op: number, event: string | null, silent: boolean): void {
    if (!silent) this.gateway.push({ direction: 'out', op, event });
  }

  /** @param ordered the answer was a disturbance a test ordered. */
  add(request: RecordedRequest, ordered: boolean): void {
    this.requests.push(request);
    const isRefused = request.status >= 400 && request.status < 500;
    if (isRefused && !ordered && request.status !== TOO_MANY) this.violations.push(request);
  }
}
