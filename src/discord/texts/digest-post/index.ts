import type { PostProblem } from '../../../digest/schedule.ts';
import { literal } from '../../markdown/literal.ts';
import type { Language, Localised } from '../language.ts';
import { de } from './de.ts';
import type { DigestPostTexts, PostPermission } from './digest-post-texts.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type { DigestPostTexts };

export const digestPostTexts: Localised<DigestPostTexts> = { en, de, fr, es };

/** Why something was not posted, and what can be done about it: one to three sentences of markdown. */
export function problemText({ kind, permissions }: PostProblem, language: Language): string {
  const { problems, missing } = digestPostTexts[language];
  const { what, remedy } = problems[kind];
  const names = permissions.map((name) => permissionText(name, language));
  return [what, ...(names.length === 0 ? [] : [missing(names)]), remedy].join(' ');
}

/**
 * A permission in quotation marks, as Discord's settings call it; markdown.
 * @param name of `PermissionFlagsBits`; shown as it is where no text knows it.
 */
export function permissionText(name: string, language: Language): string {
  const { permissions, quoted } = digestPostTexts[language];
  return quoted(literal(isKnown(name, permissions) ? permissions[name] : name));
}

function isKnown(
  name: string,
  permissions: DigestPostTexts['permissions'],
): name is PostPermission {
  return Object.hasOwn(permissions, name);
}
