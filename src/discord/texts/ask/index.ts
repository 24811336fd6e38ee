import type { Localised } from '../language.ts';
import type { AskTexts } from './ask-texts.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type { AskTexts };

export const askTexts: Localised<AskTexts> = { en, de, fr, es };
