import { MessageFlags, type MessageComponentInteraction } from 'discord.js';
import type { Caller, ComponentHandler, MessageReply } from './command.ts';
import type { Language } from './texts/language.ts';
import { WordedError } from './worded-error.ts';

export interface OwnMessageHandler {
  readonly action: string;
  readonly permission?: bigint;
  /** What whoever sends it from another message is told. */
  readonly refusal: (language: Language) => string;
  readonly run: (
    interaction: MessageComponentInteraction,
    args: readonly string[],
    caller: Caller,
  ) => Promise<MessageReply>;
}

/**
 * What changes the message it stands on. Only messages that one person sees are changed: a made-up id must not turn what
 * all see into something else.
 */
export function ownMessageHandler({
  refusal,
  run,
  ...handler
}: OwnMessageHandler): ComponentHandler {
  return {
    ...handler,
    place: 'update',
    run: (interaction, args, caller) => {
      if (!interaction.message.flags.has(MessageFlags.Ephemeral)) {
        throw new WordedError(refusal(caller.language));
      }
      return run(interaction, args, caller);
    },
  };
}
