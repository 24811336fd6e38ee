import type { Localised } from '../language.ts';
import { de } from './de.ts';
import { en, type HelpTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type { HelpTexts };

export const helpTexts: Localised<HelpTexts> = { en, de, fr, es };
