import { PermissionsBitField } from 'discord.js';
import type { Localised } from '../language.ts';
import { de } from './de.ts';
import { en, type DispatchTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type { DispatchTexts };

export const dispatchTexts: Localised<DispatchTexts> = { en, de, fr, es };

/** What Discord's settings call the permissions of `bits`; by its English name one that no text knows. */
export function permissionNames(bits: bigint, { permissions }: DispatchTexts): string {
  const known = new Map(permissions);
  return new PermissionsBitField(bits)
    .toArray()
    .map((name) => known.get(PermissionsBitField.Flags[name]) ?? name)
    .join(', ');
}
