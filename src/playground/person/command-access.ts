import {
  InteractionContextType,
  PermissionFlagsBits as Bits,
  type APIApplicationCommand,
  type ApplicationCommandType,
} from 'discord-api-types/v10';
import type { Parts } from '../parts.ts';
import { channelPermissions, has } from '../world/permissions.ts';
import type { ChannelState } from '../world/state.ts';
import { RefusedError } from './refused-error.ts';

/** Somebody in a channel. */
export interface Who {
  readonly userId: string;
  readonly channel: ChannelState;
}

/** @throws {RefusedError} when the person's client would not offer the command in this channel. */
export function offeredCommand(
  parts: Parts,
  who: Who,
  name: string,
  type: ApplicationCommandType,
): APIApplicationCommand {
  const command = parts.commands
    .visibleIn(who.channel.guildId)
    .find((other) => other.name === name && other.type === type);
  if (command === undefined) throw new RefusedError(`There is no command ${name} here.`);
  const reason = reasonAgainst(parts, who, command);
  if (reason !== null) throw new RefusedError(reason);
  return command;
}

/** Would the person's client offer the command in this channel? */
export function isOffered(parts: Parts, who: Who, command: APIApplicationCommand): boolean {
  return reasonAgainst(parts, who, command) === null;
}

/** Why the person's client does not offer the command; null when it does. */
function reasonAgainst(
  { state }: Parts,
  { userId, channel }: Who,
  command: APIApplicationCommand,
): string | null {
  const guild = state.guildOf(channel);
  if (!guild.joined) return 'The bot is not in this server.';
  if (!isForGuilds(command)) return `The command ${command.name} cannot be used in servers.`;
  const permissions = channelPermissions(state, channel, userId);
  if (!has(permissions, Bits.UseApplicationCommands)) return 'You may not use commands here.';
  const isOpen = guild.openCommands.has(command.name) || isAllowed(command, permissions);
  return isOpen ? null : `You may not use the command ${command.name} here.`;
}

function isForGuilds({ contexts }: APIApplicationCommand): boolean {
  return contexts?.includes(InteractionContextType.Guild) ?? true;
}

/** No bits at all mean administrators only. */
function isAllowed(
  { default_member_permissions: wanted }: APIApplicationCommand,
  permissions: bigint,
): boolean {
  if (wanted === null || has(permissions, Bits.Administrator)) return true;
  return BigInt(wanted) !== 0n && has(permissions, BigInt(wanted));
}
