import {
  InteractionResponseType,
  MessageFlags,
  type APIInteractionResponse,
  type APIModalInteractionResponseCallbackData,
} from 'discord.js';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { Serial } from '../storage/serial.ts';
import type { ChannelPost } from './channel-post.ts';
import type { AnswerPlace } from './command.ts';
import { InteractionLostError, type InteractionCalls } from './interaction-calls.ts';
import { TOKEN_LIFE_MS } from './limits.ts';
import { messageBody, notice } from './message-body.ts';
import { Pace } from './progress.ts';
import type { MessageReply } from './reply.ts';

/** Between two edits of a message that shows progress. */
const PROGRESS_INTERVAL_MS = 2_000;
/** Time of the token that is left unused, so that no edit comes too late. */
const TOKEN_RESERVE_MS = 30_000;

export interface ExchangePorts {
  readonly calls: InteractionCalls;
  /** Where progress goes on when the token has expired. */
  readonly post: ChannelPost;
  readonly place: AnswerPlace;
  /** On `Clock.elapsed`. */
  readonly arrivedAt: number;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * What is said to one interaction, in an order Discord takes: at most one first response, then edits. Calls may overlap;
 * they are carried out one after the other.
 */
export class Exchange {
  readonly #ports: ExchangePorts;
  readonly #serial = new Serial();
  readonly #pace: Pace<MessageReply>;
  #state: 'open' | 'deferred' | 'answered' = 'open';
  #showsProgress = false;

  constructor(ports: ExchangePorts) {
    this.#ports = ports;
    this.#pace = new Pace({
      clock: ports.clock,
      intervalMs: PROGRESS_INTERVAL_MS,
      send: (reply) => this.#sendProgress(reply),
    });
  }

  /** Acknowledges without an answer, unless that has been done. */
  defer(): Promise<void> {
    return this.#serial.run(() => this.#defer());
  }

  /** The final answer. */
  async answer(reply: MessageReply): Promise<void> {
    await this.#pace.stop();
    await this.#serial.run(async () => {
      // The first response has little time: files come after a deferral.
      if (this.#state === 'open' && (reply.files ?? []).length === 0) {
        await this.#ports.calls.respond(this.#directResponse(reply));
      } else {
        await this.#defer();
        await this.#deliver(reply);
      }
      this.#state = 'answered';
    });
  }

  openModal(data: APIModalInteractionResponseCallbackData): Promise<void> {
    return this.#serial.run(async () => {
      await this.#ports.calls.respond({ type: InteractionResponseType.Modal, data });
      this.#state = 'answered';
    });
  }

  /** See `Caller.progress`. */
  progress(reply: MessageReply): void {
    this.#showsProgress = true;
    this.#pace.show(reply);
  }

  /** Says in one sentence, to the caller alone, why there is no answer. */
  async fail(sentence: string): Promise<void> {
    await this.#pace.stop();
    await this.#serial.run(async () => {
      const reply = notice(sentence);
      if (this.#state === 'open') {
        await this.#ports.calls.respond(messageResponse(reply, true));
      } else if (this.#ports.place === 'private' || this.#isLate()) {
        await this.#deliver(reply);
      } else {
        await this.#whisper(reply);
      }
      this.#state = 'answered';
    });
  }

  async #defer(): Promise<void> {
    if (this.#state !== 'open') return;
    const { calls, place } = this.#ports;
    await calls.respond(deferral(place));
    this.#state = 'deferred';
  }

  #directResponse(reply: MessageReply): APIInteractionResponse {
    const { place } = this.#ports;
    return place === 'update'
      ? { type: InteractionResponseType.UpdateMessage, data: apiBody(reply, false) }
      : messageResponse(reply, place === 'private');
  }

  /** The public "thinking" goes first: Discord would make the next message take its place, and its publicity. */
  async #whisper(reply: MessageReply): Promise<void> {
    const { calls, place, log } = this.#ports;
    if (place === 'public') {
      try {
        await calls.remove();
      } catch (error) {
        log.warn(
          { err: error },
          'a public deferral could not be deleted; the failure is shown there',
        );
        await calls.edit(reply);
        return;
      }
    }
    await calls.whisper(reply);
  }

  async #deliver(reply: MessageReply): Promise<void> {
    const { calls, post, log } = this.#ports;
    if (!this.#isLate()) {
      try {
        await calls.edit(reply);
        return;
      } catch (error) {
        if (!this.#showsProgress || !(error instanceof InteractionLostError)) throw error;
        log.warn({ err: error }, 'the interaction expired early; it goes on in the channel');
      }
    }
    await post.show(reply);
  }

  /** Only work that shows progress may end in the channel; anything else might have been private. */
  #isLate(): boolean {
    const { clock, arrivedAt } = this.#ports;
    return this.#showsProgress && clock.elapsed() - arrivedAt > TOKEN_LIFE_MS - TOKEN_RESERVE_MS;
  }

  async #sendProgress(reply: MessageReply): Promise<void> {
    try {
      await this.#serial.run(async () => {
        if (this.#state === 'answered') return;
        await this.#defer();
        await this.#deliver(reply);
      });
    } catch (error) {
      this.#ports.log.warn({ err: error }, 'progress could not be shown');
    }
  }
}

function deferral(place: AnswerPlace): APIInteractionResponse {
  if (place === 'update') return { type: InteractionResponseType.DeferredMessageUpdate };
  return {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    ...(place === 'private' ? { data: { flags: MessageFlags.Ephemeral } } : {}),
  };
}

function messageResponse(reply: MessageReply, ephemeral: boolean): APIInteractionResponse {
  return {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: apiBody(reply, ephemeral),
  };
}

/** A body that Discord's types take, whose arrays are not readonly. */
function apiBody(reply: MessageReply, ephemeral: boolean) {
  const { flags, components, allowed_mentions } = messageBody(reply, { ephemeral });
  return { flags, components: [...components], attachments: [], allowed_mentions };
}
