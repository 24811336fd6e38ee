import {
  ApplicationIntegrationType,
  InteractionContextType,
  type InteractionType,
} from 'discord-api-types/v10';
import { LARGEST_FILE } from '../rest/body.ts';
import { actingMember, channelPayload } from '../world/payloads.ts';
import { channelPermissions } from '../world/permissions.ts';
import type { ChannelState, WorldState } from '../world/state.ts';
import { localeFrom } from '../world/locale.ts';

export interface InteractionDraft {
  readonly type: InteractionType;
  /** For the records: command with its subcommand, or custom id. */
  readonly name: string;
  readonly userId: string;
  readonly channel: ChannelState;
  /** Of the person's client. */
  readonly locale: string;
  readonly data: object;
  /** The message whose component was used. */
  readonly sourceMessageId?: string | null;
  readonly extra?: object;
}

interface Identity {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
}

/** INTERACTION_CREATE as Discord sends it from a guild. */
export function interactionPayload(
  { type, data, extra, channel, userId, locale }: InteractionDraft,
  { id, token, applicationId }: Identity,
  world: WorldState,
): object {
  const guild = world.guildOf(channel);
  const member = actingMember(world, channel, userId);
  const shape = {
    id,
    application_id: applicationId,
    type,
    data,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_id: guild.id,
    guild_locale: guild.locale,
    channel: { ...channelPayload(channel), ...{ permissions: member.permissions } },
    member,
    token,
    version: 1,
    app_permissions: String(channelPermissions(world, channel, world.bot.id)),
    locale: localeFrom(locale),
    entitlements: [],
    authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: guild.id },
    context: InteractionContextType.Guild,
    attachment_size_limit: LARGEST_FILE,
    channel_id: channel.id,
    ...extra,
  };
  return shape;
}
