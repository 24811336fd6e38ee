import type { Fault, RequestMatch } from '../local-discord.ts';

interface Order {
  readonly match: RequestMatch;
  readonly fault: Fault;
  left: number;
}

/** Disturbances that wait for the request they are meant for. */
export class OrderedFaults {
  #orders: Order[] = [];

  add(match: RequestMatch, fault: Fault): void {
    this.#orders.push({ match, fault, left: fault.times ?? 1 });
  }

  /** The fault for this request, which is used up by it. */
  take(method: string, path: string): Fault | null {
    const order = this.#orders.find(
      ({ match, left }) =>
        left > 0 && (match.method ?? method) === method && matches(match.path, path),
    );
    if (order === undefined) return null;
    order.left -= 1;
    return order.fault;
  }

  clear(): void {
    this.#orders = [];
  }
}

/** A global or sticky pattern remembers where it stopped; that must not matter. */
function matches(pattern: RegExp, path: string): boolean {
  return new RegExp(pattern.source, pattern.flags.replaceAll(/[gy]/g, '')).test(path);
}
