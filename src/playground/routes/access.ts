import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import type { StoredMessage } from '../messages/message-store.ts';
import type { Parts } from '../parts.ts';
import { refusal } from '../rest/api-error.ts';
import type { ApiRequest } from '../rest/route.ts';
import { channelPermissions, has } from '../world/permissions.ts';
import type { ChannelState, GuildState } from '../world/state.ts';

/** The guild of the path. @throws {ApiError} when it does not exist or the bot is not in it. */
export function reachGuild(parts: Parts, { params }: ApiRequest): GuildState {
  const guild = parts.state.guilds.get(params['guild'] ?? '');
  if (guild === undefined) throw refusal('unknownGuild');
  if (!guild.joined) throw refusal('missingAccess');
  return guild;
}

/** The channel of the path. @throws {ApiError} when it does not exist or the bot may not see it. */
export function reachChannel(parts: Parts, { params }: ApiRequest): ChannelState {
  const channel = parts.state.channels.get(params['channel'] ?? '');
  if (channel === undefined) throw refusal('unknownChannel');
  if (!botMay(parts, channel, Bits.ViewChannel)) throw refusal('missingAccess');
  return channel;
}

/** The message of the path, when the bot may read it. Private ones are only reached through their interaction. */
export function reachMessage(
  parts: Parts,
  request: ApiRequest,
): { readonly channel: ChannelState; readonly stored: StoredMessage } {
  const channel = reachChannel(parts, request);
  const stored = parts.messages.find(channel.id, request.params['message'] ?? '');
  if (stored?.ephemeralFor !== null) throw refusal('unknownMessage');
  return { channel, stored };
}

export function botMay(parts: Parts, channel: ChannelState, wanted: bigint): boolean {
  return has(channelPermissions(parts.state, channel, parts.state.bot.id), wanted);
}

/** @throws {ApiError} 50013 unless the bot has all the bits in the channel. */
export function demand(parts: Parts, channel: ChannelState, wanted: bigint): void {
  if (!botMay(parts, channel, wanted)) throw refusal('missingPermissions');
}
