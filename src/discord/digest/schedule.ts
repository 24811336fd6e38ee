import type { ChatInputCommandInteraction } from 'discord.js';
import type { Clock } from '../../clock.ts';
import type { Caller, MessageReply } from '../command.ts';
import { renderScheduled } from '../render/digest/scheduled.ts';
import { readSchedule } from './options.ts';

export async function runSchedule(
  interaction: ChatInputCommandInteraction,
  caller: Caller,
  clock: Clock,
): Promise<MessageReply> {
  const { settings, wanted } = await readSchedule(interaction, caller, clock);
  const { digests } = await caller.archive();
  return renderScheduled(digests.add(settings, caller.userId), wanted, caller.language);
}
