import {
  InteractionContextType,
  PermissionFlagsBits as Bits,
  type APIApplicationCommand,
  type ApplicationCommandType,
} from 'discord-api-types/v10';
import type { Parts } from '../parts.ts';
import { channelPermissions, has } from '../world/permissions.ts';
import type { ChannelState } from '../world/state.ts';

/** @throws {Error} when the person's client would not offer the command in this channel. */
export function offeredCommand(
  parts: Parts,
  who: { readonly userId: string; readonly channel: ChannelState },
  name: string,
  type: ApplicationCommandType,
): APIApplicationCommand {
  const { channel, userId } = who;
  const command = parts.commands
    .visibleIn(channel.guildId)
    .find((other) => other.name === name && other.type === type);
  if (command === undefined) throw new Error(`There is no command ${name} here.`);
  const guild = parts.state.guildOf(channel);
  if (!guild.joined) throw new Error('The bot is not in this guild.');
  if (!isForGuilds(command)) throw new Error(`The command ${name} is not for guilds.`);
  const permissions = channelPermissions(parts.state, channel, userId);
  if (!has(permissions, Bits.UseApplicationCommands)) {
    throw new Error('This person may not use commands here.');
  }
  if (!guild.openCommands.has(name) && !isAllowed(command, permissions)) {
    throw new Error(`This person may not use the command ${name}.`);
  }
  return command;
}

/** Would the person's client offer the command in this channel? */
export function isOffered(
  { state }: Parts,
  { userId, channel }: { readonly userId: string; readonly channel: ChannelState },
  command: APIApplicationCommand,
): boolean {
  const guild = state.guildOf(channel);
  const permissions = channelPermissions(state, channel, userId);
  return (
    guild.joined &&
    isForGuilds(command) &&
    has(permissions, Bits.UseApplicationCommands) &&
    (guild.openCommands.has(command.name) || isAllowed(command, permissions))
  );
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
