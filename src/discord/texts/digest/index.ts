import type { Localised } from '../language.ts';
import { de } from './de.ts';
import type { DigestName, DigestTexts } from './digest-texts.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type { DigestName, DigestTexts };

export const digestTexts: Localised<DigestTexts> = { en, de, fr, es };
