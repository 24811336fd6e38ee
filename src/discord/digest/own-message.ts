import { MessageFlags, type MessageComponentInteraction } from 'discord.js';
import type { Caller, ComponentHandler, MessageReply } from '../command.ts';
import { dispatchTexts } from '../texts/dispatch/index.ts';
import { WordedError } from '../worded-error.ts';
import { DIGEST_EDITOR } from './editor.ts';

type Run = (
  interaction: MessageComponentInteraction,
  args: readonly string[],
  caller: Caller,
) => Promise<MessageReply>;

/**
 * What changes the message it stands on, for those who may schedule digests. Only messages that one person sees are
 * changed: a made-up id must not turn a post into something else.
 */
export function ownMessageHandler(action: string, run: Run): ComponentHandler {
  return {
    action,
    place: 'update',
    permission: DIGEST_EDITOR,
    run: (interaction, args, caller) => {
      if (!interaction.message.flags.has(MessageFlags.Ephemeral)) {
        throw new WordedError(dispatchTexts[caller.language].unknownControl);
      }
      return run(interaction, args, caller);
    },
  };
}
