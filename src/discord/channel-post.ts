import { DiscordAPIError, Routes, type APIMessage, type REST } from 'discord.js';
import type { Clock } from '../clock.ts';
import { retried } from './interaction-calls.ts';
import { messageBody, rawFiles } from './message-body.ts';
import type { MessageReply } from './reply.ts';

/** One message of a channel that is created when it is first shown and edited after that. */
export interface ChannelPost {
  /** @throws {ChannelClosedError} where the bot may not write; from then on without asking again. */
  show(reply: MessageReply): Promise<void>;
}

/** The bot may not write in the channel, or it is gone, or the message in it is. */
export class ChannelClosedError extends Error {
  override name = 'ChannelClosedError';
}

const CLOSED_STATUS: readonly number[] = [403, 404];

/** @param nonce at most 25 characters; a message that is sent again with the same one appears once. */
export function createChannelPost(
  rest: REST,
  channelId: string,
  nonce: string,
  clock: Clock,
): ChannelPost {
  let messageId: string | null = null;
  let closed: ChannelClosedError | null = null;
  const send = async (reply: MessageReply): Promise<void> => {
    const body = messageBody(reply);
    const files = rawFiles(reply);
    if (messageId !== null) {
      const route = Routes.channelMessage(channelId, messageId);
      await retried(() => rest.patch(route, { body, files }), clock);
      return;
    }
    const created = { body: { ...body, nonce, enforce_nonce: true }, files };
    const message = await retried(
      () => rest.post(Routes.channelMessages(channelId), created),
      clock,
    );
    messageId = (message as APIMessage).id;
  };
  return {
    show: async (reply) => {
      if (closed !== null) throw closed;
      try {
        await send(reply);
      } catch (error) {
        if (!(error instanceof DiscordAPIError) || !CLOSED_STATUS.includes(error.status))
          throw error;
        closed = new ChannelClosedError('The bot cannot write there.', { cause: error });
        throw closed;
      }
    },
  };
}
