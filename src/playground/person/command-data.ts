import {
  ApplicationCommandType,
  type APIApplicationCommand,
  type APIMessage,
} from 'discord-api-types/v10';
import type { Parts } from '../parts.ts';
import { offeredCommand, type Who } from './command-access.ts';
import { findTarget, type CommandTarget, type SentOption } from './command-options.ts';
import { Resolved } from './resolved.ts';

/**
 * What a typed command sends.
 * @param line the command, and its subcommand behind a space
 * @throws {RefusedError} for what the client does not send.
 */
export function typedCommandData(
  parts: Parts,
  who: Who,
  line: string,
  send: (options: CommandTarget['options'], resolved: Resolved) => readonly SentOption[],
): object {
  const [word = '', ...words] = line.split(' ');
  const command = offeredCommand(parts, who, word, ApplicationCommandType.ChatInput);
  const target = findTarget(command.options ?? [], words);
  const resolved = new Resolved(parts, who.channel, who.userId);
  const sent = target.wrap(send(target.options, resolved));
  return {
    ...identityOf(command),
    ...(sent.length === 0 ? {} : { options: sent }),
    ...resolved.field,
  };
}

/**
 * What a command of a message's menu sends.
 * @throws {RefusedError} for what the client does not send.
 */
export function messageCommandData(
  parts: Parts,
  who: Who,
  name: string,
  message: APIMessage,
): object {
  const command = offeredCommand(parts, who, name, ApplicationCommandType.Message);
  const resolved = new Resolved(parts, who.channel, who.userId);
  resolved.addMessage(message);
  return { ...identityOf(command), target_id: message.id, ...resolved.field };
}

function identityOf({ id, name, type, guild_id }: APIApplicationCommand): object {
  return { id, name, type, ...(guild_id === undefined ? {} : { guild_id }) };
}
