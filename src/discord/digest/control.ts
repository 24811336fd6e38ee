import type { ChatInputCommandInteraction } from 'discord.js';
import type { Caller, ComponentHandler, MessageReply } from '../command.ts';
import { COMMAND_ACTIONS } from '../render/digest/command-actions.ts';
import {
  renderKept,
  renderNow,
  renderPaused,
  renderRemovalQuestion,
  renderRemoved,
  renderResumed,
} from '../render/digest/control-replies.ts';
import { digestOption } from './find-digest.ts';
import { editorsOwnMessageHandler } from './own-message.ts';

/** Posts at once. A request that Discord sends twice posts once. */
export async function runNow(
  interaction: ChatInputCommandInteraction,
  caller: Caller,
): Promise<MessageReply> {
  const { schedule } = await digestOption(interaction, caller);
  const { digests } = await caller.archive();
  const outcome = await digests.postNow(schedule.id, interaction.id, caller.signal);
  return renderNow(caller.guildId, outcome, caller.language);
}

export async function runPause(
  interaction: ChatInputCommandInteraction,
  caller: Caller,
): Promise<MessageReply> {
  const { schedule } = await digestOption(interaction, caller);
  const { digests } = await caller.archive();
  return renderPaused(digests.pause(schedule.id), caller.mention('digest resume'), caller.language);
}

export async function runResume(
  interaction: ChatInputCommandInteraction,
  caller: Caller,
): Promise<MessageReply> {
  const { schedule } = await digestOption(interaction, caller);
  const { digests } = await caller.archive();
  return renderResumed(digests.resume(schedule.id), caller.language);
}

/** Shows what would be removed; removes nothing yet. */
export async function runRemove(
  interaction: ChatInputCommandInteraction,
  caller: Caller,
): Promise<MessageReply> {
  return renderRemovalQuestion(await digestOption(interaction, caller), caller.language);
}

/** Remove and Cancel of the question, and Remove under what was just scheduled. */
export const removeComponents: readonly ComponentHandler[] = [
  ...[COMMAND_ACTIONS.remove, COMMAND_ACTIONS.undo].map((action) =>
    editorsOwnMessageHandler(action, async (_, [id = ''], caller) => {
      const { digests } = await caller.archive();
      return renderRemoved(digests.remove(id), caller.language);
    }),
  ),
  editorsOwnMessageHandler(COMMAND_ACTIONS.keep, (_interaction, _args, { language }) =>
    Promise.resolve(renderKept(language)),
  ),
];
