import { PermissionFlagsBits } from 'discord.js';

/** What the dispatcher says itself, when there is no answer of a command. */
export interface DispatchTexts {
  /** @param permission as Discord's settings call it in this language. */
  readonly missingPermission: (permission: string) => string;
  /** @param reference also stands in the log. */
  readonly failed: (reference: string) => string;
  readonly unknownCommand: string;
  readonly unknownControl: string;
  readonly outsideGuild: string;
  /** A modal must open at once or not at all. */
  readonly notReady: string;
  /** To who comes while the bot stops. */
  readonly restarting: string;
  /** To whose work was cut off when the bot stopped. */
  readonly interrupted: string;
  readonly permissions: readonly PermissionName[];
}

/** A permission's bit and what Discord's settings call it. */
export type PermissionName = readonly [bit: bigint, name: string];

export const en: DispatchTexts = {
  missingPermission: (permission) =>
    `You need the permission “${permission}” in this channel for that. A server administrator can give it to you.`,
  failed: (reference) =>
    `Something went wrong on my side; it is not your fault. Please try again. If it happens again, tell the bot’s operator this reference: \`${reference}\`.`,
  unknownCommand:
    'I do not know this command any more. Discord may still show an old list: reload Discord and try again.',
  unknownControl:
    'This message is from an older version of me, and I do not know this button any more. Please use the command again.',
  outsideGuild: 'I only work inside a server: every server has its own archive.',
  notReady: 'I am still getting ready. Please try again in a few seconds.',
  restarting: 'I am restarting. Please try again in a minute.',
  interrupted: 'I had to restart before this was done. Please try again in a minute.',
  permissions: [
    [PermissionFlagsBits.Administrator, 'Administrator'],
    [PermissionFlagsBits.ManageGuild, 'Manage Server'],
    [PermissionFlagsBits.ManageChannels, 'Manage Channels'],
    [PermissionFlagsBits.ManageMessages, 'Manage Messages'],
  ],
};
