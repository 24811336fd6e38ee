import { PermissionFlagsBits, PermissionsBitField } from 'discord.js';

/** What makes a moderator of the archive: Manage Messages. */
export const MODERATOR = PermissionFlagsBits.ManageMessages;

/** Administrators are moderators too. */
export function isModerator(permissions: bigint): boolean {
  return new PermissionsBitField(permissions).has(MODERATOR);
}
