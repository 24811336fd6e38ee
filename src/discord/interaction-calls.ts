import {
  DiscordAPIError,
  HTTPError,
  REST,
  RESTJSONErrorCodes,
  Routes,
  type APIInteractionResponse,
} from 'discord.js';
import type { Clock } from '../clock.ts';
import { FIRST_RESPONSE_MS } from './limits.ts';
import { messageBody, rawFiles } from './message-body.ts';
import type { MessageReply } from './reply.ts';

/** What is needed to answer an interaction. */
export interface InteractionKey {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
}

/**
 * Nothing can be delivered to the interaction. `expired`: Discord knows it no more. `taken`: somebody else, such as a
 * second process of the bot, has answered it.
 */
export class InteractionLostError extends Error {
  override name = 'InteractionLostError';
  readonly reason: 'expired' | 'taken';

  constructor(reason: 'expired' | 'taken', cause: unknown) {
    super(
      reason === 'expired'
        ? 'Discord does not know the interaction any more.'
        : 'The interaction was answered by another process.',
      { cause },
    );
    this.reason = reason;
  }
}

/** The answering side of one interaction. @throws {InteractionLostError} from every call. */
export interface InteractionCalls {
  /** The first response; to be called once. */
  respond(response: APIInteractionResponse): Promise<void>;
  /** Edits the original response: the deferral, the reply, or the message the component stands on. */
  edit(reply: MessageReply): Promise<void>;
  /** Deletes the original response. */
  remove(): Promise<void>;
  /** A further message that only the caller sees. */
  whisper(reply: MessageReply): Promise<void>;
}

export interface InteractionRest {
  /** @param arrivedAt when the interaction came, on `Clock.elapsed`. */
  callsFor(key: InteractionKey, arrivedAt: number): InteractionCalls;
  close(): void;
}

/** A callback that takes longer is sent again: most of the 3 s must be left for that. */
const CALLBACK_TIMEOUT_MS = 1_200;
/** Edits may carry files. */
const WEBHOOK_TIMEOUT_MS = 15_000;
/** How long an edit is tried again while Discord has trouble. */
const EDIT_PATIENCE_MS = 60_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * REST for interactions alone: needs no bot token, and Discord's global rate limit does not count it, so a burst of
 * answers waits for nothing else. Retries are ours, since only we know which request may be sent twice.
 */
export function createInteractionRest(apiUrl: string, clock: Clock): InteractionRest {
  const options = { api: apiUrl, retries: 0, globalRequestsPerSecond: 10_000 };
  const callbacks = new REST({ ...options, timeout: CALLBACK_TIMEOUT_MS });
  const webhooks = new REST({ ...options, timeout: WEBHOOK_TIMEOUT_MS });
  return {
    callsFor: (key, arrivedAt) => createCalls(key, { callbacks, webhooks, clock, arrivedAt }),
    close: () => {
      for (const rest of [callbacks, webhooks]) {
        rest.clearHashSweeper();
        rest.clearHandlerSweeper();
      }
    },
  };
}

interface Ports {
  readonly callbacks: REST;
  readonly webhooks: REST;
  readonly clock: Clock;
  readonly arrivedAt: number;
}

function createCalls(key: InteractionKey, ports: Ports): InteractionCalls {
  const { webhooks, clock } = ports;
  const original = Routes.webhookMessage(key.applicationId, key.token, '@original');
  return {
    respond: (response) => respond(key, response, ports),
    edit: async (reply) => {
      await retried(
        () =>
          webhooks.patch(original, {
            body: messageBody(reply),
            files: rawFiles(reply),
            auth: false,
          }),
        clock,
      );
    },
    remove: async () => {
      await retried(() => webhooks.delete(original, { auth: false }), clock);
    },
    whisper: async (reply) => {
      // Sent once: a second attempt after a lost answer could show the message twice.
      await webhooks
        .post(Routes.webhook(key.applicationId, key.token), {
          body: messageBody(reply, { ephemeral: true }),
          auth: false,
        })
        .catch(rethrowLost);
    },
  };
}

/**
 * A failed attempt may have been carried out all the same; Discord then refuses the next one as a second response, and
 * that is the success we did not hear of.
 */
async function respond(
  { id, token }: InteractionKey,
  body: APIInteractionResponse,
  { callbacks, clock, arrivedAt }: Ports,
): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await callbacks.post(Routes.interactionCallback(id, token), { body, auth: false });
      return;
    } catch (error) {
      if (isCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) {
        if (attempt > 0) return;
        throw new InteractionLostError('taken', error);
      }
      if (!isTransient(error)) rethrowLost(error);
      if (clock.elapsed() - arrivedAt > FIRST_RESPONSE_MS) {
        throw new InteractionLostError('expired', error);
      }
      await clock.sleep(pauseAfter(attempt));
    }
  }
}

/** For requests that may be carried out twice without a difference. */
export async function retried<T>(request: () => Promise<T>, clock: Clock): Promise<T> {
  const until = clock.elapsed() + EDIT_PATIENCE_MS;
  for (let attempt = 0; ; attempt++) {
    try {
      return await request();
    } catch (error) {
      if (!isTransient(error) || clock.elapsed() > until) rethrowLost(error);
      await clock.sleep(pauseAfter(attempt));
    }
  }
}

function pauseAfter(attempt: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS);
}

function rethrowLost(error: unknown): never {
  if (LOST_CODES.some((code) => isCode(error, code))) {
    throw new InteractionLostError('expired', error);
  }
  throw error;
}

const LOST_CODES = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
] as const;

/** Did Discord refuse a request with this code? */
function isCode(error: unknown, code: number): boolean {
  return error instanceof DiscordAPIError && error.code === code;
}

/** Trouble of the network or of Discord's servers: the same request may well succeed later. */
function isTransient(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return false;
  if (error instanceof HTTPError) return error.status >= 500;
  if (!(error instanceof Error)) return false;
  return error.name === 'AbortError' || ('code' in error && typeof error.code === 'string');
}
