import type { Clock } from '../../src/clock.ts';
import type { Digest } from '../../src/digest/digest.ts';
import {
  PostError,
  type DigestPoster,
  type PartToSend,
  type RunFacts,
  type SentPart,
} from '../../src/digest/poster.ts';
import type { DigestSchedule, PostProblem } from '../../src/digest/schedule.ts';

/** A message as it stands in a channel. */
export interface PostedMessage extends SentPart {
  readonly runId: string;
  readonly at: number;
  /** ISO date-time. */
  readonly postedAt: string;
  readonly body: MessageBody;
  published: boolean;
}

export interface MessageBody {
  readonly digestId: string;
  readonly date: string;
  readonly firstDate: string;
  /** Of all parts together. */
  readonly headlines: readonly string[];
}

/**
 * What becomes of one call. `lost`: the caller learns of a failure whose outcome is unknown, before or after the effect;
 * `hangs`: the caller learns nothing any more; `refused`: it certainly has no effect; `heldUntil`: it is merely slow.
 */
export type PosterFault =
  | 'lost-before'
  | 'lost-after'
  | 'hangs-before'
  | 'hangs-after'
  | { readonly refused: PostProblem }
  | { readonly heldUntil: Promise<void> };

export type PosterCall = 'send' | 'find' | 'publish';

export const NO_WRITING: PostProblem = {
  kind: 'missing-permission',
  permissions: ['SendMessages'],
};
export const DISCORD_DOWN: PostProblem = { kind: 'discord', permissions: [] };

/** For so long Discord knows a message again by its nonce. */
const NONCE_MS = 5 * 60_000;

/** A Discord in memory: channels, nonces, and faults on demand. */
export class MemoryPoster implements DigestPoster {
  readonly messages: PostedMessage[] = [];
  /** Calls in their order, such as `send 0`. */
  readonly calls: string[] = [];
  readonly told: DigestSchedule[] = [];
  /** Messages of a digest. */
  parts = 1;
  readonly #clock: Clock;
  readonly #faults = new Map<PosterCall, PosterFault[]>();
  /** By channel id, for good. */
  readonly #closed = new Map<string, PosterFault>();
  readonly #nonces = new Map<string, { readonly message: PostedMessage; readonly at: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Discord as it is now, as another process will find it. */
  copy(clock: Clock): MemoryPoster {
    const copy = new MemoryPoster(clock);
    copy.parts = this.parts;
    copy.messages.push(...this.messages.map((message) => ({ ...message })));
    for (const [nonce, known] of this.#nonces) copy.#nonces.set(nonce, known);
    return copy;
  }

  /** The next calls of a kind meet these, one each. */
  meet(call: PosterCall, ...faults: readonly PosterFault[]): void {
    this.#faults.set(call, [...(this.#faults.get(call) ?? []), ...faults]);
  }

  /** Every call for a channel meets this; null ends it. */
  close(channelId: string, fault: PosterFault | null): void {
    if (fault === null) this.#closed.delete(channelId);
    else this.#closed.set(channelId, fault);
  }

  render({ sections, date, firstDate }: Digest, { schedule }: RunFacts): readonly string[] {
    const entries = sections.flatMap((section) => section.entries);
    const headlines = entries.map(({ article }) => article.headline);
    const body: MessageBody = { digestId: schedule.id, date, firstDate, headlines };
    return Array.from({ length: this.parts }, () => JSON.stringify(body));
  }

  send(part: PartToSend): Promise<SentPart> {
    return this.#call('send', `send ${part.at}`, part.channelId, () => this.#post(part));
  }

  find(part: PartToSend): Promise<SentPart | null> {
    return this.#call('find', `find ${part.at}`, part.channelId, () => {
      const found = this.messages.find(({ runId, at }) => runId === part.runId && at === part.at);
      return found === undefined ? null : placeOf(found);
    });
  }

  publish({ channelId, messageId }: SentPart): Promise<void> {
    return this.#call('publish', 'publish', channelId, () => {
      const message = this.messages.find((each) => each.messageId === messageId);
      if (message) message.published = true;
    });
  }

  tellPaused(schedule: DigestSchedule): Promise<void> {
    this.told.push(schedule);
    return Promise.resolve();
  }

  async #call<T>(call: PosterCall, name: string, channelId: string, carryOut: () => T): Promise<T> {
    this.calls.push(name);
    const fault = this.#closed.get(channelId) ?? this.#faults.get(call)?.shift() ?? null;
    await before(fault);
    const result = carryOut();
    await after(fault);
    return result;
  }

  #post({ runId, at, body, nonce, channelId }: PartToSend): SentPart {
    const now = this.#clock.now();
    const known = this.#nonces.get(`${channelId} ${nonce}`);
    if (known !== undefined && now.getTime() - known.at < NONCE_MS) return placeOf(known.message);
    const message: PostedMessage = {
      channelId,
      messageId: String(this.messages.length + 1),
      runId,
      at,
      postedAt: now.toISOString(),
      // `render` made it.
      body: JSON.parse(body) as MessageBody,
      published: false,
    };
    this.messages.push(message);
    this.#nonces.set(`${channelId} ${nonce}`, { message, at: now.getTime() });
    return placeOf(message);
  }
}

function placeOf({ channelId, messageId }: SentPart): SentPart {
  return { channelId, messageId };
}

async function before(fault: PosterFault | null): Promise<void> {
  if (fault === 'hangs-before') await new Promise(() => undefined);
  if (fault === 'lost-before') throw new PostError(DISCORD_DOWN, true);
  if (fault === null || typeof fault === 'string') return;
  if ('refused' in fault) throw new PostError(fault.refused, false);
  await fault.heldUntil;
}

async function after(fault: PosterFault | null): Promise<void> {
  if (fault === 'hangs-after') await new Promise(() => undefined);
  if (fault === 'lost-after') throw new PostError(DISCORD_DOWN, true);
}
