import {
  PermissionFlagsBits,
  type GuildBasedChannel,
  type GuildMember,
  type Role,
} from 'discord.js';
import { digestTexts } from '../texts/digest/index.ts';
import type { Language } from '../texts/language.ts';

export interface RoleUse {
  readonly role: Role;
  readonly channel: GuildBasedChannel;
  /** Who wants it notified. */
  readonly member: GuildMember;
  readonly me: GuildMember;
}

/** Why the role cannot be notified by digests in the channel, as Discord markdown; null where it can. */
export function roleProblem(
  { role, channel, member, me }: RoleUse,
  language: Language,
): string | null {
  const { refused } = digestTexts[language];
  if (role.id === role.guild.id) return refused.roleEveryone;
  if (role.mentionable) return null;
  const mention = `<@&${role.id}>`;
  if (!mayMention(channel, member)) return refused.roleNotYours(mention);
  return mayMention(channel, me) ? null : refused.roleNotMine(mention);
}

/** Of a role that not everybody may mention. */
function mayMention(channel: GuildBasedChannel, member: GuildMember): boolean {
  return channel.permissionsFor(member).has(PermissionFlagsBits.MentionEveryone);
}
