import {
  AllowedMentionsTypes,
  PermissionFlagsBits,
  type APIAllowedMentions,
  type APIUser,
} from 'discord-api-types/v10';
import { channelPermissions, has } from '../world/permissions.ts';
import type { ChannelState, WorldState } from '../world/state.ts';

export interface Mentions {
  readonly mentions: APIUser[];
  readonly mention_roles: string[];
  readonly mention_everyone: boolean;
}

/**
 * Who is notified: those the text names, `allowed` lets through, and the author may notify. Without `allowed`, all of
 * them.
 */
export function mentionsIn(
  text: string,
  allowed: APIAllowedMentions | null | undefined,
  world: WorldState,
  where: { readonly channel: ChannelState; readonly authorId: string },
): Mentions {
  const guild = world.guildOf(where.channel);
  const users = idsIn(text, /<@!?(\d+)>/g)
    .filter((id) => lets(allowed, AllowedMentionsTypes.User, allowed?.users, id))
    .map((id) => guild.members.get(id)?.user)
    .filter((user) => user !== undefined);
  const mayMentionAll = has(
    channelPermissions(world, where.channel, where.authorId),
    PermissionFlagsBits.MentionEveryone,
  );
  const roles = idsIn(text, /<@&(\d+)>/g)
    .filter((id) => guild.roles.has(id))
    .filter((id) => mayMentionAll || guild.roles.get(id)?.mentionable === true)
    .filter((id) => lets(allowed, AllowedMentionsTypes.Role, allowed?.roles, id));
  const everyone =
    /@(?:everyone|here)/.test(text) &&
    lets(allowed, AllowedMentionsTypes.Everyone, undefined, '') &&
    mayMentionAll;
  return { mentions: users, mention_roles: roles, mention_everyone: everyone };
}

function idsIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, id = '']) => id))];
}

function lets(
  allowed: APIAllowedMentions | null | undefined,
  kind: AllowedMentionsTypes,
  listed: readonly string[] | undefined,
  id: string,
): boolean {
  if (allowed === null || allowed === undefined) return true;
  return allowed.parse?.includes(kind) === true || listed?.includes(id) === true;
}
