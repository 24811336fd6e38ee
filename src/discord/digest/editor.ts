import { PermissionFlagsBits, PermissionsBitField } from 'discord.js';

/** What it takes to schedule digests: Manage Server. */
export const DIGEST_EDITOR = PermissionFlagsBits.ManageGuild;

/** Administrators may too. */
export function isDigestEditor(permissions: bigint): boolean {
  return new PermissionsBitField(permissions).has(DIGEST_EDITOR);
}
