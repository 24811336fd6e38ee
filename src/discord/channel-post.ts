import { Routes, type APIMessage, type REST } from 'discord.js';
import type { Clock } from '../clock.ts';
import { retried } from './interaction-calls.ts';
import { messageBody, rawFiles } from './message-body.ts';
import type { MessageReply } from './reply.ts';

/** One message of a channel that is created when it is first shown and edited after that. */
export interface ChannelPost {
  /** @throws {DiscordAPIError} where the bot may not write. */
  show(reply: MessageReply): Promise<void>;
}

/** @param nonce at most 25 characters; a message that is sent again with the same one appears once. */
export function createChannelPost(
  rest: REST,
  channelId: string,
  nonce: string,
  clock: Clock,
): ChannelPost {
  let messageId: string | null = null;
  return {
    show: async (reply) => {
      const body = messageBody(reply);
      const files = rawFiles(reply);
      if (messageId === null) {
        const message = await retried(
          () =>
            rest.post(Routes.channelMessages(channelId), {
              body: { ...body, nonce, enforce_nonce: true },
              files,
            }),
          clock,
        );
        messageId = (message as APIMessage).id;
      } else {
        const route = Routes.channelMessage(channelId, messageId);
        await retried(() => rest.patch(route, { body, files }), clock);
      }
    },
  };
}
