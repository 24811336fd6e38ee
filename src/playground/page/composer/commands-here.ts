import { channel, guild } from '../store.ts';
import { listCommands, type CommandEntry } from './command-list.ts';

/** What the person may send in the open channel. */
export function commandsHere(): CommandEntry[] {
  return listCommands(guild.value?.commands ?? [], channel.value?.commandIds ?? []);
}
