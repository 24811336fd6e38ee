import type { ChatInputCommandInteraction } from 'discord.js';
import type { DigestSchedule } from '../../digest/schedule.ts';
import type { Caller, ComponentHandler, MessageReply } from '../command.ts';
import { COMMAND_ACTIONS } from '../render/digest/command-actions.ts';
import { renderDigestPreview } from '../render/digest/digest.ts';
import { DIGEST_EDITOR } from './editor.ts';
import { digestOf, digestOption } from './find-digest.ts';

/** What would be posted now, to the caller alone. */
export async function runPreview(
  interaction: ChatInputCommandInteraction,
  caller: Caller,
): Promise<MessageReply> {
  const { schedule } = await digestOption(interaction, caller);
  return preview(schedule, caller);
}

/** Preview under what was just scheduled. */
export const previewButton: ComponentHandler = {
  action: COMMAND_ACTIONS.preview,
  place: 'private',
  permission: DIGEST_EDITOR,
  run: async (_, [id = ''], caller) => {
    const { schedule } = await digestOf(id, caller);
    return preview(schedule, caller);
  },
};

async function preview(schedule: DigestSchedule, caller: Caller): Promise<MessageReply> {
  const { digests } = await caller.archive();
  const digest = await digests.preview(schedule.id, caller.signal);
  return renderDigestPreview(digest, schedule, caller.mention);
}
