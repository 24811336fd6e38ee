import {
  PostError,
  type DigestPoster,
  type PartToSend,
  type SentPart,
} from '../../../src/digest/poster.ts';
import type { Digest } from '../../../src/digest/digest.ts';
import type { LocalDate, PostProblem } from '../../../src/digest/schedule.ts';
import type { ManualClock } from '../../fakes/manual-clock.ts';
import type { Life } from './life.ts';

/** What becomes of one request. `lost`: the answer does not come, but a failure; `killed`: the process ends there. */
export type Trouble =
  'refused' | 'lost-before' | 'lost-after' | 'killed-before' | 'killed-after' | null;

/** A message as it stands in a channel. */
export interface PostedMessage {
  readonly channelId: string;
  readonly runId: string;
  readonly at: number;
  readonly scheduleId: string;
  readonly date: LocalDate;
  readonly articleIds: readonly string[];
  readonly postedAtMs: number;
  published: number;
}

type PartBody = Pick<PostedMessage, 'scheduleId' | 'date' | 'articleIds'>;

const ARTICLES_PER_PART = 3;
/** For so long Discord knows a message again by its nonce. */
const NONCE_MS = 5 * 60_000;
const DOWN: PostProblem = { kind: 'discord', permissions: [] };
const REFUSED: PostProblem = { kind: 'missing-permission', permissions: ['SendMessages'] };

/** Keeps what is posted; fails and kills as it is told. */
export class UnreliableDiscord {
  readonly messages: PostedMessage[] = [];
  readonly #clock: ManualClock;
  readonly #nextTrouble: () => Trouble;
  readonly #byNonce = new Map<string, { readonly id: number; readonly elapsedMs: number }>();
  /** Nobody reaches it meanwhile. */
  down = false;
  /** Something went wrong, and may have to be tried again. */
  hasFailed = false;

  constructor(clock: ManualClock, nextTrouble: () => Trouble) {
    this.#clock = clock;
    this.#nextTrouble = nextTrouble;
  }

  /** As one process reaches it. */
  posterFor(life: Life): DigestPoster {
    return {
      render: (digest, { schedule }) =>
        inParts(articleIdsOf(digest)).map((articleIds) =>
          JSON.stringify({
            scheduleId: schedule.id,
            date: digest.date,
            articleIds,
          } satisfies PartBody),
        ),
      send: (part) => this.#request(life, () => sent(part, this.#post(part))),
      find: (part) =>
        this.#request(life, () => {
          const id = this.messages.findIndex(
            ({ runId, at }) => runId === part.runId && at === part.at,
          );
          return id === -1 ? null : sent(part, id);
        }),
      publish: ({ messageId }) =>
        this.#request(life, () => {
          const message = this.messages[Number(messageId)];
          if (message !== undefined) message.published = 1;
        }),
      tellPaused: () => life.orNever(),
    };
  }

  async #request<T>(life: Life, carryOut: () => T): Promise<T> {
    await life.orNever();
    const trouble = this.down ? 'lost-before' : this.#nextTrouble();
    if (trouble !== null) this.hasFailed = true;
    if (trouble === 'refused') throw new PostError(REFUSED, false);
    if (trouble === 'lost-before') throw new PostError(DOWN, true);
    if (trouble === 'killed-before') life.end();
    await life.orNever();
    const result = carryOut();
    if (trouble === 'lost-after') throw new PostError(DOWN, true);
    if (trouble === 'killed-after') life.end();
    await life.orNever();
    return result;
  }

  #post({ nonce, channelId, runId, at, body }: PartToSend): number {
    const elapsedMs = this.#clock.elapsed();
    const known = this.#byNonce.get(`${channelId} ${nonce}`);
    if (known !== undefined && elapsedMs - known.elapsedMs < NONCE_MS) return known.id;
    const id = this.messages.length;
    this.#byNonce.set(`${channelId} ${nonce}`, { id, elapsedMs });
    const postedAtMs = this.#clock.now().getTime();
    const content = JSON.parse(body) as PartBody;
    this.messages.push({ ...content, channelId, runId, at, postedAtMs, published: 0 });
    return id;
  }
}

/** All but the first stand in a thread. */
function sent({ channelId, at }: PartToSend, id: number): SentPart {
  return { channelId: at === 0 ? channelId : `thread of ${channelId}`, messageId: String(id) };
}

function articleIdsOf({ sections }: Digest): string[] {
  return sections.flatMap(({ entries }) => entries.map(({ article }) => article.id));
}

/** At least one. */
function inParts(articleIds: readonly string[]): (readonly string[])[] {
  const count = Math.max(1, Math.ceil(articleIds.length / ARTICLES_PER_PART));
  return Array.from({ length: count }, (_, at) =>
    articleIds.slice(at * ARTICLES_PER_PART, (at + 1) * ARTICLES_PER_PART),
  );
}
